import { compare } from '../output/budgets.ts';
import { measureFirstView } from '../output/first-view.ts';
import { samples } from '../output/templates.ts';
import { barriersOn } from './axe.ts';
import { expectUnderPolicy, watchRefusals } from './refusals.ts';
import { expect, test } from './site.ts';

/** In pixels; the first is that of the first view. */
const WIDTHS = [390, 320, 1280];

/** Where axe looks: no rule of the style sheets has its limit between the two widths of telephones. */
const LOOKED_AT = [320, 1280];

/** Elements of a page above which axe, which takes some seconds for it, looks once in each mode, at another width. */
const MANY = 5000;

for (const { name, path, kind } of samples) {
  if (kind === 'screen') continue;
  test(`${name} keeps within its policy and the budget of its kind, and has no sideways scroll and nothing that axe objects to, in either mode, at any width`, async ({
    page,
    siteUrl,
  }) => {
    test.setTimeout(180_000);
    const strange: string[] = [];
    page.on('request', (request) => !request.url().startsWith(siteUrl) && strange.push(request.url()));
    page.on('pageerror', (error) => strange.push(error.message));
    const refused = await watchRefusals(page);
    await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
    const view = await measureFirstView(page, `${siteUrl}${path}`);
    const { lines, missed } = compare(view, kind);
    console.log(`${name} (${kind}), measured / budget: ${lines.join(', ')}`);
    expect(missed).toEqual([]);
    await expectUnderPolicy(page);
    // Here, since axe brings styles of its own into a page.
    expect(refused).toEqual([]);
    for (const care of [0, 1]) {
      if (care) await page.goto(`./${path}?care=1`);
      await expect(page.locator('h1')).toHaveCount(1);
      for (const width of WIDTHS) {
        const where = `${width} px${care ? ', 长辈模式' : ''}`;
        await page.setViewportSize({ width, height: 800 });
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, where).toBe(clientWidth);
        const isLookedAt = view.nodes > MANY ? width === LOOKED_AT[care] : LOOKED_AT.includes(width);
        if (isLookedAt) expect(await barriersOn(page), where).toEqual([]);
      }
    }
    expect(strange).toEqual([]);
  });
}
