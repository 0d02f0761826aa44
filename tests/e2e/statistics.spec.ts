import { gzipSync } from 'node:zlib';
import { expect, test } from './site.ts';

const YEAR = 'statistics/2026/';

test('the yearly paragraph is copied as it is read', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(YEAR);
  const text = await page.locator('#disclosure-text').textContent();
  await page.getByRole('button', { name: '复制这段话' }).click();
  await expect(page.locator('.disclosure [role=status]')).toHaveText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('a year that is not over says up to which day it is counted', async ({ page }) => {
  await page.goto(YEAR);
  await expect(page.getByText('截至2026年10月31日')).toBeVisible();
  await expect(page.locator('#disclosure-text')).toContainText('2026年1-10月，中心累计发布各类招标信息');
});

test('every picture has a name that tells what it shows, and its numbers in a table', async ({ page }) => {
  await page.goto(YEAR);
  const pictures = page.locator('.figure').filter({ has: page.locator('svg[role=img]') });
  expect(await pictures.count()).toBeGreaterThan(4);
  for (const figure of await pictures.all()) {
    const finding = await figure.locator('.finding').textContent();
    await expect(figure.locator('svg[role=img]')).toHaveAttribute(
      'aria-label',
      new RegExp(`。${escaped(finding!)}$`, 'u'),
    );
    expect(await figure.locator('details table tbody tr').count()).toBeGreaterThan(0);
  }
});

const escaped = (text: string): string => text.replace(/[()+.?*]/gu, '\\$&');

test('the key names the categories and the line of the year before', async ({ page }) => {
  await page.goto(YEAR);
  const names = await page.locator('#months .chart-key li').allTextContents();
  expect(names.map((name) => name.replace(/[\s\d]+/gu, ''))).toEqual([
    '建设工程',
    '政府采购',
    '土地',
    '产权',
    '通知公告',
    '年合计',
  ]);
});

test('in the reader’s own colours the words of a picture take them too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(YEAR);
  const words = await page
    .locator('.chart text')
    .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
  const own = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(new Set(words)).toEqual(new Set([own]));
});

test('a number of a month leads to the archive that it counts', async ({ page }) => {
  await page.goto(YEAR);
  const number = page.locator('#months tbody tr').nth(8).locator('td a').nth(1);
  const count = Number(await number.textContent());
  await number.click();
  await expect(page).toHaveURL(/construction\/2026\/09\/$/u);
  await expect(page.locator('.rows > li')).toHaveCount(count);
});

test('the sum of a line is never cut off, on a narrow phone in large type either', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.addInitScript(() => localStorage.setItem('zhangbang-care', '1'));
  await page.goto(YEAR);
  const heading = page.locator('#months th', { hasText: '合计' }).first();
  const { x, width } = (await heading.boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(320);
});

test('a number of projects leads to them', async ({ page }) => {
  await page.goto(YEAR);
  await page.locator('#amounts summary').click();
  const number = page.locator('#amounts tbody td a').first();
  const count = Number(await number.textContent());
  await number.click();
  const id = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`section:has(#${id}) .members > li`)).toHaveCount(count);
});

test('the page stays small: 60 KB over the wire, 3,000 elements', async ({ page, request }) => {
  for (const path of ['statistics/', YEAR, 'statistics/2025/']) {
    const bytes = gzipSync(await (await request.get(path)).body()).length;
    await page.goto(path);
    const elements = await page.locator('*').count();
    console.log(`${path} ${bytes} / 61440 bytes gzip, ${elements} / 3000 elements`);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    expect(elements).toBeLessThanOrEqual(3000);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there are pictures and numbers, and no button that does nothing', async ({ page }) => {
    await page.goto(YEAR);
    await expect(page.locator('svg[role=img]').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '复制这段话' })).toHaveCount(0);
  });
});

test('the data page leads to a table for each year, which begins with its headings', async ({
  page,
  request,
}) => {
  await page.goto('data/');
  const href = await page.getByRole('link', { name: /^CSV.*announcements-2026/u }).getAttribute('href');
  const table = await (await request.get(href!)).body();
  expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.subarray(3).toString()).toMatch(/^公告标识,网址,标题,类别,类型,项目编号,/u);
});

test('programs are told of a set of data for each year, with the address of its table', async ({
  page,
  request,
}) => {
  await page.goto('data/');
  const told = await page.locator('script[type="application/ld+json"]').allTextContents();
  const catalogue = told.map((text) => JSON.parse(text)).find((one) => one['@type'] === 'DataCatalog');
  expect(catalogue.license.name).toContain('注明来源');
  expect(
    catalogue.dataset.map(({ temporalCoverage }: { temporalCoverage: string }) => temporalCoverage),
  ).toEqual(expect.arrayContaining(['2026', '2018']));
  const { contentUrl } = catalogue.dataset[0].distribution[0];
  expect((await request.get(new URL(contentUrl).pathname)).status()).toBe(200);
});
