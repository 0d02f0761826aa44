import { allIds, answered, ask, NOW, shownIds } from './search-page.ts';
import { expect, test } from './site.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

const refusals: Readonly<Record<string, () => void>> = {
  'a policy that refuses to start WebAssembly': () => {
    Object.assign(WebAssembly, { instantiate: () => Promise.reject(new Error('refused')) });
  },
  'a browser before reference types': () => {
    WebAssembly.validate = () => false;
  },
  'a browser without WebAssembly': () => {
    delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
  },
};

for (const [name, refuse] of Object.entries(refusals)) {
  test(`${name} still finds titles, codes and parties, and says so`, async ({ page }) => {
    const troubles: string[] = [];
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => request.url().includes('/search/index/') && troubles.push(request.url()));
    await page.addInitScript(refuse);
    await page.goto('search/?q=GM-JS-2026-012');
    await answered(page);
    await expect(page.locator('#results-notice')).toHaveText(
      '本浏览器不支持正文检索，已按标题、编号、单位名称查找。',
    );
    expect((await allIds(page)).length).toBeGreaterThan(3);
    expect((await shownIds(page)).every((id) => id.startsWith('gm-js-2026-012'))).toBe(true);
    expect(troubles).toEqual([]);
  });
}

test('when a part of the index does not come, that is said and not taken for "nothing found"', async ({
  page,
}) => {
  await page.goto('search/');
  await page.route('**/*.pf_index', (route) => route.fulfill({ status: 404, body: '' }));
  await ask(page, '营业执照');
  await expect(page.locator('#results-notice')).toContainText('正文没有查完');
  await page.unroute('**/*.pf_index');
  await ask(page, '营业执照 法人');
  await expect(page.locator('#results-notice')).toBeHidden();
  expect((await shownIds(page)).length).toBeGreaterThan(0);
});
