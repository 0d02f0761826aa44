import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, widthOf } from '../../../../src/core/screen/browser/lines.ts';

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
