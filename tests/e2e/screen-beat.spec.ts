import { parseBeat } from '../../src/core/screen/browser/beat.ts';
import { hashOf } from '../../src/core/health/on-glass.ts';
import { expect, pagesOf, test } from './lobby.ts';

test('with each question a screen tells what it shows, how it runs and what failed', async ({
  hall,
  server,
}) => {
  const asked: string[] = [];
  hall.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/head.json')) asked.push(search);
  });
  await hall.open('lobby-a');
  const { seq } = server.headOf('lobby-a');
  const nodes = await hall.page.locator('*').count();
  await server.fail('500');
  await hall.pass(72);
  await server.recover();
  server.time += 3_600_000;
  await hall.pass(72 + 72);
  expect(parseBeat(asked[0]!)).toMatchObject({
    screen: 'lobby-a',
    seq,
    minutes: 0,
    errors: 0,
    hasFont: true,
    state: 'current',
    minutesAlone: 0,
    size: hall.page.viewportSize(),
    ratio: 1,
    feed: server.headOf('lobby-a').feed.sha256.slice(0, 12),
    round: hashOf(pagesOf(await hall.boot()).flatMap(({ items }) => items.map(({ id }) => id))),
  });
  expect(parseBeat(asked[0]!)?.isOnWrongGlass).toBeUndefined();
  const last = parseBeat(asked.at(-1)!)!;
  expect(last).toMatchObject({ screen: 'lobby-a', seq, nodes });
  expect(last.minutes).toBeGreaterThan(0);
  expect(last.errors).toBeGreaterThan(0);
  // The screen's clock also runs while a busy machine makes it wait.
  expect(Math.abs(last.skewSeconds! - 3600)).toBeLessThan(120);
});

test('a landscape screen on a portrait glass says so in small and tells it with its next question', async ({
  hall,
}) => {
  const asked: string[] = [];
  hall.page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/head.json')) asked.push(search);
  });
  await hall.open('lobby-a');
  await hall.page.setViewportSize({ width: 1080, height: 1920 });
  await hall.pass(72);
  expect(parseBeat(asked.at(-1)!)).toMatchObject({
    isOnWrongGlass: true,
    size: { width: 1080, height: 1920 },
  });
  expect(await hall.footer()).toContain('这一页按横屏设置，这块屏是竖屏，请找管理员');
});
