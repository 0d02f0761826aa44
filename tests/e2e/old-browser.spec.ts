import { samples } from '../output/templates.ts';
import { expect, test } from './site.ts';
import { answered, shownIds } from './search-page.ts';

/** What came after Chrome 90, Safari 14 or Firefox 90; a linter of scripts does not see what the platform has beside. */
const NEWER = [
  ...[
    'Object.hasOwn',
    'Object.groupBy',
    'Map.groupBy',
    'Array.fromAsync',
    'Promise.withResolvers',
    'Promise.try',
  ],
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'].map(
    (name) => `Array.prototype.${name}`,
  ),
  ...['at', 'isWellFormed', 'toWellFormed'].map((name) => `String.prototype.${name}`),
  ...['union', 'intersection', 'difference', 'isSubsetOf'].map((name) => `Set.prototype.${name}`),
  ...['structuredClone', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'reportError', 'scheduler'],
  ...['HTMLDialogElement', 'Highlight', 'Sanitizer', 'navigation', 'EyeDropper', 'URLPattern'],
  ...['AbortSignal.any', 'AbortSignal.timeout', 'AbortSignal.prototype.throwIfAborted'],
  ...['URL.canParse', 'URL.parse', 'Crypto.prototype.randomUUID', 'Element.prototype.checkVisibility'],
  ...['HTMLElement.prototype.showPopover', 'HTMLElement.prototype.togglePopover'],
  ...['Document.prototype.startViewTransition', 'HTMLInputElement.prototype.showPicker'],
];

test.use({ reducedMotion: 'reduce' });

test.beforeEach(async ({ page }) => {
  await page.addInitScript((names) => {
    for (const name of names) {
      const path = name.split('.');
      const owner = path
        .slice(0, -1)
        .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], globalThis);
      if (owner) Reflect.deleteProperty(owner, path[path.length - 1]!);
    }
  }, NEWER);
});

test('no page of the site, no screen and no kiosk fails in the oldest browsers that are served', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(`${new URL(page.url()).pathname}: ${message}`));
  for (const { path } of samples) {
    await page.goto(path, { waitUntil: 'load' });
    expect(await page.evaluate(() => 'hasOwn' in Object), path).toBe(false);
  }
  expect(failures).toEqual([]);
});

test('a question with a category in its address is answered there', async ({ page }) => {
  await page.goto('search/?category=construction&scope=all&q=工程');
  await answered(page);
  expect((await shownIds(page)).length).toBeGreaterThan(0);
});
