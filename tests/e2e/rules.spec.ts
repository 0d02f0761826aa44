import { expect, test } from './site.ts';

test('公告页写明核对了哪些期限，点开看得到条文和例子', async ({ page }) => {
  await page.goto('announcements/gm-js-2026-031-tender/');
  const checks = page.getByRole('region', { name: '法定期限核验' });
  await expect(checks).toContainText('共 43 日，要求不少于 20 日');
  await expect(checks).toContainText('《中华人民共和国招标投标法》第二十四条');
  await checks.getByRole('link', { name: '招标文件发出到投标截止不少于 20 日' }).click();
  await expect(page).toHaveURL(/rules\/D104\/$/u);
  await expect(page.locator('blockquote')).toContainText('最短不得少于二十日');
  await expect(page.getByRole('region', { name: '不符合的例子' })).toContainText(
    '共 19 日，要求不少于 20 日',
  );
});

test('页脚能走到全部规则，每条写明依据核对到什么程度', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('contentinfo').getByRole('link', { name: '核验规则' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('法定期限核验规则');
  await expect(page.getByRole('row', { name: /D104/u })).toContainText('已核对条文全文');
  await expect(page.getByRole('row', { name: /D411/u })).toContainText('依据待核');
  await expect(page.getByText('2026年11月22日')).toBeVisible();
});
