import { expect, test } from 'vitest';
import { emPx } from '../../../../src/core/screen/browser/panel.ts';

/** Floor, body and key size in pixels of a 1080-line panel, by diagonal in inches and distance in metres. */
const table: readonly [inches: number, distanceM: number, floor: number, body: number, key: number][] = [
  [43, 2, 32, 45, 55],
  [43, 3, 48, 68, 83],
  [43, 5, 79, 113, 137],
  [43, 8, 126, 180, 219],
  [55, 2, 25, 36, 43],
  [55, 3, 37, 53, 65],
  [55, 5, 62, 88, 107],
  [55, 8, 99, 141, 172],
  [65, 2, 21, 30, 37],
  [65, 3, 32, 45, 55],
  [65, 5, 52, 75, 91],
  [65, 8, 84, 119, 145],
  [86, 2, 16, 23, 28],
  [86, 3, 24, 34, 42],
  [86, 5, 40, 57, 69],
  [86, 8, 63, 90, 110],
];

test.each(table)(
  'on %d inches seen from %d metres, characters are %d, %d and %d pixels high',
  (inches, distanceM, ...sizes) => {
    const panel = { inches, width: 1920, height: 1080, distanceM };
    expect([emPx(panel, 'floor'), emPx(panel, 'body'), emPx(panel, 'key')]).toEqual(sizes);
  },
);

test('a panel hung upright needs the same sizes', () => {
  const panel = { inches: 55, distanceM: 3 };
  expect(emPx({ ...panel, width: 1080, height: 1920 }, 'body')).toBe(
    emPx({ ...panel, width: 1920, height: 1080 }, 'body'),
  );
});

test('with twice the dots, a character takes the same part of the glass', () => {
  const panel = { inches: 55, distanceM: 3 };
  const [fine, coarse] = [
    emPx({ ...panel, width: 3840, height: 2160 }, 'body'),
    emPx({ ...panel, width: 1920, height: 1080 }, 'body'),
  ];
  expect(fine / 2).toBeLessThanOrEqual(coarse);
  expect(fine / 2).toBeGreaterThan(coarse - 1);
});
