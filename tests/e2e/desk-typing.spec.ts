import type { CDPSession, Page } from '@playwright/test';
import { expect, lay, test } from './desk.ts';

const tender = { category: 'construction', type: '招标公告' };

/** Composes pinyin as an input method does: letters first, then the words that are chosen. */
async function compose(session: CDPSession, letters: string): Promise<void> {
  for (let length = 1; length <= letters.length; length += 1) {
    const text = letters.slice(0, length);
    await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
  }
}

const choose = (session: CDPSession, text: string) => session.send('Input.insertText', { text });

/** Fulfilled when all is saved and checked. */
const saved = (page: Page) => expect(page.locator('.saving')).toHaveText(/已保存 \d\d:\d\d/u);

test('用拼音写，每一种框里都一字不差；没选好字，不保存也不检查', async ({ desk, page }) => {
  const at = lay(desk, tender, { body: '第一段\n' });
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await expect(page.getByText(/还要填 \d+ 栏/u)).toBeVisible();
  await page.clock.install();
  const session = await page.context().newCDPSession(page);
  for (const name of ['标题', '资格要求', '联系人']) {
    const box = page.getByLabel(name, { exact: false }).first();
    await box.focus();
    desk.calls.length = 0;
    await compose(session, 'toubiaojiezhi');
    // Longer than autosave and check wait.
    await page.clock.runFor(3000);
    expect(desk.calls.filter((call) => /^PUT|check/u.test(call))).toEqual([]);
    await choose(session, '投标截止');
    await expect(box).toHaveValue('投标截止');
    await saved(page);
  }
  expect([...desk.drafts.values()][0]!.answers).toMatchObject({ 标题: '投标截止', 联系人: '投标截止' });
  await session.detach();
});

test('选字的时候点了别处，或者检查刚好回来，字也不多不少', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  const session = await page.context().newCDPSession(page);
  const title = page.getByLabel('标题').first();
  await title.fill('甲');
  await title.focus();
  await title.press('End');
  await compose(session, 'jiezhi');
  // The answer of the check that began before comes now.
  await expect.poll(() => desk.calls.filter((call) => call.includes('check')).length).toBeGreaterThan(0);
  await choose(session, '截止');
  await expect(title).toHaveValue('甲截止');
  await compose(session, 'shijian');
  await page.getByRole('heading', { name: '检查' }).click();
  const left = await title.inputValue();
  await saved(page);
  await expect(title).toHaveValue(left);
  expect([...desk.drafts.values()][0]!.answers['标题']).toBe(left);
  await session.detach();
});

test('写的随手保存；刷新以后都在', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await page.getByLabel('标题').first().pressSequentially('沿江路改造');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('标题').first()).toHaveValue('沿江路改造');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('沿江路改造');
});

test('办事台没有回应，红字说没有保存，回来以后自己存上', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await expect(page.locator('.saving')).toBeVisible();
  desk.isAway = true;
  await page.getByLabel('标题').first().fill('断了');
  const banner = page.getByRole('alert').filter({ hasText: '没有保存！' });
  await expect(banner).toBeVisible();
  await page.mouse.wheel(0, 3000);
  await expect(banner).toBeInViewport();
  await expect(page.getByText('都已保存')).toHaveCount(0);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await banner.getByRole('button', { name: '复制全部内容' }).click();
  await expect(banner).toContainText('已经复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('标题：断了');
  desk.isAway = false;
  await saved(page);
  await expect(banner).toHaveCount(0);
  expect([...desk.drafts.values()][0]!.answers['标题']).toBe('断了');
});

test('两个人同时改了，两份都看得到，选一份', async ({ desk, page }) => {
  const at = lay(desk, tender);
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await page.getByLabel('标题').first().waitFor();
  const [key, draft] = [...desk.drafts][0]!;
  desk.drafts.set(key, { ...draft, rev: 9, answers: { ...draft.answers, 标题: '对方写的' } });
  await page.getByLabel('标题').first().fill('我写的');
  await expect(page.getByRole('heading', { name: '有人同时改了这份草稿' })).toBeVisible();
  await expect(page.getByRole('row', { name: '标题 我写的 对方写的' })).toBeVisible();
  await page.getByRole('button', { name: '用我这一份' }).click();
  await saved(page);
  expect(desk.drafts.get(key)!.answers['标题']).toBe('我写的');
});

test('另一个窗口开着的草稿，这里只能看', async ({ desk, page }) => {
  const at = lay(desk, tender, { isReadOnly: true, answers: { 标题: '沿江路' } });
  await page.goto(desk.address);
  await page.goto(new URL(at('form'), desk.address).href);
  await expect(page.getByRole('alert')).toContainText('这里只能看');
  await expect(page.getByLabel('标题').first()).not.toBeEditable();
});
