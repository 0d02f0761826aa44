import { expect, test } from 'vitest';
import { numberAs } from '../../../src/importer/documents/word/number-format.ts';

test.each([
  [
    'chineseCountingThousand',
    [1, 10, 11, 20, 21, 100, 101, 110, 1001],
    '一 十 十一 二十 二十一 一百 一百零一 一百一十 一千零一',
  ],
  ['chineseLegalSimplified', [1, 10, 12, 20], '壹 壹拾 壹拾贰 贰拾'],
  ['ideographDigital', [1, 10, 25], '一 一〇 二五'],
  ['decimalEnclosedCircle', [1, 20, 21, 36, 51], '① ⑳ ㉑ ㊱ 51'],
  ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalZero', [7, 12], '07 12'],
  ['upperRoman', [4, 9, 14, 40, 1999, 2_000_000_000], 'IV IX XIV XL MCMXCIX 2000000000'],
  ['lowerLetter', [1, 26, 27, 28, 2_000_000_000], 'a z aa bb 2000000000'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 甲'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ordinal', [1, 2, 3, 4, 11, 22], '1st 2nd 3rd 4th 11th 22nd'],
] as const)('numbers in the format %s', (format, numbers, words) => {
  expect(numbers.map((number) => numberAs(format, number)).join(' ')).toBe(words);
});

test('a format that is not known gives none, so that it is told', () => {
  expect(numberAs('hebrew1', 1)).toBeUndefined();
});
