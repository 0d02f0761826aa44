import { instantAt } from '../../src/core/announcement/instant.ts';
import type { NoticeLevel } from '../../src/core/announcement/notice-level.ts';
import type { HallServer } from './hall-server.ts';
import { expect, test } from './lobby.ts';
import { VirtualTime } from './virtual-time.ts';

// A page whose time was stopped is no use to another test.
test.use({ reuseContext: false });

/** Seconds. */
const MINUTE = 60;

const TEXT = '二楼示例开标室今天停用，各场开标改在三楼。';

/** What to do first, then where and how. */
const CALL = '立即离开，三楼火警，走楼梯';

/** Says something to the whole hall from now on, for so many minutes; for none it is taken back. */
function say(
  server: HallServer,
  screen: string,
  minutes: number,
  said: readonly (readonly [level: NoticeLevel, text: string, minutes?: number])[] = [['change', TEXT]],
): void {
  const all = said.map(([level, text, own = minutes], place) => ({
    id: `gm-notice-${place}`,
    level,
    text,
    from: instantAt(server.time),
    until: instantAt(server.time + own * 60_000),
  }));
  const notices = minutes > 0 ? all : [];
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

/** The words of a 紧急 without what stands around them. */
const wordsOf = (alarm: string): string => alarm.replace(/\s+/gu, '');

test('紧急 takes the whole glass with the next question, and gives it back to the others at its own end, without the server', async ({
  page,
  server,
}) => {
  const time = await VirtualTime.open(page, server, 'lobby-b');
  say(server, 'lobby-b', 20, [
    ['urgent', CALL],
    ['change', TEXT, 300],
    ['inform', '今晚停机维护', 300],
  ]);
  await time.pass(75);
  const { alarm } = await time.glass();
  expect(wordsOf(alarm)).toContain('立即离开三楼火警，走楼梯');
  expect(wordsOf(alarm)).toContain('09:10起，到09:30或者解除为止');
  const [alarmed, whole] = await Promise.all(
    ['[data-alarm]', 'main'].map((place) => page.locator(place).boundingBox()),
  );
  expect(alarmed).toEqual(whole);
  await server.fail('dead');
  await time.pass(17 * MINUTE);
  expect(wordsOf((await time.glass()).alarm)).toContain('没有连上服务器，可能已经解除');
  await time.pass(2 * MINUTE);
  const after = await time.glass();
  expect(after.alarm).toBe('');
  expect(after.everything).toContain('变更');
});

test('紧急 that is ended early goes with the next question', async ({ page, server }) => {
  say(server, 'lobby-b', 300, [['urgent', CALL]]);
  const time = await VirtualTime.open(page, server, 'lobby-b');
  await time.pass(75);
  expect((await time.glass()).alarm).toContain('立即离开');
  server.time += 1000;
  say(server, 'lobby-b', 0);
  await time.pass(75);
  expect((await time.glass()).alarm).toBe('');
});

test('two notices of the highest level alternate on the whole glass, each long enough to be read', async ({
  page,
  server,
}) => {
  say(server, 'lobby-a', 300, [
    ['urgent', CALL],
    ['urgent', '请留在室内，外面有雷暴大风'],
  ]);
  const time = await VirtualTime.open(page, server, 'lobby-a');
  await time.pass(75);
  const seen: string[] = [];
  for (let look = 0; look < 24; look++) {
    const { alarm } = await time.glass();
    seen.push(/立即离开/u.test(alarm) ? '1' : /请留在室内/u.test(alarm) ? '2' : '?');
    expect(alarm).toContain(`${seen.at(-1)!}/2`);
    await time.pass(2);
  }
  const runs = seen.join('').match(/1+|2+/gu)!.slice(1, -1);
  expect(runs.length).toBeGreaterThan(2);
  for (const run of runs) expect(run.length).toBeGreaterThanOrEqual(4);
});

test('紧急 is in view at night', async ({ page, server }) => {
  server.time = Date.parse('2026-11-22T22:00:00+08:00');
  const time = await VirtualTime.open(page, server, 'lobby-a');
  say(server, 'lobby-a', 60, [['urgent', CALL]]);
  await time.pass(13 * MINUTE);
  const { state, alarm } = await time.glass();
  expect(state).toBe('live quiet');
  expect(alarm).toContain('立即离开');
});

test('紧急 is in view after three days without the server, as long as it holds', async ({
  page,
  server,
  hall,
}) => {
  say(server, 'lobby-b', 4 * 24 * 60, [['urgent', CALL]]);
  await hall.open('lobby-b');
  await hall.pass(75);
  await server.fail('dead');
  await hall.jump(73 * 60);
  await hall.pass(72);
  await expect(page.locator('html')).toHaveClass(/suspended/u);
  await expect(page.locator('[data-alarm]')).toContainText('立即离开');
  await hall.jump(24 * 60);
  await hall.pass(72);
  await expect(page.locator('[data-alarm]')).toBeHidden();
});
