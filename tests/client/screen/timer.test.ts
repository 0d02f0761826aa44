import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { after } from '../../../src/client/screen/timer.ts';

const HOUR = 3600;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  [5, 5],
  [24 * HOUR, 24 * HOUR],
  [40 * 24 * HOUR, 24 * HOUR],
  [Number.POSITIVE_INFINITY, 24 * HOUR],
  [Number.NaN, 60],
])('what should ring after %s seconds rings after %d, and once', (wanted, seconds) => {
  const ring = vi.fn();
  after(wanted, ring);
  vi.advanceTimersByTime(seconds * 1000 - 1);
  expect(ring).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(48 * HOUR * 1000);
  expect(ring).toHaveBeenCalledOnce();
});
