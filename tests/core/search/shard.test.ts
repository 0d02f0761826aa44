import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shardsOf, shardsSince } from '../../../src/core/search/shard.ts';

const years = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([year, count]) => Array<string>(count).fill(year));

test('this year and last are the current index, all before them the archive', () => {
  expect(shardsOf(years({ 2018: 3, 2024: 2, 2025: 4, 2026: 5 }), '2026')).toEqual([
    { name: 'current', from: 5, to: 14 },
    { name: 'archive', from: 0, to: 5 },
  ]);
});

test('there is no index for nothing', () => {
  expect(shardsOf(years({ 2018: 3 }), '2026').map(({ name }) => name)).toEqual(['archive']);
  expect(shardsOf(years({ 2026: 3 }), '2026').map(({ name }) => name)).toEqual(['current']);
  expect(shardsOf([], '2026')).toEqual([]);
});

test('an announcement dated next year is current', () => {
  expect(shardsOf(['2027'], '2026')).toEqual([{ name: 'current', from: 0, to: 1 }]);
});

test('a new announcement leaves every full index as it was', () => {
  const before = shardsOf(years({ 2020: 7, 2026: 8 }), '2026', 3);
  const after = shardsOf(years({ 2020: 7, 2026: 9 }), '2026', 3);
  const full = before.filter(({ name }) => !name.startsWith('current-3'));
  expect(after).toEqual(expect.arrayContaining([...full]));
});

test('every announcement is in one index, and none is larger than it may be', () => {
  const counts = fc.record({ 2018: fc.nat(20), 2024: fc.nat(20), 2025: fc.nat(20), 2026: fc.nat(20) });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 9 }), (given, largest) => {
      const all = years(given as unknown as Record<string, number>);
      const shards = shardsOf(all, '2026', largest);
      const places = shards.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, index) => from + index),
      );
      expect(places.toSorted((a, b) => a - b)).toEqual(all.map((_, place) => place));
      expect(shards.every(({ from, to }) => to - from <= largest)).toBe(true);
      expect(shards.map(({ from }) => from)).toEqual(
        shards.map(({ from }) => from).toSorted((a, b) => b - a),
      );
    }),
  );
});

test.each([
  ['2026', ['current-2', 'current']],
  ['2025', ['current-2', 'current']],
  ['2024', ['current-2', 'current', 'archive']],
  ['2018', ['current-2', 'current', 'archive']],
  ['2027', []],
  [undefined, []],
])('a question that looks through the years down to %s asks %j', (oldest, names) => {
  const shards = [
    { name: 'current-2', newest: '2026' },
    { name: 'current', newest: '2026' },
    { name: 'archive', newest: '2024' },
  ];
  expect(shardsSince(shards, oldest).map(({ name }) => name)).toEqual(names);
});
