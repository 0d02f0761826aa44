import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, piecesOf, widthOf } from '../../../../src/core/screen/browser/lines.ts';

test.each([
  ['沿江路市政道路改造工程', 11, 1],
  ['沿江路市政道路改造工程', 10, 2],
  ['沿江路市政道路改造工程施工招标公告', 6, 3],
  ['', 10, 1],
  // Closing punctuation never begins a line, opening punctuation never ends one.
  ['沿江路改（二期工程）', 5, 3],
  ['甲乙丙丁戊。', 5, 2],
  // A code stays on one line while a line is long enough for it.
  ['项目编号GM-JS-2026-012施工', 10, 3],
  ['GM-JS-2026-012-GM-JS-2026-012', 5, 4],
])('“%s” takes, at %d characters a line, %d lines', (text, width, lines) => {
  expect(linesOf(text, width)).toBe(lines);
});

test('a mark before a title takes room on its first line only', () => {
  expect(linesOf('一二三四五', 5, 2)).toBe(2);
  expect(linesOf('一二三四五六七八', 5, 2)).toBe(2);
});

test('no text takes fewer lines than its width asks for, and a longer one never fewer', () => {
  const text = fc.string({ unit: fc.constantFrom(...'沿江路（二期）A9-，。 “”'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 30 }), (words, width) => {
      const trimmed = words.replace(/ /gu, '');
      expect(linesOf(trimmed, width)).toBeGreaterThanOrEqual(Math.ceil(widthOf(trimmed) / width - 1e-9));
      expect(linesOf(`${trimmed}路`, width)).toBeGreaterThanOrEqual(linesOf(trimmed, width));
    }),
  );
});

test.each([
  ['今天上午三楼的开标全部改到二楼开标室', 9, ['今天上午三楼的…', '开标全部…', '改到二楼开标室']],
  ['今天上午三楼的开标全部改到二楼开标室', 12, ['今天上午三楼的开标…', '全部改到二楼开标室']],
  // Where no phrase ends, pieces are about as long as each other.
  ['甲乙丙丁戊己庚辛壬癸子丑', 10, ['甲乙丙丁戊己…', '庚辛壬癸子丑']],
  ['上午开标改到二楼开标室（东侧）', 13, ['上午开标…', '改到二楼开标室（东侧）']],
])('“%s” on a line of %d characters is told in pieces that end between phrases', (text, width, pieces) => {
  expect(piecesOf(text, width, 1)).toEqual(pieces);
});

test('whatever is told in pieces, each has room and nothing of it is lost', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'沿江的改到（二）A9，。 '),
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 6, max: 30 }),
      fc.integer({ min: 1, max: 3 }),
      (words, width, lines) => {
        const pieces = piecesOf(words.trim(), width, lines);
        for (const piece of pieces) expect(linesOf(piece, width)).toBeLessThanOrEqual(lines);
        expect(pieces.join('').replace(/[… ]/gu, '')).toBe(words.replace(/[… ]/gu, ''));
      },
    ),
  );
});
