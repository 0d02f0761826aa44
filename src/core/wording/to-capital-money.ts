import type { Fen } from '../announcement/money.ts';

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['仟', '佰', '拾', ''];

/**
 * Money in capitals 大写金额, as banks write it: `叁佰伍拾捌万陆仟元整`. Whole yuan end in 整, jiao and fen do not;
 * however many zeros stand between two figures, one 零 is written.
 */
export function toCapitalMoney(fen: Fen): string {
  const yuan = Math.floor(fen / 100);
  const [jiao, rest] = [Math.floor((fen % 100) / 10), fen % 10];
  const whole = `${yuan === 0 ? '零' : wholeNumber(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole}整`;
  const tenths = jiao === 0 ? '零' : `${DIGITS[jiao]!}角`;
  return `${whole}${tenths}${rest === 0 ? '' : `${DIGITS[rest]!}分`}`;
}

function wholeNumber(value: number): string {
  if (value >= 1e8) return inParts(value, 1e8, '亿');
  if (value >= 1e4) return inParts(value, 1e4, '万');
  const figures = [...String(value).padStart(4, '0')].map(Number);
  return figures
    .map((figure, place) => (figure === 0 ? '零' : `${DIGITS[figure]!}${PLACES[place]!}`))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '');
}

/** The lower part is led by 零 when its first place is empty. */
function inParts(value: number, unit: number, name: string): string {
  const low = value % unit;
  const gap = low > 0 && low < unit / 10 ? '零' : '';
  return `${wholeNumber(Math.floor(value / unit))}${name}${gap}${low === 0 ? '' : wholeNumber(low)}`;
}
