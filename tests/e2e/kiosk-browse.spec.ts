import { expect, test } from './kiosk.ts';

test('a list is narrowed, turned page by page, and left', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await page.locator('[data-category=construction]').tap();
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共 \d+ 条$/u);
  const place = page.locator('[data-place]');
  const first = await page.locator('.row').allTextContents();
  await expect(place).toHaveText(new RegExp(`^第 1–${first.length} 条，共 \\d+ 条$`, 'u'));
  await visitor.touch('下一页');
  await expect(place).toHaveText(new RegExp(`^第 ${first.length + 1}–`, 'u'));
  await visitor.touch('上一页');
  expect(await page.locator('.row').allTextContents()).toEqual(first);
  await visitor.type('zz');
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共/u);
  await visitor.touch('清空');
  await expect(page.locator('.view > h2')).toHaveText(/^建设工程 共/u);
  await visitor.touch('返回');
  await expect(page.locator('[data-start]')).toBeVisible();
});

test('back from an announcement, beside which no openings hang, a list shows its rows whole again', async ({
  visitor,
}) => {
  const { page } = visitor;
  await visitor.comeTo('hall-2');
  await page.locator('[data-category=construction]').tap();
  const before = await page.locator('.row').allTextContents();
  await page.locator('.row').first().tap();
  await expect(page.locator('[data-board]')).toBeHidden();
  await visitor.touch('返回');
  await expect(page.locator('[data-board]')).toBeVisible();
  expect(await page.locator('.row').allTextContents()).toEqual(before);
  await expect(page.locator('.row').last()).toBeInViewport({ ratio: 1 });
});

test('areas, months, openings and open calls lead to what they name', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-2');
  await page.locator('[data-regions]').tap();
  await page.locator('.choices button', { hasText: '明城镇' }).tap();
  for (const row of await page.locator('.row').allTextContents()) expect(row).toContain('明城镇');
  await visitor.touch('首页');
  await page.locator('[data-months]').tap();
  await visitor.touch('下一页');
  await page.locator('.choices button').first().tap();
  await expect(page.locator('.view > h2')).toHaveText(/^\d{4}年\d+月 共 \d+ 条$/u);
  await visitor.touch('首页');
  await page.locator('[data-openings]').tap();
  await expect(page.locator('.row').first()).toContainText(/11月24日 10:00 开标 示例交易中心 302 开标室/u);
  await visitor.touch('首页');
  await page.locator('[data-open-calls]').tap();
  const closing = await page.locator('.row-moment').allTextContents();
  expect(closing[0]).toBe('11月23日 文件获取结束');
  for (const tag of await page.locator('.row .tag:first-child').allTextContents())
    expect(['可参与', '即将截止']).toContain(tag);
});

test('a keyboard types, and every control can be reached by it', async ({ visitor }) => {
  const { page } = visitor;
  await visitor.comeTo('hall-1');
  await page.keyboard.type('zbgg');
  await expect(page.locator('[data-query]')).toHaveText('ZBGG');
  await page.keyboard.press('Tab');
  await expect(page.locator('.row').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.paper > h2')).toBeVisible();
  await page.getByRole('button', { name: '返回' }).press('Enter');
  await expect(page.getByRole('heading', { name: '查找结果' })).toBeFocused();
});
