import { compare } from '../output/budgets.ts';
import { measureFirstView } from '../output/first-view.ts';
import { samples } from '../output/templates.ts';
import { barriersOn } from './axe.ts';
import { expect, test } from './site.ts';

const WIDTHS = [320, 390, 1280];

/** Where axe looks: no rule of the style sheets has its limit between the two widths of telephones. */
const LOOKED_AT = [320, 1280];

const pages = samples.filter(({ kind }) => kind !== 'screen');

for (const { name, path, kind } of pages) {
  test(`${name} has no sideways scroll and nothing that axe objects to, in either mode, at any width`, async ({
    page,
    siteUrl,
  }) => {
    test.setTimeout(180_000);
    const strange: string[] = [];
    page.on('request', (request) => !request.url().startsWith(siteUrl) && strange.push(request.url()));
    page.on('pageerror', (error) => strange.push(error.message));
    for (const care of [0, 1]) {
      await page.goto(`./${path}?care=${care}`);
      await expect(page.locator('h1')).toHaveCount(1);
      for (const width of WIDTHS) {
        const where = `${width} px${care ? ', 长辈模式' : ''}`;
        await page.setViewportSize({ width, height: 800 });
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, where).toBe(clientWidth);
        // The handbook of fields has 11,600 elements, some seconds for axe; its tables are the same at every width.
        if (kind === 'handbook' ? width !== 390 : !LOOKED_AT.includes(width)) continue;
        expect(await barriersOn(page), where).toEqual([]);
      }
    }
    expect(strange).toEqual([]);
  });
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
