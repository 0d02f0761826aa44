import { barriersOn } from './axe.ts';
import { expect, lay, test } from './desk.ts';

const tender = { category: 'construction', type: '招标公告' };

test('有账号的办事台先登录；密码不对说得明白；退出以后要再登录', async ({ desk, page }) => {
  desk.login = { isIn: false };
  await page.goto(new URL('/', desk.address).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录办事台');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('账号').fill('li');
  await page.getByLabel('密码').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('账号或者密码不对。 请再输一次。');
  await page.getByLabel('密码').fill('kaibiao-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  expect(page.url()).not.toMatch(/kaibiao|password/u);
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('button', { name: '再登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录办事台');
});

test('写到一半登录过期了，再登录就接着存，写的都在', async ({ desk, page }) => {
  desk.login = { isIn: true };
  const at = lay(desk, tender);
  await page.goto(new URL(`/${at('form')}`, desk.address).href);
  const title = page.getByLabel('标题').first();
  await title.waitFor();
  desk.login.isIn = false;
  await title.fill('沿江路改造');
  const again = page.getByRole('region', { name: '再登录一次' });
  await expect(again).toContainText('登录过期了。');
  await expect(again).toBeInViewport();
  await again.getByLabel('账号').fill('li');
  await again.getByLabel('密码').fill('kaibiao-2026');
  await again.getByRole('button', { name: '登录' }).click();
  await expect(again).toHaveCount(0);
  await expect(page.locator('.saving')).toHaveText(/已保存/u);
  await expect(title).toHaveValue('沿江路改造');
  expect(desk.drafts.get('d1')!.answers['标题']).toBe('沿江路改造');
});

test('只审核不写的人，没有写公告的按钮', async ({ desk, page }) => {
  desk.facts = { ...desk.facts, may: { write: false, review: true, manage: false } };
  await page.goto(desk.address);
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await expect(page.getByRole('link', { name: '写公告' })).toHaveCount(0);
});
