import type { Page } from '@playwright/test';
import { check } from '../../src/core/check.ts';
import { byNewest, rowOf } from '../../src/core/listing.ts';
import { expect, test } from './site.ts';

const NOW = '2026-11-22T09:00:00+08:00';
const content = check('content');
const rows = content.corpus.entries.map((entry) => rowOf(entry, content.links)).sort(byNewest);
const recent = rows.filter(({ publishedAt }) => publishedAt >= '2025');
test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /^共 \d+ 条/u.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
}

/** The ids on all pages of the results. */
async function foundIds(page: Page): Promise<string[]> {
  await answered(page);
  const ids: string[] = [];
  for (;;) {
    const shown = page.locator('#results-list > li');
    ids.push(...(await shown.evaluateAll((list) => list.map((row) => (row as HTMLElement).dataset['id']!))));
    const next = page.getByRole('link', { name: '下一页' });
    if (!(await next.isVisible())) return ids;
    await next.click();
    await answered(page);
  }
}

test('an address with conditions finds what a plain look through all announcements finds', async ({
  page,
}) => {
  await page.goto('search/?region=更合镇&region=明城镇&category=construction');
  const right = recent.filter(
    (row) => ['更合镇', '明城镇'].includes(row.region ?? '') && row.category === 'construction',
  );
  expect(right.length).toBeGreaterThan(0);
  expect(await foundIds(page)).toEqual(right.map(({ id }) => id));
  await expect(page.locator('#results-heading')).toHaveText(`共 ${right.length} 条`);
});

test('conditions, order and counts hold for what stands in the text alone', async ({ page }) => {
  await page.goto('search/?q=营业执照&scope=all');
  const all = await foundIds(page);
  await page.goto('search/?q=营业执照&scope=all&category=procurement&sort=published');
  const right = rows.filter(({ id, category }) => all.includes(id) && category === 'procurement');
  expect(right.length).toBeGreaterThan(0);
  expect(right.length).toBeLessThan(all.length);
  expect(await foundIds(page)).toEqual(right.map(({ id }) => id));
  const construction = rows.filter(({ id, category }) => all.includes(id) && category === 'construction');
  await expect(page.locator('#filters li', { has: page.getByLabel('建设工程') })).toHaveText(
    `建设工程 ${construction.length}`,
  );
});

test('nothing happens while conditions are chosen; applied, they stand in the address and above the results, each with a way out', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.goto('search/');
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('更合镇').check();
  await page.getByLabel('建设工程').check();
  await expect(page.locator('summary', { hasText: '地区' })).toContainText('已选 1');
  expect(page.url()).toMatch(/\/search\/$/u);
  await expect(page.locator('#results')).toBeHidden();
  expect(asked.filter((url) => url.includes('/search/index/'))).toEqual([]);
  await page.getByRole('button', { name: '应用' }).click();
  await answered(page);
  await expect(page).toHaveURL(/category=construction&region=%E6%9B%B4%E5%90%88%E9%95%87$/u);
  await expect(page.locator('#results-heading')).toBeFocused();
  const narrow = Number(/\d+/u.exec((await page.locator('#results-heading').textContent())!)![0]);
  await page.getByRole('link', { name: '移除：更合镇' }).click();
  await answered(page);
  await expect(page.getByRole('checkbox', { name: '更合镇' })).not.toBeChecked();
  const wide = recent.filter(({ category }) => category === 'construction').length;
  await expect(page.locator('#results-heading')).toHaveText(`共 ${wide} 条`);
  expect(narrow).toBeLessThan(wide);
  await page.goBack();
  await expect(page.locator('#results-heading')).toHaveText(`共 ${narrow} 条`);
  await expect(page.getByRole('checkbox', { name: '更合镇' })).toBeChecked();
  await page.goForward();
  await expect(page.locator('#results-heading')).toHaveText(`共 ${wide} 条`);
  await page.getByRole('link', { name: '清除全部' }).click();
  await expect(page).toHaveURL(/\/search\/$/u);
  await expect(page.locator('#examples')).toBeVisible();
});

test('a new tab with the same address shows the same form and the same results', async ({
  page,
  context,
}) => {
  await page.goto('search/?q=道路&scope=all&type=tender-notice&from=2018-01-01&max=2000&sort=amount');
  const first = await foundIds(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(NOW);
  await other.goto(page.url());
  expect(await foundIds(other)).toEqual(first);
  expect(first.length).toBeGreaterThan(1);
  await expect(other.getByRole('searchbox')).toHaveValue('道路');
  await expect(other.getByLabel('全部年份')).toBeChecked();
  await expect(other.locator('input[name=type][value=tender-notice]')).toBeChecked();
  await expect(other.locator('#from')).toHaveValue('2018-01-01');
  await expect(other.locator('#max')).toHaveValue('2000');
  await expect(other.locator('#sort')).toHaveValue('amount');
});

test('where one looks can be exchanged, and the answer follows at once', async ({ page }) => {
  await page.goto('search/?category=land');
  await answered(page);
  await page.getByLabel('全部年份').check();
  await expect(page).toHaveURL(/scope=all/u);
  await answered(page);
  expect(await foundIds(page)).toEqual(
    rows.filter(({ category }) => category === 'land').map(({ id }) => id),
  );
});

test('each worked example finds as many as it says', async ({ page }) => {
  await page.goto('search/');
  const examples = await page
    .locator('#examples li')
    .evaluateAll((list) =>
      list.map((item) => [item.querySelector('a')!.href, item.lastElementChild!.textContent]),
    );
  expect(examples).toHaveLength(8);
  for (const [href, count] of examples) {
    await page.goto(href!);
    await answered(page);
    await expect(page.locator('#results-heading'), href!).toHaveText(`共 ${count!}`);
  }
});

test('a search is made, narrowed and read with the keyboard alone', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('招标');
  const reach = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement;
        const named = active.getAttribute('aria-label') ?? active.labels?.[0]?.textContent;
        return named ?? active.textContent ?? '';
      });
      if (label.trim().startsWith(name)) return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await reach('更合镇');
  await page.keyboard.press('Space');
  await reach('应用');
  await page.keyboard.press('Enter');
  await answered(page);
  await expect(page.locator('#results-heading')).toBeFocused();
  await reach('移除：“招标”');
  await page.keyboard.press('Enter');
  await answered(page);
  const right = recent.filter(({ region }) => region === '更合镇');
  await expect(page.locator('#results-heading')).toHaveText(`共 ${right.length} 条`);
});

test('what a reader writes and chooses before the script of the page has come is kept and asked', async ({
  page,
}) => {
  const script = Promise.withResolvers<undefined>();
  await page.route('**/assets/search*.js', async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto('search/', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('招标');
  await page.getByLabel('更合镇').check();
  script.resolve(undefined);
  await expect(page.locator('details', { has: page.getByLabel('更合镇') })).toContainText('已选 1');
  await page.getByRole('searchbox').press('Enter');
  await answered(page);
  await expect(page).toHaveURL(/q=%E6%8B%9B%E6%A0%87&region=/u);
  await expect(page.getByRole('searchbox')).toHaveValue('招标');
});

test('on a phone the conditions open in place behind a button that tells the number of results', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('search/?category=land');
  await answered(page);
  const land = recent.filter(({ category }) => category === 'land').length;
  const button = page.getByRole('button', { name: `筛选（${land} 条）` });
  await expect(page.getByRole('button', { name: '应用' })).toBeHidden();
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.getByLabel('更合镇').check();
  await page.getByRole('button', { name: '应用' }).click();
  await answered(page);
  await expect(page.locator('#results-heading')).toBeFocused();
  await expect(page.getByRole('button', { name: '应用' })).toBeHidden();
});
