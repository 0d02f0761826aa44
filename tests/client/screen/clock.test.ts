import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock, dayOf, toInstant } from '../../../src/client/screen/clock.ts';

const generated = '2026-11-22T09:00:00+08:00';
const at = (text: string): number => Date.parse(text);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const clockOnDevice = (device: string): Clock => {
  vi.setSystemTime(at(device));
  return new Clock(generated);
};

test.each([
  ['1970-01-01T00:00:00Z', undefined],
  ['2026-11-22T08:50:00+08:00', undefined],
  ['2026-11-22T08:58:00+08:00', '2026-11-22T08:58:00+08:00'],
  ['2026-11-24T09:00:00+08:00', '2026-11-24T09:00:00+08:00'],
  ['2099-01-01T00:00:00Z', undefined],
])('without a server, a device that says %s is believed: %s', (device, believed) => {
  const now = clockOnDevice(device).now();
  expect(now && toInstant(now)).toBe(believed);
});

test('a device two minutes off keeps its own time, one that is hours off takes the server’s', () => {
  const near = clockOnDevice('2026-11-22T10:01:00+08:00');
  near.heard('Sun, 22 Nov 2026 02:00:00 GMT');
  expect(toInstant(near.now()!)).toBe('2026-11-22T10:01:00+08:00');
  const lost = clockOnDevice('1970-01-01T00:00:00Z');
  lost.heard('Sun, 22 Nov 2026 02:00:00 GMT');
  vi.advanceTimersByTime(60_000);
  expect(toInstant(lost.now()!)).toBe('2026-11-22T10:01:00+08:00');
});

test('a server whose clock is behind its own data is not believed', () => {
  const clock = clockOnDevice('1970-01-01T00:00:00Z');
  clock.heard('Thu, 01 Jan 2015 00:00:00 GMT');
  expect(clock.now()).toBeUndefined();
});

test('a box that is its own server, with a clock that is years ahead, is not believed either', () => {
  const clock = clockOnDevice('2099-01-01T00:00:00Z');
  clock.heard('Thu, 01 Jan 2099 00:00:00 GMT');
  expect(clock.now()).toBeUndefined();
});

test('a box whose clock is 23 hours ahead shows the time of its source', () => {
  const clock = clockOnDevice('2026-11-23T09:00:00+08:00');
  clock.heard('Mon, 23 Nov 2026 01:00:00 GMT');
  expect(toInstant(clock.now()!)).toBe('2026-11-23T09:00:00+08:00');
  clock.correct(-23 * 3_600_000);
  expect(toInstant(clock.now()!)).toBe('2026-11-22T10:00:00+08:00');
  expect(clock.skew()).toBe(-23 * 3_600_000);
  vi.advanceTimersByTime(60_000);
  clock.heard('Mon, 23 Nov 2026 01:01:00 GMT');
  expect(toInstant(clock.now()!)).toBe('2026-11-22T10:01:00+08:00');
});

test('a box whose clock was put since it was measured knows no time', () => {
  const clock = clockOnDevice('2026-11-23T09:00:00+08:00');
  clock.heard('Mon, 23 Nov 2026 01:00:00 GMT');
  clock.correct('lost');
  expect([clock.now(), clock.skew()]).toEqual([undefined, undefined]);
  clock.correct(0);
  expect(toInstant(clock.now()!)).toBe('2026-11-23T09:00:00+08:00');
});

test('a measure that leads before the data themselves is not believed', () => {
  const clock = clockOnDevice('2026-11-22T10:00:00+08:00');
  clock.heard('Sun, 22 Nov 2026 02:00:00 GMT');
  clock.correct(-23 * 3_600_000);
  expect(clock.now()).toBeUndefined();
});

test('an answer without a readable date tells nothing', () => {
  const clock = clockOnDevice('1970-01-01T00:00:00Z');
  clock.heard(null);
  clock.heard('soon');
  expect(clock.now()).toBeUndefined();
});

test('the day and time are those of Beijing, whatever zone the machine is in', () => {
  expect(toInstant(at('2026-12-31T16:00:00Z'))).toBe('2027-01-01T00:00:00+08:00');
  expect(dayOf(at('2026-11-22T16:30:00Z'))).toBe('11月23日 星期一');
});

test('on a sample site it is the moment of its data, whatever device and server say, and time goes on from there', () => {
  vi.setSystemTime(at('2031-05-01T00:00:00Z'));
  const clock = new Clock(generated, generated);
  clock.heard('Thu, 01 May 2031 00:00:00 GMT');
  vi.advanceTimersByTime(60_000);
  expect(toInstant(clock.now()!)).toBe('2026-11-22T09:01:00+08:00');
});
