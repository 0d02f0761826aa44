import { instantAt } from '../../src/core/announcement/instant.ts';
import { GATES, growth, leak } from './holdings.ts';
import { expect, test } from './lobby.ts';
import { at, ROOM, write } from './reading.ts';
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

test('a screen that is told of bids every ten seconds for half a day holds no more than after an hour', async ({
  page,
  server,
}) => {
  test.slow();
  server.time = at('07:30');
  const startOf = (hour: number): string => instantAt(at(`${String(hour).padStart(2, '0')}:00`));
  const items = Array.from({ length: 11 }, (_, index) => index + 8).map((hour) => ({
    id: `gm-hour-${hour}`,
    title: '示例工程施工招标公告',
    type: '招标公告',
    at: startOf(hour),
    room: '302',
    roomId: ROOM,
  }));
  server.publish('lobby-a', (feed) => ({
    ...feed,
    parts: feed.parts.map((part) => (part.kind === 'openings' ? { ...part, items } : part)),
  }));
  let asked = 0;
  page.on('request', (request) => {
    if (!request.url().includes('/live/')) return;
    asked += 1;
    const hour = Number(instantAt(server.time).slice(11, 13));
    const told = { announcement: `gm-hour-${hour}`, starts: startOf(hour), seq: server.time + asked };
    write(server, { ...told, read: asked % 5 });
  });
  expect(breaches(await growth(page, server, 'lobby-a', 11))).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
});

test('a client that writes markup and keeps what it made goes over every gate', async ({ page, server }) => {
  test.slow();
  await page.addInitScript(leak);
  expect(breaches(await growth(page, server, 'lobby-b', 3))).toEqual(['heap', 'nodes', 'listeners']);
});

const breaches = (grown: Holdings): readonly string[] =>
  (Object.keys(GATES) as (keyof Holdings)[]).filter((name) => grown[name] > GATES[name]);
