import { GATES, growth, leak } from './holdings.ts';
import { expect, test } from './lobby.ts';
import type { Holdings } from './virtual-time.ts';

// Less to paint; and a page whose time was stopped is no use to another test.
test.use({ viewport: { width: 320, height: 180 }, reuseContext: false });

/** A whole day is looked at by `npm run bench -- screens`. */
const HOURS = 12;

test('after half a day of 720 questions and 3,500 turns of the page a screen holds no more than after an hour', async ({
  page,
  server,
}) => {
  test.slow();
  expect(breaches(await growth(page, server, 'lobby-b', HOURS))).toEqual([]);
});

test('a client that writes markup and keeps what it made goes over every gate', async ({ page, server }) => {
  test.slow();
  await page.addInitScript(leak);
  expect(breaches(await growth(page, server, 'lobby-b', 3))).toEqual(['heap', 'nodes', 'listeners']);
});

const breaches = (grown: Holdings): readonly string[] =>
  (Object.keys(GATES) as (keyof Holdings)[]).filter((name) => grown[name] > GATES[name]);
