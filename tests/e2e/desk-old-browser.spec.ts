import { newerThanDesk } from '../floor.ts';
import { expect, lay, test } from './desk.ts';
import { makeOlder } from './older.ts';

test.use({ reducedMotion: 'reduce' });

test('2022 年的浏览器里，办事台照样填得了表、写得了正文', async ({ desk, page }) => {
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  await makeOlder(page, newerThanDesk);
  const at = lay(
    desk,
    { category: 'construction', type: '招标公告' },
    { body: '## 一、条件\n\n第一段\n\n1. 甲\n2. 乙\n', files: [file('a.pdf'), file('b.pdf')] },
  );
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  const left = await page.evaluate(() => ['map' in [].values(), 'Temporal' in globalThis]);
  expect(left).toEqual([false, false]);
  await page.getByLabel('投标截止').first().fill('2026年12月25日上午9时30分');
  await expect(page.getByText('2026年12月25日（星期五）09:30')).toBeVisible();
  await page.getByLabel('预算金额').first().fill('358.6万元');
  await expect(page.getByText('叁佰伍拾捌万陆仟元整')).toBeVisible();
  for (const step of ['body', 'files', 'publish'])
    await test.step(step, async () => {
      await page.goto(new URL(at(step), desk.address).href);
      await expect(page.locator('.steps [aria-current]')).toBeVisible();
    });
  await page.goto(new URL(at('body'), desk.address).href);
  await page.getByRole('textbox', { name: '段落，第 2 块' }).fill('第一段改过 *照字*');
  await page.getByRole('button', { name: '+ 段落' }).click();
  await page.getByRole('textbox', { name: '段落，第 4 块' }).fill('| 竖线 |');
  await expect.poll(() => [...desk.drafts.values()][0]!.body).toContain('竖线');
  await page.goto(new URL(at('files'), desk.address).href);
  await page.getByRole('button', { name: /下移\s*a/u }).click();
  await expect.poll(() => [...desk.drafts.values()][0]!.files[0]!.name).toBe('b.pdf');
  expect(failures).toEqual([]);
});

const file = (name: string) => ({
  ...{ name, label: name.slice(0, 1), bytes: 9, sha256: 'ab'.repeat(32) },
  findings: [],
});
