import { expect, test } from 'vitest';
import { isReadingDue } from '../../src/mirror/due.ts';

test.each([
  ['never read', '2026-11-23T09:00:00+08:00', undefined, true],
  ['read at noon, in the evening', '2026-11-22T23:59:59+08:00', '2026-11-22T12:00:00+08:00', false],
  ['read at noon, before the quiet hours', '2026-11-23T00:59:59+08:00', '2026-11-22T12:00:00+08:00', false],
  ['read at noon, in the night', '2026-11-23T01:00:00+08:00', '2026-11-22T12:00:00+08:00', true],
  ['read in this night', '2026-11-23T04:59:00+08:00', '2026-11-23T01:00:00+08:00', false],
  ['read in the night before, by day', '2026-11-23T23:00:00+08:00', '2026-11-23T01:00:00+08:00', false],
  [
    'read in the night before, in the next, a little earlier',
    '2026-11-24T01:00:10+08:00',
    '2026-11-23T01:00:50+08:00',
    true,
  ],
  ['read in the evening, in the night', '2026-11-23T04:59:00+08:00', '2026-11-22T18:00:00+08:00', false],
  ['read a day ago, by day', '2026-11-23T12:00:00+08:00', '2026-11-22T12:00:00+08:00', true],
  [
    'read in a future of which the clock has come back',
    '2026-11-23T12:00:00+08:00',
    '2027-01-01T00:00:00+08:00',
    true,
  ],
  ['a moment that cannot be read', '2026-11-23T12:00:00+08:00', 'yesterday', true],
])('every byte is read again or not: %s', (_, now, verifiedAt, isDue) => {
  expect(isReadingDue(now, verifiedAt)).toBe(isDue);
});
