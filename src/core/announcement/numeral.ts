const DIGITS = '零一二三四五六七八九';
const VARIANTS: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters of a whole number in words, as a class of a regular expression. */
export const NUMERALS = '零〇○一二两三四五六七八九十百千';

/** Reads a whole number below 10,000 in figures or words: `18`, `十八`, `一百八十`; nothing else. */
export function numberIn(text: string): number | undefined {
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  let total = 0;
  let digit: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const char of text) {
    const plain = VARIANTS[char] ?? char;
    const place = PLACES[plain];
    if (place === undefined) {
      const read = DIGITS.indexOf(plain);
      if (read < 0 || (digit !== undefined && digit !== 0)) return undefined;
      digit = read;
    } else {
      // 十八 has no digit before its place; 百 needs one.
      if (place >= lowest || (digit === undefined && (place !== 10 || total > 0)) || digit === 0)
        return undefined;
      total += (digit ?? 1) * place;
      lowest = place;
      digit = undefined;
    }
  }
  return text === '' || (digit === 0 && text.length > 1) ? undefined : total + (digit ?? 0);
}

/** The figures of a year written digit by digit, `二〇二六`; the rest of a text is as it was. */
export const withYearInFigures = (text: string): string =>
  text.replace(/^[〇○零一二三四五六七八九]{4}(?=年)/u, (year) =>
    [...year].map((char) => String(DIGITS.indexOf(VARIANTS[char] ?? char))).join(''),
  );
