import { LONGEST_CYCLE } from '../../src/core/screen/browser/dwell.ts';
import { named, withItems, type HallServer } from './hall-server.ts';
import { expect, pagesOf, test } from './lobby.ts';
import { nameOf } from '../../src/core/screen/browser/name.ts';
import type { BoardBoot } from '../../src/core/screen/browser/boot.ts';
import { VirtualTime } from './virtual-time.ts';

// A page whose time was stopped is no use to another test.
test.use({ reuseContext: false });

const NEWS = '号示例项目招标公告';

/** Seconds between two looks at the glass: shorter than any page stays. */
const LOOK = 4;
/** Seconds until the next question at the latest, and as long as a page stays, rows of corrections and all. */
const QUESTION = 72;
const PAGE = 30 + LOOK;
/** A round is longer by half where a page of something new comes with every question, which are a minute apart by chance. */
const ROUND = 1.5 * LONGEST_CYCLE;

/** One announcement more in the first part, and the last of it gone, as a build does it. */
const publish = (server: HallServer, screen: string, id: string, title: string): void =>
  server.publish(screen, (feed) =>
    withItems(feed, (items, part) =>
      part === 0 ? [named(items[0]!, id, title), ...items.slice(0, -1)] : items,
    ),
  );

test('where an announcement is published every minute, each comes next, and all of the round comes within two rounds', async ({
  page,
  server,
}) => {
  test.slow();
  const time = await VirtualTime.open(page, server, 'lobby-b');
  const boot = JSON.parse((await page.locator('#boot').textContent())!) as BoardBoot;
  const round = (): readonly string[] =>
    pagesOf({ ...boot, feed: server.feedOf('lobby-b') }).flatMap(({ items }) => items.map(nameOf));
  /** Since when each announcement of the round has not been on the glass. */
  const waiting = new Map<string, number>();
  const seen = new Set<string>();
  const longest = { any: 0, news: 0 };
  for (let passed = 0; passed < 6 * LONGEST_CYCLE; passed += LOOK) {
    if (passed % 60 === 0) publish(server, 'lobby-b', `gm-new-${passed}`, `${passed / 60 + 1} ${NEWS}`);
    await time.pass(LOOK);
    const [{ names }, awaited] = [await time.glass(), round()];
    for (const title of names) seen.add(title);
    for (const title of waiting.keys()) if (!awaited.includes(title)) waiting.delete(title);
    for (const title of awaited) {
      const since = names.includes(title) ? passed : (waiting.get(title) ?? passed);
      waiting.set(title, since);
      longest.any = Math.max(longest.any, passed - since);
      if (title.endsWith(NEWS) && !seen.has(title)) longest.news = Math.max(longest.news, passed - since);
    }
  }
  expect(longest.any).toBeLessThanOrEqual(2 * ROUND);
  expect(longest.news).toBeLessThanOrEqual(QUESTION + PAGE);
  expect(seen).toContain(`17 ${NEWS}`);
});
