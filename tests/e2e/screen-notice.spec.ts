import { instantAt } from '../../src/core/announcement/instant.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';
import { VirtualTime } from './virtual-time.ts';

// A page whose time was stopped is no use to another test.
test.use({ reuseContext: false });

/** Seconds. */
const MINUTE = 60;

const TEXT = '二楼示例开标室今天停用，各场开标改在三楼。';

/** Says something to the whole hall from now on, for so many minutes; for none it is taken back. */
function say(server: HallServer, screen: string, minutes: number): void {
  const [from, until] = [server.time, server.time + minutes * 60_000].map(instantAt) as [string, string];
  const notices = minutes > 0 ? [{ id: 'gm-notice', text: TEXT, from, until }] : [];
  server.publish(screen, (feed) => ({ ...feed, notices }));
}

test('a notice to the hall is in view with the next question, stays through every page, and goes when its time is over', async ({
  page,
  server,
}) => {
  const time = await VirtualTime.open(page, server, 'lobby-b');
  say(server, 'lobby-b', 30);
  await time.pass(75);
  const counts = new Set<string>();
  for (let look = 0; look < 12; look++) {
    const { everything, count } = await time.glass();
    expect(everything).toContain(TEXT);
    counts.add(count);
    await time.pass(15);
  }
  expect(counts.size).toBeGreaterThan(2);
  await time.pass(25 * MINUTE);
  expect((await time.glass()).everything).toContain(TEXT);
  await time.pass(2 * MINUTE);
  expect((await time.glass()).everything).not.toContain(TEXT);
});

test('a notice that is taken back goes with the next question', async ({ page, server }) => {
  say(server, 'lobby-b', 300);
  const time = await VirtualTime.open(page, server, 'lobby-b');
  await time.pass(75);
  expect((await time.glass()).everything).toContain(TEXT);
  server.time += 1000;
  say(server, 'lobby-b', 0);
  await time.pass(75);
  expect((await time.glass()).everything).not.toContain(TEXT);
});

test('a notice is in view in quiet hours too', async ({ page, server }) => {
  server.time = Date.parse('2026-11-22T22:00:00+08:00');
  const time = await VirtualTime.open(page, server, 'lobby-a');
  say(server, 'lobby-a', 120);
  await time.pass(13 * MINUTE);
  const { state, everything } = await time.glass();
  expect(state).toBe('live quiet');
  expect(everything).toContain('非服务时间');
  expect(everything).toContain(TEXT);
});
