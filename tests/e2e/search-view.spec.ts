import { barriersOn } from './axe.ts';
import { answered, ask, NOW } from './search-page.ts';
import { expect, test } from './site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('what was found stands out in the title and in the passage that has it', async ({ page }) => {
  await page.goto('search/');
  await ask(page, '营业执照');
  // Excerpts are help and come after the answer.
  await expect(page.locator('#results-list .excerpt mark').first()).toBeVisible();
  const marks = await page.locator('#results-list .excerpt mark').allTextContents();
  expect(new Set(marks)).toEqual(new Set(['营业执照']));
  await ask(page, '道路改造');
  await expect(page.locator('#results-list h3 mark').first()).toHaveText('道路改造');
});

test('a title or a text with HTML in it is shown as the text it is', async ({ page }) => {
  const payload = '<img src=x onerror="window.hit=1"><b>明城镇</b>';
  await page.route('**/data/catalogue-*', async (route) => {
    const catalogue = (await (await route.fetch()).json()) as { title: string[]; winner: string[] };
    await route.fulfill({ json: { ...catalogue, title: catalogue.title.map((title) => payload + title) } });
  });
  await page.route('**/search/texts/*', async (route) => {
    const texts = (await (await route.fetch()).json()) as Record<string, string[]>;
    const planted = Object.entries(texts).map(([id, sections]) => [
      id,
      sections.map((section) => section.replaceAll('营业执照', `营业执照${payload}`)),
    ]);
    await route.fulfill({ json: Object.fromEntries(planted) as Record<string, string[]> });
  });
  await page.goto('search/');
  await ask(page, '明城镇');
  await expect(page.locator('#results-list h3').first()).toContainText(payload);
  await ask(page, '营业执照');
  await expect(page.locator('#results-list .excerpt').first()).toContainText('<img src=x');
  await expect(page.locator('#results-list img, #results-list h3 b, #results-list .excerpt b')).toHaveCount(
    0,
  );
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

for (const path of [
  'search/',
  'search/?q=%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7',
  'search/?q=%E5%85%AC%E5%91%8A',
  'search/?q=zzzzzz&category=land',
  'search/?q=%E7%9B%A3%E7%90%86',
]) {
  test(`${path} has no sideways scroll and nothing that axe objects to, at any width`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(path);
    if (path.includes('q=')) await answered(page);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `${width} px`).toBe(clientWidth);
      // Between the two widths of telephones no rule of the style sheets has its limit.
      if (width !== 390) expect(await barriersOn(page), `${width} px`).toEqual([]);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every month of every category is offered, and each of them is there', async ({ page, request }) => {
    await page.goto('search/?q=%E6%B1%A1%E6%B0%B4');
    const links = await page
      .locator('noscript a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
  });
});
