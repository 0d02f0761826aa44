import { answered, ask, NOW } from './search-page.ts';
import { expect, test } from './site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('a question in other characters, signs or sounds finds what is meant, and the page says what it looked for', async ({
  page,
}) => {
  const tables: string[] = [];
  page.on('request', (request) => {
    const table = /(?:simplified|synonyms|pinyin-\d+)/u.exec(request.url());
    if (table) tables.push(table[0]);
  });
  await page.goto('search/');
  await ask(page, '工程');
  await ask(page, '监理');
  expect(tables).toEqual(['synonyms']);
  for (const [typed, said] of [
    ['監理', '也查了：监理（4 条）'],
    ['道路、施工', '也查了：道路 施工'],
    ['1160万元', '也查了：1,160万元（2 条）'],
    ['2026036', '也查了：GM-JS-2026-036'],
    ['wsgw', '也查了：污水管网'],
    ['饭堂', '也查了：食堂'],
    ['污水官网', '也查了：污水管网'],
  ] as const) {
    await ask(page, typed);
    await expect(page.locator('#also-heading'), typed).toContainText(said);
    await expect(page.locator('#also-list mark').first()).toBeVisible();
  }
  expect(new Set(tables)).toEqual(new Set(['synonyms', 'simplified', 'pinyin-2026', 'pinyin-2025']));
  await ask(page, '監理');
  await page.locator('#also-heading a').click();
  await answered(page);
  await expect(page.getByRole('searchbox')).toHaveValue('监理');
  await expect(page.locator('#results-heading')).toHaveText('共 4 条');
});

test('where no way finds anything, each word is counted and is a link', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '道路 直升机场');
  const links = page.locator('#results-wider li');
  await expect(links.first()).toHaveText(/^只查“道路” ?\d+ 条$/u);
  await expect(links.nth(1)).toHaveText(/^只查“直升机场” ?0 条$/u);
});
