import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardsOf, shardsSince } from '../../../src/core/search/shard.ts';
import { runsOf } from '../../repeatable.ts';

const years = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([year, count]) => Array<string>(count).fill(year));

const named = (counts: Readonly<Record<string, number>>): readonly string[] =>
  shardsOf(years(counts), '2026').map(({ name, from, to }) => `${name} ${from}–${to}`);

test('this year and last are the hot index, all before them the archive', () => {
  expect(named({ 2018: 3, 2024: 2, 2025: 4, 2026: 5 })).toEqual(['hot 5–14', 'archive 0–5']);
});

test('there is no index for nothing', () => {
  expect(named({ 2018: 3 })).toEqual(['archive 0–3']);
  expect(named({ 2026: 3 })).toEqual(['hot 0–3']);
  expect(named({})).toEqual([]);
});

test('an announcement dated next year is hot', () => {
  expect(named({ 2027: 1 })).toEqual(['hot 0–1']);
});

test.each([
  [400, ['hot 0–400']],
  [401, ['hot 400–401', 'current 0–400']],
  [800, ['hot 400–800', 'current 0–400']],
  [801, ['hot 800–801', 'current 0–800']],
  [2400, ['hot 2000–2400', 'current 0–2000']],
  [2401, ['hot 2400–2401', 'current-2 2000–2400', 'current 0–2000']],
])(
  'of %i in two years, what does not fit into the hot index any more goes into the one before',
  (count, shards) => {
    expect(named({ 2026: count })).toEqual(shards);
  },
);

describe('whatever the years and the sizes', () => {
  const YEARS = ['2018', '2024', '2025', '2026'];
  /** Years in order, and sizes of which the smaller divides the larger. */
  const given = fc.tuple(
    fc.array(fc.constantFrom(...YEARS), { maxLength: 60 }).map((all) => all.sort()),
    fc.record({ hot: fc.integer({ min: 1, max: 5 }), times: fc.integer({ min: 1, max: 4 }) }),
  );
  const hold = (predicate: (all: string[], sizes: { full: number; hot: number }) => void): void =>
    fc.assert(
      fc.property(given, ([all, { hot, times }]) => predicate(all, { hot, full: hot * times })),
      { numRuns: runsOf(300) },
    );

  test('every announcement is in one index, and none is larger than it may be', () => {
    hold((all, sizes) => {
      const shards = shardsOf(all, '2026', sizes);
      const places = shards
        .toReversed()
        .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
      expect(places).toEqual(all.map((_, place) => place));
      for (const { name, from, to } of shards)
        expect(to - from).toBeLessThanOrEqual(name === 'hot' ? sizes.hot : sizes.full);
    });
  });

  test('no two have one name, and the hot index is asked first', () => {
    hold((all, sizes) => {
      const names = shardsOf(all, '2026', sizes).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.indexOf('hot')).toBe(all.some((year) => year >= '2025') ? 0 : -1);
    });
  });

  test('there are no more of them than can be filled, but for two that grow and the hot one', () => {
    hold((all, sizes) => {
      const most = Math.floor(all.length / sizes.full) + 3;
      expect(shardsOf(all, '2026', sizes).length).toBeLessThanOrEqual(most);
    });
  });

  test('a new announcement changes the hot index alone, and the one before when it has overflown', () => {
    hold((all, sizes) => {
      const before = shardsOf(all, '2026', sizes);
      const after = shardsOf([...all, '2026'], '2026', sizes);
      const isSame = (one: Shard): boolean =>
        before.some(({ name, from, to }) => name === one.name && from === one.from && to === one.to);
      const changed = after.filter((one) => !isSame(one)).map(({ name }) => name);
      const hot = before.find(({ name }) => name === 'hot');
      const isFull = hot !== undefined && hot.to - hot.from === sizes.hot;
      expect(changed).toEqual(isFull ? ['hot', after[1]!.name] : ['hot']);
    });
  });

  test('a full one is never changed by announcements that come after', () => {
    hold((all, sizes) => {
      const isFull = ({ name, from, to }: Shard): boolean => name !== 'hot' && to - from === sizes.full;
      const full = shardsOf(all, '2026', sizes).filter(isFull);
      const more = shardsOf([...all, ...Array<string>(sizes.full * 2).fill('2026')], '2026', sizes);
      expect(more).toEqual(expect.arrayContaining([...full]));
    });
  });
});

type Shard = ReturnType<typeof shardsOf>[number];

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
