import { describe, expect, test } from 'vitest';
import {
  bidsLayoutOf,
  bidsPages,
  countNote,
  pagesInTurn,
  sourceNote,
  type BidsGlass,
} from '../../../../src/core/live/browser/bids.ts';
import { bids, calling, opening } from '../tables.ts';

/** A 55 inch board seen from 5 m. */
const BOARD: BidsGlass = { width: 1920, height: 1080, floor: 62, body: 88, edge: 44 };
const HEAD = { tag: '开标中', room: '303', title: '示例路雨污分流改造' };
const UPRIGHT: BidsGlass = { ...BOARD, width: 1080, height: 1920 };

const pagesOn = (glass: BidsGlass, table = opening()): readonly (readonly number[])[] =>
  bidsPages(bidsLayoutOf(table, HEAD, glass));

test('six bids stand on one page of the board, each on one line', () => {
  const layout = bidsLayoutOf(opening(), HEAD, BOARD);
  expect(layout.isBelow).toBe(false);
  expect(new Set(layout.rows).size).toBe(1);
  expect(pagesOn(BOARD)).toEqual([[0, 1, 2, 3, 4, 5]]);
});

test('a long name of a project takes two lines of the head', () => {
  const long = { ...HEAD, title: '示例路雨污分流改造及沿线配套设施完善工程' };
  expect(bidsLayoutOf(opening(), long, BOARD).head).toBeGreaterThan(
    bidsLayoutOf(opening(), HEAD, BOARD).head,
  );
});

test('where the glass stands upright the prices are below the names', () => {
  expect(bidsLayoutOf(opening(), HEAD, UPRIGHT).isBelow).toBe(true);
  expect(pagesOn(UPRIGHT)).toEqual([[0, 1, 2, 3, 4], [5]]);
});

test('a long name takes two lines, and the columns stay where they are', () => {
  const long = '示例市政路桥工程建设集团有限公司华南分公司';
  const rows = [[long, '1248.60', '180'], ...bids(5, 2)];
  const [one, two] = [opening(), opening({ rows })].map((table) => bidsLayoutOf(table, HEAD, BOARD));
  expect(two!.rows[0]).toBeGreaterThan(two!.rows[1]!);
  expect(two!.values).toEqual(one!.values);
});

test('columns do not move when a price is read', () => {
  const [none, all] = [0, 6].map((read) => bidsLayoutOf(opening({ read, rows: bids(6, read) }), HEAD, BOARD));
  expect(none!.values[0]).toBe(all!.values[0]);
});

test('every row is on one page, in the order in which it is read', () => {
  for (const count of [0, 1, 7, 23, 60]) {
    const table = opening({ read: 0, rows: bids(count, 0) });
    for (const glass of [BOARD, UPRIGHT])
      expect(pagesOn(glass, table).flat()).toEqual(Array.from({ length: count }, (_, place) => place));
  }
});

test('no page is higher than the glass, with a notice to the hall above it too', () => {
  for (const above of [0, 120, 240]) {
    const layout = bidsLayoutOf(opening({ rows: bids(60, 60), read: 60 }), HEAD, BOARD, above);
    for (const page of bidsPages(layout)) {
      const height = page.reduce((sum, place) => sum + layout.rows[place]!, 0);
      expect(height + layout.head + layout.heads + layout.caution + layout.foot + above).toBeLessThanOrEqual(
        1080,
      );
    }
  }
});

describe('the page follows what is being read', () => {
  const at = (read: number): readonly (readonly number[])[] => {
    const table = opening({ read, rows: bids(14, read) });
    return pagesInTurn(table, pagesOn(BOARD, table));
  };
  test.each<readonly [read: number, pages: readonly (readonly number[])[]]>([
    [0, [[0, 1, 2, 3, 4, 5]]],
    [6, [[0, 1, 2, 3, 4, 5]]],
    [7, [[6, 7, 8, 9, 10, 11]]],
    [13, [[12, 13]]],
    [
      14,
      [
        [0, 1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10, 11],
        [12, 13],
      ],
    ],
  ])('%i of 14 read: %j', (read, pages) => {
    expect(at(read)).toEqual(pages);
  });
});

test('the foot says who entered it, when, and how far it is', () => {
  expect(sourceNote(opening(), false)).toBe('开标主持人录入 10:41');
  expect(sourceNote(opening(), true)).toBe('开标主持人录入 停在 10:41');
  expect(countNote(opening(), 0, 1)).toBe('已唱 3 / 共 6 家');
  expect(countNote(opening(), 1, 2)).toBe('已唱 3 / 共 6 家 · 第 2 / 2 页');
  expect(countNote(calling, 0, 1)).toBe('共 2 行');
});
