import { describe, expect, test } from 'vitest';
import {
  endOf,
  headedBy,
  piecesOf,
  placeAt,
  startAt,
  startsOf,
  type Span,
} from '../../../src/core/kiosk/turns.ts';

const PAGE = 100;

const span = (top: number, bottom: number): Span => ({ top, bottom });

/** Lines of 20, one below the other. */
const linesOf = (count: number): readonly Span[] =>
  Array.from({ length: count }, (_, line) => span(line * 20, line * 20 + 20));

describe('what is not parted', () => {
  test('lines side by side in two columns are one piece', () => {
    expect(piecesOf([span(0, 20), span(0, 30), span(20, 40), span(40, 60)], [], PAGE)).toEqual([
      span(0, 40),
      span(40, 60),
    ]);
  });

  test('a row of two lines stays whole, one of more than a third of a page is parted between its lines', () => {
    expect(piecesOf(linesOf(3), [span(0, 33)], PAGE)).toEqual([span(0, 40), span(40, 60)]);
    expect(piecesOf(linesOf(3), [span(0, 40)], PAGE)).toEqual(linesOf(3));
  });

  test('things that overlap to more than a page are parted between lines', () => {
    const rows = [span(0, 33), span(30, 62), span(60, 92), span(90, 122)];
    expect(piecesOf(linesOf(7), rows, PAGE)).toEqual(linesOf(7));
  });
});

describe('pages', () => {
  test('every line is on one page, and none is cut', () => {
    const lines = linesOf(23).map(({ top, bottom }) => span(top * 1.37, bottom * 1.37));
    const starts = startsOf(lines, PAGE, 5);
    const seen = starts.map((start) => {
      const end = endOf(lines, start, PAGE);
      return lines.filter(({ top, bottom }) => top >= start - 1 && bottom <= end);
    });
    expect(seen.flat()).toEqual(lines);
  });

  test('a page leaves a little room above its first line, but no line of the page before', () => {
    const lines = [span(0, 90), span(92, 110), span(200, 210)];
    expect(startsOf(lines, PAGE, 10)).toEqual([0, 90, 190]);
  });

  test('what is higher than a page goes on from one to the next', () => {
    expect(startsOf([span(0, 20), span(20, 250)], PAGE, 0)).toEqual([0, 20, 120, 220]);
  });

  test('a part is led to with its first line above', () => {
    expect(startAt(linesOf(9), 41, PAGE, 0)).toBe(40);
    expect(startAt(linesOf(9), 40, PAGE, 0)).toBe(40);
  });
});

describe('where somebody is who reads', () => {
  const lines = linesOf(12);
  const starts = startsOf(lines, PAGE, 0);

  test.each([
    ['at the beginning', 0, { page: 1, previous: undefined, next: 100 }],
    ['half a pixel before the second page', 99.5, { page: 2, previous: 0, next: 200 }],
    ['moved by a finger to the middle of the first page', 50, { page: 1, previous: 0, next: 100 }],
    ['moved by a finger to the middle of the second', 130, { page: 2, previous: 100, next: 200 }],
    ['on the last page', 200, { page: 3, previous: 100, next: undefined }],
    ['led to a part that shows the end', 150, { page: 3, previous: 100, next: undefined }],
  ])('%s', (_, scrolled, place) => {
    expect(placeAt(starts, lines, scrolled, PAGE)).toEqual(place);
  });

  test('what has no line is one page', () => {
    expect(placeAt([0], [], 0, PAGE)).toEqual({ page: 1, previous: undefined, next: undefined });
  });
});

describe('a heading and what it stands above', () => {
  test('are parted from each other nowhere', () => {
    expect(headedBy([span(0, 20)], [span(40, 60), span(22, 40), span(60, 80)])).toEqual([span(0, 40)]);
  });

  test('what stands below it side by side is taken to its lowest edge', () => {
    expect(headedBy([span(0, 20)], [span(20, 40), span(20.5, 70), span(70, 90)])).toEqual([span(0, 70)]);
  });

  test('what stands above or beside the heading is not taken', () => {
    expect(headedBy([span(20, 40)], [span(0, 20), span(20, 90), span(41, 50)])).toEqual([span(20, 50)]);
  });

  test('a heading at the end stands alone', () => {
    expect(headedBy([span(80, 100)], linesOf(4))).toEqual([span(80, 100)]);
  });
});
