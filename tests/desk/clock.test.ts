import { expect, test, vi } from 'vitest';
import { ClockWatch } from '../../src/desk/site/clock.ts';
import type { Work } from '../../src/core/desk/api.ts';
import { deskFor, NOW } from './open.ts';

const AT = Temporal.Instant.from(NOW).epochMilliseconds;
const MINUTE = 60_000;

/** A watch whose first answer has come. */
async function watchOf(ask: () => Promise<number | undefined>, milliseconds = () => 0): Promise<ClockWatch> {
  const watch = new ClockWatch({ ask, now: () => NOW, milliseconds });
  watch.look();
  await new Promise((done) => setImmediate(done));
  return watch;
}

test.each([
  [AT + 15 * MINUTE, '这台电脑的时间慢了 15 分钟。'],
  [AT - 3 * MINUTE, '这台电脑的时间快了 3 分钟。'],
  [AT - 8 * 60 * MINUTE, '这台电脑的时间快了 8 小时。'],
  [AT + 366 * 24 * 60 * MINUTE, '这台电脑的时间慢了 366 天。'],
  [AT + 90_000, undefined],
  [undefined, undefined],
])('where the site says %s, the clerk is told %s', async (site, message) => {
  expect((await watchOf(() => Promise.resolve(site))).look()?.message).toBe(message);
});

test('the site is asked once a minute, and one that does not answer changes nothing', async () => {
  let passed = 0;
  const ask = vi.fn(() => Promise.resolve<number | undefined>(AT + 15 * MINUTE));
  const watch = await watchOf(ask, () => passed);
  watch.look();
  expect(ask).toHaveBeenCalledTimes(1);
  ask.mockRejectedValue(new Error('away'));
  passed = MINUTE;
  watch.look();
  await new Promise((done) => setImmediate(done));
  expect(ask).toHaveBeenCalledTimes(2);
  expect(watch.look()?.message).toBe('这台电脑的时间慢了 15 分钟。');
});

test('where nothing is known of the site nothing is said of the clock', async () => {
  const desk = await deskFor();
  expect((await desk.ask<Work>('GET', '/api/work')).body.clock).toBeUndefined();
});
