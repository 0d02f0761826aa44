import { expect, test } from 'vitest';
import { freshnessAfter, stampsOf, warningAfter, whenOf } from '../../../../src/core/screen/browser/words.ts';

const generated = '2026-11-22T09:00:00+08:00';

test('a deadline is a day and a time, never a count of days', () => {
  expect(whenOf('2026-12-08T09:30:00+08:00', generated)).toEqual({
    year: '',
    date: '12月8日',
    time: '09:30',
  });
});

test('across the turn of the year the month is clear enough; far off, the year is said', () => {
  expect(whenOf('2027-01-05T09:30:00+08:00', generated).year).toBe('');
  expect(whenOf('2027-09-05T09:30:00+08:00', generated).year).toBe('2027年');
  expect(whenOf('2025-11-22T09:30:00+08:00', generated).year).toBe('2025年');
});

test('the footer says the time of today, and the day of any other', () => {
  const sha256 = '7f3a9c';
  const facts = { generated, checkedAt: '2026-11-22T10:32:11+08:00', sha256 };
  expect(stampsOf({ ...facts, now: '2026-11-22T10:33:00+08:00' })).toBe('数据 09:00 · 检查 10:32 · 7f3a');
  expect(stampsOf({ ...facts, now: '2026-11-23T00:01:00+08:00' })).toBe(
    '数据 11月22日 09:00 · 检查 11月22日 10:32 · 7f3a',
  );
  expect(stampsOf({ generated, sha256 })).toBe('数据 11月22日 09:00 · 7f3a');
});

test.each([
  [0, 'fresh', ''],
  [14.9, 'fresh', ''],
  [15, 'late', '已 15 分钟没有连上服务器，可能不是最新'],
  [119.9, 'late', '已 119 分钟没有连上服务器，可能不是最新'],
  [120, 'stale', '已 2 小时没有连上服务器，请以网站为准'],
  [60 * 47.5, 'stale', '已 47 小时没有连上服务器，请以网站为准'],
  [60 * 24 * 3, 'stale', '已 3 天没有连上服务器，请以网站为准'],
])('after %d minutes without an answer a screen is %s and says “%s”', (minutes, freshness, words) => {
  expect(freshnessAfter(minutes)).toBe(freshness);
  expect(warningAfter(minutes)).toBe(words);
});
