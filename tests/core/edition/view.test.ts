import { describe, expect, test } from 'vitest';
import type { Edition, View } from '../../../src/core/edition.ts';
import { byOldest, viewsInMemory } from '../../../src/core/edition/view.ts';

/** Announcements by id: the day of publication, and the buyer it names. */
const PUBLISHED: Readonly<Record<string, { publishedAt: string; buyer: string }>> = {
  c: { publishedAt: '2026-03-02', buyer: '水务局' },
  a: { publishedAt: '2026-03-01', buyer: '水务局' },
  b: { publishedAt: '2026-03-02', buyer: '水务局' },
  d: { publishedAt: '2026-03-03', buyer: '住建局' },
  e: { publishedAt: '2026-03-04', buyer: '教育局' },
};

const BUYERS: View<string, string> = {
  name: 'buyers',
  map: (_, id) => [[PUBLISHED[id]!.buyer, id]],
  reduce: (ids, buyer) =>
    ids.length > 1 || buyer === '住建局'
      ? { value: `${buyer} ${ids.length}`, group: buyer.slice(0, 1) }
      : undefined,
};

const views = () =>
  viewsInMemory(
    () => ({}) as Edition,
    () => Object.entries(PUBLISHED).map(([id, { publishedAt }]) => ({ id, publishedAt })),
  );

describe('what announcements contribute, under keys', () => {
  test('values of a key are in the order of publication, and by id at one moment', () => {
    expect(views().values(BUYERS, '水务局')).toEqual(['a', 'b', 'c']);
    expect(views().values(BUYERS, '财政局')).toEqual([]);
  });

  test('the newest come first, and by id at one moment, as in every list', () => {
    expect(views().newest(BUYERS, '水务局', 5)).toEqual(['b', 'c', 'a']);
    expect(views().newest(BUYERS, '水务局', 1)).toEqual(['b']);
    expect(views().newest(BUYERS, '财政局', 5)).toEqual([]);
  });

  test('keys and their counts are sorted by code unit', () => {
    expect(views().keys(BUYERS)).toEqual(['住建局', '教育局', '水务局']);
    expect([...views().counts(BUYERS)]).toEqual([
      ['住建局', 1],
      ['教育局', 1],
      ['水务局', 3],
    ]);
  });

  test('the sum of a key, all sums, and those of a group; a key without a sum is in no list of them', () => {
    expect(views().reduced(BUYERS, '水务局')).toBe('水务局 3');
    expect(views().reduced(BUYERS, '教育局')).toBeUndefined();
    expect(views().reductions(BUYERS)).toEqual(['住建局 1', '水务局 3']);
    expect(views().reductions(BUYERS, '住')).toEqual(['住建局 1']);
    expect(views().reductions(BUYERS, '教')).toEqual([]);
  });

  test('the groups of sums, each once; one in which no key has a sum is not there', () => {
    expect(views().groups(BUYERS)).toEqual(['住', '水']);
    expect(views().groups({ name: 'ungrouped', map: BUYERS.map })).toEqual([]);
  });

  test('two views of one name are refused', () => {
    const both = views();
    both.keys(BUYERS);
    expect(() => both.keys({ ...BUYERS })).toThrow('Two views are named buyers');
  });

  test('an announcement that is as old as another is sorted by its id', () => {
    const at = (id: string, publishedAt: string) => ({ id, publishedAt });
    expect([at('b', '2026'), at('a', '2026'), at('c', '2025')].sort(byOldest).map(({ id }) => id)).toEqual([
      'c',
      'a',
      'b',
    ]);
  });
});
