import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked, passages, type Piece } from '../../../src/core/search/excerpt.ts';
import { partsOf } from '../../../src/core/search/text.ts';

/** `[…]` around what is marked. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('what was asked for', () => {
  test.each([
    ['沿江路道路改造', '道路', '沿江路[道路]改造'],
    ['项目 ＧＭ－ＪＳ－０１２ 号', 'gm-js-012', '项目 [ＧＭ－ＪＳ－０１２] 号'],
    ['面积 12㎡整', 'm', '面积 12[㎡]整'],
    ['第 2 次', '第2次', '[第 2 次]'],
    ['污水处理', '污水 水处', '[污水处]理'],
    ['没有', '别的', '没有'],
    ['<img src=x>', 'img', '<[img] src=x>'],
  ])('in %j, asked for %j, is marked as %j', (text, question, marks) => {
    expect(shown(marked(text, partsOf(question)))).toBe(marks);
  });

  test('is marked without changing a letter of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, question) => {
        const pieces = marked(text, partsOf(question));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('the passages of a text', () => {
  const long = `${'前'.repeat(200)}营业执照${'后'.repeat(200)}`;

  test('are cut around what was asked for', () => {
    expect(shown(passages([long], ['营业执照'])[0]!)).toMatch(/^…前{24}\[营业执照\]后{56}…$/u);
  });

  test('are one where one has all parts', () => {
    const sections = ['甲方在荷城', '道路照明在荷城街道', '道路'];
    expect(passages(sections, ['荷城', '照明', '道路']).map(shown)).toEqual(['[道路照明]在[荷城]街道']);
  });

  test('are as many as it needs, three at most', () => {
    const sections = ['甲一', '乙二', '丙三', '丁四'];
    expect(passages(sections, ['甲', '乙', '丙', '丁']).map(shown)).toEqual(['[甲]一', '[乙]二', '[丙]三']);
  });

  test('are none where nothing is', () => {
    expect(passages([long], ['别的'])).toEqual([]);
  });
});
