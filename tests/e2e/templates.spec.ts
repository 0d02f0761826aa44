import { compare } from '../output/budgets.ts';
import { measureFirstView } from '../output/first-view.ts';
import { samples } from '../output/templates.ts';
import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

const WIDTHS = [320, 390, 1280];

const pages = samples.filter(({ kind }) => kind !== 'screen');

for (const { name, path, kind } of pages) {
  for (const mode of ['the ordinary mode', '长辈模式']) {
    test(`${name} in ${mode} has no sideways scroll and nothing that axe objects to, at any width`, async ({
      page,
      siteUrl,
    }) => {
      test.setTimeout(180_000);
      const strange: string[] = [];
      page.on('request', (request) => !request.url().startsWith(siteUrl) && strange.push(request.url()));
      page.on('pageerror', (error) => strange.push(error.message));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`./${path}?care=${mode === '长辈模式' ? 1 : 0}`);
        await expect(page.locator('h1')).toHaveCount(1);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, `${width} px`).toBe(clientWidth);
        // The handbook of fields has 11,600 elements, some seconds for axe; its tables are the same at every width.
        if (kind === 'handbook' && width !== 390) continue;
        expect(await barriersOn(page), `${width} px`).toEqual([]);
      }
      expect(strange).toEqual([]);
    });
  }
}

for (const { name, path, kind } of samples) {
  if (kind === 'screen') continue;
  test(`${name} keeps within the budget of its kind`, async ({ page, siteUrl }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const { lines, missed } = compare(await measureFirstView(page, `${siteUrl}${path}`), kind);
    console.log(`${name} (${kind}), measured / budget: ${lines.join(', ')}`);
    expect(missed).toEqual([]);
  });
}
