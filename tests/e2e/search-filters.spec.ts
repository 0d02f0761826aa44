import type { Page } from '@playwright/test';
import { check } from '../../src/core/check.ts';
import { byNewest, rowOf, type Row } from '../../src/core/listing.ts';
import { expect, test } from './site.ts';

const NOW = '2026-11-22T09:00:00+08:00';
const content = check('content');
const rows = content.corpus.entries.map((entry) => rowOf(entry, content.links)).sort(byNewest);
const recent = rows.filter(({ publishedAt }) => publishedAt >= '2025');
const hoursLeft = ({ deadline }: Row): number =>
  deadline ? (Date.parse(deadline.value) - Date.parse(NOW)) / 3_600_000 : -1;
const isOpen = (row: Row): boolean =>
  hoursLeft(row) > 0 && (row.happening === undefined || row.happening.kind === 'corrected');

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

const CASES: Readonly<Record<string, (row: Row) => boolean>> = {
  '?region=更合镇&region=明城镇&category=construction': (row) =>
    ['更合镇', '明城镇'].includes(row.region ?? '') && row.category === 'construction',
  '?type=tender-notice&type=award-notice': ({ type }) => ['tender-notice', 'award-notice'].includes(type),
  '?scope=open&sort=published': isOpen,
  '?status=soon': (row) => isOpen(row) && hoursLeft(row) <= 72,
  '?from=2026-10-01&to=2026-10-31': ({ publishedAt }) => publishedAt.startsWith('2026-10'),
  '?closesFrom=2026-11-22&closesTo=2026-11-30': ({ deadline }) =>
    deadline !== undefined && deadline.value >= '2026-11-22' && deadline.value < '2026-12',
  '?min=286.4&max=462.5': (row) => {
    const fen = Number(row.amount?.value ?? row.price?.value ?? NaN);
    return fen >= 286_400_000 && fen <= 462_500_000;
  },
  '?code=js-2026-03': ({ projectCode = '' }) => projectCode.includes('JS-2026-03'),
  '?buyer=自然资源': ({ principal }) => principal?.text.includes('自然资源') === true,
};

for (const [search, meets] of Object.entries(CASES)) {
  test(`${search} finds what a plain look through all announcements finds`, async ({ page }) => {
    await page.goto(`search/${search}`);
    const right = recent.filter(meets).map(({ id }) => id);
    expect(right.length).toBeGreaterThan(0);
    expect(await foundIds(page)).toEqual(right);
    await expect(page.locator('#results-heading')).toHaveText(`共 ${right.length} 条`);
  });
}

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
    `建设工程（${construction.length}）`,
  );
});

test('of each project only the newest announcement is shown when that is asked for', async ({ page }) => {
  await page.goto('search/?latest=1&category=construction');
  const right = recent.filter(
    (row) =>
      row.category === 'construction' &&
      (row.projectCode === undefined ||
        rows.find(({ projectCode }) => projectCode === row.projectCode) === row),
  );
  expect(await foundIds(page)).toEqual(right.map(({ id }) => id));
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
  await expect(page.locator('#results-scope')).toContainText('近两年');
  const narrow = Number(/\d+/u.exec((await page.locator('#results-heading').textContent())!)![0]);
  await page.getByRole('link', { name: '移除：更合镇' }).click();
  await answered(page);
  await expect(page.getByLabel('更合镇')).not.toBeChecked();
  const wide = recent.filter(({ category }) => category === 'construction').length;
  await expect(page.locator('#results-heading')).toHaveText(`共 ${wide} 条`);
  expect(narrow).toBeLessThan(wide);
  await page.goBack();
  await expect(page.locator('#results-heading')).toHaveText(`共 ${narrow} 条`);
  await expect(page.getByLabel('更合镇')).toBeChecked();
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

test('the number behind each choice is what choosing it finds', async ({ page }) => {
  await page.goto('search/?category=construction');
  await answered(page);
  await page.locator('summary', { hasText: '公告类型' }).click();
  for (const name of ['杨和镇', '招标公告、公开招标公告', '政府采购']) {
    const choice = page.locator('#filters li', { has: page.getByLabel(name, { exact: false }) }).first();
    const said = Number(/\d+/u.exec((await choice.locator('.count').textContent())!)![0]);
    const input = choice.locator('input');
    const group = (await input.getAttribute('name'))!;
    const value = (await input.getAttribute('value'))!;
    const right = recent.filter((row) =>
      group === 'category'
        ? row.category === value
        : row.category === 'construction' && row[group as 'region' | 'type'] === value,
    );
    expect(said, name).toBe(right.length);
  }
});

test('where one looks can be exchanged, and the page says where', async ({ page }) => {
  await page.goto('search/?category=land');
  await answered(page);
  await page.locator('#results-scope').getByRole('link', { name: '全部年份' }).click();
  await answered(page);
  await expect(page.locator('#results-scope')).toContainText('在“全部年份”里查找');
  expect(await foundIds(page)).toEqual(
    rows.filter(({ category }) => category === 'land').map(({ id }) => id),
  );
});

test('what can still be joined is listed by what closes next; by amount the largest is first', async ({
  page,
}) => {
  await page.goto('search/?scope=open');
  const open = rows.filter(isOpen).sort((a, b) => hoursLeft(a) - hoursLeft(b));
  expect(await foundIds(page)).toEqual(open.map(({ id }) => id));
  await page.goto('search/?type=tender-notice&sort=amount');
  const amounts = (await foundIds(page)).map((id) => rows.find((row) => row.id === id)!.amount?.value ?? -1);
  expect(amounts).toEqual(amounts.toSorted((a, b) => Number(b) - Number(a)));
});

test('nothing found: what was asked is repeated, and each condition says what giving it up would find', async ({
  page,
}) => {
  await page.goto('search/?category=general&region=更合镇&min=100');
  await answered(page);
  await expect(page.getByRole('status')).toHaveText('共 0 条，没有找到。');
  const advice = page.locator('#results-advice');
  await expect(advice).toContainText('“近两年”里没有找到：通知公告、更合镇、100万元以上');
  const inRegion = recent.filter(
    (row) => row.region === '更合镇' && Number(row.amount?.value ?? row.price?.value ?? -1) >= 100_000_000,
  );
  await expect(advice.getByRole('listitem').filter({ hasText: '移除：通知公告' })).toHaveText(
    `移除：通知公告 ${inRegion.length} 条`,
  );
  await expect(advice.getByRole('listitem').filter({ hasText: '改查全部年份' })).toHaveText(
    '改查全部年份 0 条',
  );
  await expect(advice.locator('a[href^="tel:"]')).toBeVisible();
  await advice.getByRole('link', { name: '移除：通知公告' }).click();
  await expect(page.locator('#results-heading')).toHaveText(`共 ${inRegion.length} 条`);
});

test('what the address has and means nothing is told, and the rest is answered', async ({ page }) => {
  await page.goto('search/?category=land&min=abc&from=2026-02-30');
  await answered(page);
  await expect(page.locator('#results-notice')).toHaveText(
    '有的条件看不懂，没有用上：发布日期（起）“2026-02-30”、金额下限“abc”。',
  );
  const land = recent.filter(({ category }) => category === 'land');
  await expect(page.locator('#results-heading')).toHaveText(`共 ${land.length} 条`);
});

test('近三天 asks for today and the two days before, of the reader’s clock in Beijing', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('button', { name: '近三天' }).click();
  await answered(page);
  await expect(page).toHaveURL(/\?from=2026-11-20$/u);
  await page.getByRole('button', { name: '近三月' }).click();
  await expect(page).toHaveURL(/\?from=2026-08-22$/u);
});

test('七天内截止 asks for what closes from today to this weekday of next week', async ({ page }) => {
  await page.goto('search/?region=更合镇');
  await page.getByRole('button', { name: '七天内 截止' }).click();
  await answered(page);
  await expect(page).toHaveURL(/closesFrom=2026-11-22&closesTo=2026-11-29/u);
  const soon = recent.filter(
    ({ region, deadline }) =>
      region === '更合镇' && deadline && deadline.value >= '2026-11-22' && deadline.value < '2026-11-30',
  );
  expect(await foundIds(page)).toEqual(soon.map(({ id }) => id));
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
        return active.labels?.[0]?.textContent ?? active.textContent ?? '';
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
