import { newer } from '../floor.ts';
import { samples } from '../output/templates.ts';
import { makeOlder } from './older.ts';
import { expect, test } from './site.ts';
import { answered, shownIds } from './search-page.ts';

test.use({ reducedMotion: 'reduce' });

test.beforeEach(({ page }) => makeOlder(page, newer));

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
