import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backIn, onIn, type Cells } from '../../../src/core/kiosk/columns.ts';

/** Cells side by side, by their widths. */
const columnsOf = (widths: readonly number[]): Cells => {
  let right = 0;
  return widths.map((width) => ({ left: right, right: (right += width) }));
};

const WIDTH = 100;
const five = columnsOf([60, 60, 60, 60, 60]);
const title = { left: 0, right: 300 };

describe('a table that is wider than the paper', () => {
  test.each([
    ['to the column that is cut', five, 0, 60],
    ['to a column that begins at the edge', columnsOf([50, 50, 50]), 0, 100],
    ['within a column wider than the paper', columnsOf([250, 50]), 0, 100],
    ['to the next column after the end of a wide one', columnsOf([150, 80]), 100, 150],
    ['to the column that is cut under a title over all columns', [title, ...five], 0, 60],
    [
      'to the column that is cut beside a cell merged with the next',
      [{ left: 60, right: 180 }, ...five],
      60,
      120,
    ],
    ['by a whole frame where nothing is cut', five, 200, 300],
  ])('is moved to the right %s', (_, cells, seen, expected) => {
    expect(onIn(cells, seen, WIDTH)).toBe(expected);
  });

  test.each([
    ['to the column from which all is seen that was not', five, 180, 120],
    ['to its beginning', five, 60, 0],
    ['within a column wider than the paper', columnsOf([250, 50]), 200, 100],
    ['within a wide column before it leads to the narrow one before that', columnsOf([50, 250]), 200, 100],
    ['no further than the column that the end had cut', columnsOf([70, 32, 70]), 72, 70],
    ['no further than the column cut under a title over all columns', [title, ...five], 200, 180],
  ])('is moved to the left %s', (_, cells, seen, expected) => {
    expect(backIn(cells, seen, WIDTH)).toBe(expected);
  });

  const widths = fc.array(fc.integer({ min: 5, max: 2 * WIDTH }), { minLength: 2, maxLength: 20 });
  const merged = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 2, max: 20 })), { maxLength: 5 });

  test.each([
    ['from its beginning to its end', onIn, 'left'],
    ['from its end back to its beginning', backIn, 'right'],
  ] as const)('every column that fits is seen whole on the way %s, whatever is merged', (_, to, from) => {
    fc.assert(
      fc.property(widths, merged, (given, spans) => {
        const columns = columnsOf(given);
        const end = columns[columns.length - 1]!.right - WIDTH;
        fc.pre(end > 0);
        const over = spans.flatMap(([first, count]) => {
          const covered = columns.slice(first, first + count);
          return covered.length > 0
            ? [{ left: covered[0]!.left, right: covered[covered.length - 1]!.right }]
            : [];
        });
        const missing = new Set(columns.filter(({ left, right }) => right - left <= WIDTH));
        let seen = from === 'left' ? 0 : end;
        for (let moves = 0; moves <= 4 * given.length; moves += 1) {
          for (const column of missing)
            if (column.left >= seen - 1 && column.right <= seen + WIDTH + 1) missing.delete(column);
          // As a browser scrolls: no further than the ends.
          seen = Math.min(end, Math.max(0, to([...columns, ...over], seen, WIDTH)));
        }
        expect([...missing]).toEqual([]);
        expect(seen).toBe(from === 'left' ? end : 0);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});
