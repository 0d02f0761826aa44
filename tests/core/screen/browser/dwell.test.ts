import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listDwell, readingWeight } from '../../../../src/core/screen/browser/dwell.ts';

test('a character weighs one, a letter or digit half, punctuation nothing', () => {
  expect(readingWeight('沿江路（二期）')).toBe(5);
  expect(readingWeight('GM-JS-2026-012')).toBe(5.5);
  expect(readingWeight('，。（）“”—— ')).toBe(0);
  expect(readingWeight('𬭎')).toBe(1);
});

const han = (length: number): string => '字'.repeat(length);
const page = (rows: number, longest: number): readonly string[] =>
  Array.from({ length: rows }, () => han(longest));

test.each([
  [8, 30, 21.6],
  [4, 40, 20.13],
  [0, 0, 10],
  [1, 3, 10],
  [20, 60, 30],
])('%d rows whose longest title has %d characters stay %d seconds', (rows, longest, seconds) => {
  expect(listDwell(page(rows, longest))).toBeCloseTo(seconds, 1);
});

test('the factor of a screen lengthens or shortens every page', () => {
  expect(listDwell(page(8, 30), 1.5)).toBeCloseTo(32.4, 5);
  expect(listDwell(page(8, 30), 0.6)).toBeCloseTo(12.96, 5);
});

const titles = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 30 });

test('whatever the titles, a page stays between 10 and 30 seconds', () => {
  fc.assert(
    fc.property(titles, (list) => {
      const seconds = listDwell(list);
      expect(seconds).toBeGreaterThanOrEqual(10);
      expect(seconds).toBeLessThanOrEqual(30);
    }),
  );
});

test('one more row, or a longer title, never shortens a page', () => {
  fc.assert(
    fc.property(titles, fc.nat(80), (list, length) => {
      expect(listDwell([...list, han(length)])).toBeGreaterThanOrEqual(listDwell(list));
      expect(listDwell([...list, han(length + 1)])).toBeGreaterThanOrEqual(listDwell([...list, han(length)]));
    }),
  );
});
