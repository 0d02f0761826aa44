import { newer } from '../floor.ts';
import { samples } from '../output/templates.ts';
import { expect, test } from './site.ts';
import { answered, shownIds } from './search-page.ts';

/** What the tools that drive the browser need in the page themselves. */
const NEEDED: ReadonlySet<string> = new Set(['BigInt64Array.', 'BigUint64Array.']);

test.use({ reducedMotion: 'reduce' });

test.beforeEach(async ({ page }) => {
  const names = newer.filter(({ owner, member }) => !NEEDED.has(`${owner}.${member ?? ''}`));
  await page.addInitScript((lacking) => {
    const root = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
    for (const { owner, member, isStatic } of lacking) {
      if (member === undefined) Reflect.deleteProperty(root, owner);
      else if (owner === 'Window') Reflect.deleteProperty(root, member);
      else {
        const one = root[owner];
        if (one) Reflect.deleteProperty(one, member);
        if (!isStatic && one?.prototype) Reflect.deleteProperty(one.prototype, member);
      }
    }
  }, names);
});

test('no page of the site, no screen and no kiosk fails in the oldest browsers that are served', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(`${new URL(page.url()).pathname}: ${message}`));
  for (const { path } of samples) {
    await page.goto(path, { waitUntil: 'load' });
    const left = await page.evaluate(() => [
      'hasOwn' in Object,
      'at' in Array.prototype,
      'structuredClone' in window,
    ]);
    expect(left, path).toEqual([false, false, false]);
  }
  expect(failures).toEqual([]);
});

test('a question with a category in its address is answered there', async ({ page }) => {
  await page.goto('search/?category=construction&scope=all&q=工程');
  await answered(page);
  expect((await shownIds(page)).length).toBeGreaterThan(0);
});
