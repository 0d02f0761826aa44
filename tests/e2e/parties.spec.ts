import { expect, test } from './site.ts';

test('a name or the first letters of its syllables finds a unit, and its page says what it did', async ({
  page,
}) => {
  await page.goto('./parties/');
  const field = page.getByLabel('找单位');
  await field.fill('sljz');
  const found = page.locator('[data-found] a');
  await expect(found.filter({ hasText: '广东示例建筑工程有限公司' })).toHaveCount(1);
  await expect(page.locator('[data-whole]')).toBeHidden();
  await field.fill('街道建设');
  await expect(found).toHaveText(['高明区示例街道建设办公室']);
  await expect(page.getByRole('status').first()).toHaveText('1 个单位');
  await found.click();
  await expect(page.locator('h1')).toHaveText('高明区示例街道建设办公室');
  await expect(page.locator('main')).toContainText('份公告写到高明区示例街道建设办公室：发起项目');
  await page.locator('#called + ul a').first().click();
  await expect(page).toHaveURL(/\/(?:projects|announcements)\//u);
});

test('what nobody is called says so, and the list comes back when the field is empty', async ({ page }) => {
  await page.goto('./parties/?q=没有这样的单位');
  await expect(page.getByRole('status').first()).toHaveText('没有这个单位。少输几个字再试。');
  await page.getByLabel('找单位').fill('');
  await expect(page.locator('[data-whole]')).toBeVisible();
});

test('the names on an announcement lead to the pages of their units', async ({ page }) => {
  await page.goto('./announcements/gm-js-2026-031-tender/');
  const buyer = page.locator('.facts-table a[href*="/parties/"]').first();
  const name = await buyer.textContent();
  await buyer.click();
  await expect(page.locator('h1')).toHaveText(name!);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('every unit is found by its letter', async ({ page }) => {
    await page.goto('./parties/letter/s/');
    await page.getByRole('link', { name: '高明区示例街道建设办公室' }).click();
    await expect(page.locator('h1')).toHaveText('高明区示例街道建设办公室');
  });
});

const templates = [
  {
    path: 'parties/',
    title: /^单位_/u,
    first: '这里有',
    way: { name: '佛山示例市政工程有限公司', leads: /\/parties\/4dd1424c0c\/$/u },
  },
  {
    path: 'parties/letter/f/',
    title: /^拼音 F 开头的单位_/u,
    first: '共 7 个。',
    way: { name: '佛山示例市政工程有限公司', leads: /\/parties\/4dd1424c0c\/$/u },
  },
  {
    path: 'parties/4dd1424c0c/',
    title: /^佛山示例市政工程有限公司_/u,
    first: '本站有 15 份公告写到佛山示例市政工程有限公司：中标、成交 2 次',
    way: { name: '更合镇示例集镇供水管网改造工程施工中标结果公告', leads: /\/announcements\/[\w-]+\/$/u },
  },
  {
    path: 'feeds/',
    title: /^订阅_/u,
    first: '新公告和更正公告会自动出现',
    way: { name: '单位', leads: /\/parties\/$/u },
  },
];

for (const { path, title, first, way } of templates) {
  test(`whoever comes to ${path} by a link reads what it is, the first sentence says it, and there is a way on`, async ({
    page,
  }) => {
    await page.goto(`./${path}`);
    await expect(page).toHaveTitle(title);
    await expect(page.locator('h1 ~ p, h1 ~ div p').first()).toContainText(first);
    await page.locator('main').getByRole('link', { name: way.name, exact: true }).first().click();
    await expect(page).toHaveURL(way.leads);
    await expect(page.locator('h1')).toHaveCount(1);
  });
}
