const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** Characters of money in capitals 大写金额, variants included, as a class of a regular expression. */
export const CAPITALS = '零〇壹贰貳弍叁參肆伍陆陸柒捌玖拾佰百仟千万萬亿億元圆圓角分整正';

const VARIANTS: Readonly<Record<string, string>> = {
  〇: '零',
  貳: '贰',
  弍: '贰',
  參: '叁',
  陸: '陆',
  百: '佰',
  千: '仟',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  正: '整',
};

const D = '[壹贰叁肆伍陆柒捌玖]';
const UNDER_TEN_THOUSAND = new RegExp(
  `^零*(?:(${D})仟)?零?(?:(${D})佰)?零?(?:(${D})?(拾))?零?(${D})?零*$`,
  'u',
);
const AFTER_YUAN = new RegExp(`^零?(?:(${D})角)?零?(?:(${D})分)?整?$`, 'u');

/** Reads money in capitals into fen: `叁佰肆拾壹万贰仟元整` is 341,200,000. Nothing when it is not written so. */
export function parseCapitalMoney(text: string): number | undefined {
  const plain = [...text].map((char) => VARIANTS[char] ?? char).join('');
  const [yuanText, rest = '', ...more] = plain.split('元');
  const small = AFTER_YUAN.exec(rest);
  const yuan = yuanText === undefined || yuanText === '' ? undefined : wholeNumber(yuanText);
  if (!plain.includes('元') || yuan === undefined || !small || more.length > 0) return undefined;
  const fen = yuan * 100 + digit(small[1]) * 10 + digit(small[2]);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

const digit = (char: string | undefined): number => (char === undefined ? 0 : DIGITS.indexOf(char));

/** Parts at 亿 first, then at 万: 壹万亿 is ten thousand times 亿. */
function wholeNumber(text: string): number | undefined {
  for (const [unit, value] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const high = wholeNumber(text.slice(0, at));
    const low = at + 1 === text.length ? 0 : wholeNumber(text.slice(at + 1));
    if (high === undefined || high === 0 || low === undefined || low >= value) return undefined;
    return high * value + low;
  }
  const match = text === '' ? null : UNDER_TEN_THOUSAND.exec(text);
  if (!match) return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  return digit(thousands) * 1000 + digit(hundreds) * 100 + (ten ? digit(tens) || 1 : 0) * 10 + digit(ones);
}
