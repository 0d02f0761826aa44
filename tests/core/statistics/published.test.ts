import { expect, test } from 'vitest';
import { printRoughly, printYuan } from '../../../src/core/statistics/amount.ts';
import { regularityOf } from '../../../src/core/statistics/published.ts';
import { percentOf, searchPath } from '../../../src/site/statistics/figure.ts';

test('the regularity of months names every month that shares the highest or the lowest number', () => {
  expect(regularityOf([4, 9, 4, 9, 5])).toEqual({
    total: 31,
    perMonth: 6,
    most: { months: [2, 4], count: 9 },
    least: { months: [1, 3], count: 4 },
  });
});

test.each([[[5]], [[0, 0, 0]], [[1, 0, 1]]])('of %j nothing can be said', (totals) => {
  expect(regularityOf(totals)).toBeUndefined();
});

test.each([
  [99_999_999, '999,999.99元'],
  [100_000_000, '100万元'],
  [358_650_000, '359万元'],
  [9_999_499_999, '9,999万元'],
  [10_000_000_000, '1.00亿元'],
  [1_839_612_345_678, '183.96亿元'],
])('%d fen is told as %s', (fen, text) => {
  expect(printRoughly(fen)).toBe(text);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [99_999, '999.99'],
  [358_600_000, '3,586,000.00'],
])('%d fen is %s yuan', (fen, text) => {
  expect(printYuan(fen)).toBe(text);
});

test.each([
  [0, 9, '0%'],
  [1, 300, '不到 1%'],
  [1, 8, '13%'],
  [8, 8, '100%'],
])('%d of %d is %s', (part, whole, text) => {
  expect(percentOf(part, whole)).toBe(text);
});

test('a search names its period, its category and its types as the search page does', () => {
  expect(searchPath({ year: 2024, toMonth: 2 }, { category: 'land', types: ['land-grant-notice'] })).toBe(
    'search/?scope=all&category=land&type=land-grant-notice&from=2024-01-01&to=2024-02-29',
  );
});
