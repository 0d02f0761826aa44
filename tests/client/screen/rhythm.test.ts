import { expect, test, vi } from 'vitest';
import { pauseAfter } from '../../../src/client/screen/rhythm.ts';

const HOUR = 3600;

test.each([
  [0, undefined, 60],
  [1, undefined, 5],
  [2, undefined, 10],
  [3, undefined, 20],
  [4, undefined, 45],
  [500, undefined, 45],
  [0, 9 * HOUR, 600],
  [1, 9 * HOUR, 5],
  [4, 9 * HOUR, 45],
  [5, 9 * HOUR, 600],
])(
  'after %d failures, %s seconds before the end of quiet hours, a screen asks within %d seconds or a fifth less or more',
  (failures, quietLeft, seconds) => {
    for (const [chance, share] of [
      [0, 0.8],
      [0.5, 1],
      [1, 1.2],
    ] as const) {
      vi.spyOn(Math, 'random').mockReturnValue(chance);
      expect(pauseAfter(failures, quietLeft)).toBeCloseTo(seconds * share);
    }
  },
);

test('when quiet hours end, a screen asks at once', () => {
  expect(pauseAfter(0, 61)).toBe(61);
});
