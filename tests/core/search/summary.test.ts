import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/core/search/summary.ts';

/** So many that were found by title, and so many by their text alone. */
const found = (titles: number, texts = 0) => ({ total: titles + texts, inTexts: texts });

test.each([
  [found(0), 1, '共 0 条', '', '共 0 条，没有找到。'],
  [found(1), 1, '共 1 条', '', '共 1 条。'],
  [found(20), 1, '共 20 条', '', '共 20 条。'],
  [found(21), 1, '共 21 条', '', '共 21 条，第 1 页，共 2 页。'],
  [found(40), 2, '共 40 条', '', '共 40 条，第 2 页，共 2 页。'],
  [found(40), 3, '共 40 条', '', '共 40 条。'],
  [found(5, 2), 1, '共 7 条', '其中 2 条是在正文中找到的。', '共 7 条，其中 2 条是在正文中找到的。'],
  [found(0, 2), 1, '共 2 条', '都是在正文中找到的。', '共 2 条，都是在正文中找到的。'],
  [
    found(30, 30),
    2,
    '共 60 条',
    '其中 30 条是在正文中找到的。',
    '共 60 条，其中 30 条是在正文中找到的，第 2 页，共 3 页。',
  ],
])('of %j on page %i a reader is told how many, and a listener the same', (hits, page, ...words) => {
  const { heading, found: sentences, status } = summaryOf(hits, page);
  expect([heading, sentences, status]).toEqual(words);
});

test.each([
  [0, 1, undefined, undefined],
  [20, 1, undefined, undefined],
  [21, 1, undefined, 2],
  [41, 2, 1, 3],
  [41, 3, 2, undefined],
  [41, 9, undefined, undefined],
])('of %i results page %i has %s before it and %s after it', (count, page, previous, next) => {
  expect(summaryOf(found(count), page)).toMatchObject({ previous, next });
});
