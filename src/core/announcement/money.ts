import { CAPITALS, parseCapitalMoney } from './capital-money.ts';
import { fault, ok, plainForm, type Kind, type Parsed } from './kind.ts';

/** Money in fen 分, a whole number: 3,586,000 yuan is 358,600,000. */
export type Fen = number & { readonly of?: 'fen' };

const FORM = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(亿元|万元|元)$/u;

/** How many fen one unit has, as a power of ten: the value is moved as text, so no digit is rounded. */
const POWER = { 元: 2, 万元: 6, 亿元: 10 } as const;

/**
 * Reads money with its unit: `358.6万元`, `3,586,000元`, `1.2亿元`, and what official forms write of it: 人民币, ¥, 整,
 * capitals, or figures with capitals, which must agree. A bare number is a fault: 元 and 万元 get confused.
 */
export const parseMoney = (text: string): Parsed<Fen> => parseUnsigned(text, text);

/** Reads money that may be less than nothing, as the equity of an owner: `-6,996.89万元`. */
export function parseBalance(text: string): Parsed<Fen> {
  const [, debt] = /^(?:人民币)?\s*(?:[-−－—]|负)\s*(.+)$/u.exec(text) ?? [];
  if (debt === undefined) return parseMoney(text);
  const parsed = parseUnsigned(debt, text);
  return 'fault' in parsed || parsed.value === 0 ? parsed : ok(-parsed.value);
}

/** Reads a sum without a sign; `whole` is what the clerk wrote. */
function parseUnsigned(text: string, whole: string): Parsed<Fen> {
  const match = FORM.exec(text);
  if (match) return exact(match, whole);
  const words = plainForm(text).replace(/(?<=[\p{Script=Han}¥)(]) | (?=[\p{Script=Han}¥)(])/gu, '');
  return read(words, whole) ?? faultOf(words, whole);
}

function exact([, digits, decimals = '', unit]: RegExpExecArray, text: string): Parsed<Fen> {
  const power = POWER[unit as keyof typeof POWER];
  const places = decimals.replace(/0+$/u, '');
  if (places.length > power) return fault('F305', `“${text}”小于一分钱的部分没有意义`, '小数最多写到分');
  const fen = Number(digits!.replaceAll(',', '') + places.padEnd(power, '0'));
  return Number.isSafeInteger(fen)
    ? ok(fen)
    : fault('F305', `“${text}”超出了能准确计算的范围`, '核对单位，最多 90 万亿元');
}

/** A number in one of its official dresses. Of ¥ and a bare number the unit is 元. */
const FIGURE =
  /^(?:人民币|RMB|CNY)?:? ?(¥?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(亿元?|万元?|[元圆]|)(?:[整正]?)$/u;
const CAPITAL = new RegExp(`^(?:人民币)?:?([${CAPITALS}]*[元圆圓][${CAPITALS}]*)$`, 'u');
/** Words that say which of two is which, and the currency that all have. */
const NAMES = /^(?:大写|小写|金额)+[为:]?|\((?:人民币|RMB|CNY)\)$|人民币$|(?<=^人民币)\(大写\)/gu;

/** What one of several official forms says; nothing where it has none of them. */
function read(words: string, text: string): Parsed<Fen> | undefined {
  const [, first, second] =
    /^(.+?)\((.+)\)[整正]?$/u.exec(words) ?? /^(.+?)[,;](?=[大小]写)(.+)$/u.exec(words) ?? [];
  if (first === undefined || /^(?:人民币|RMB|CNY)$/u.test(second!)) return one(words, text);
  const [one_, other] = [one(first, text), one(second!, text)];
  if (!one_ || !other || isFigure(first) === isFigure(second!)) return undefined;
  if ('fault' in one_ || 'fault' in other || one_.value === other.value)
    return 'fault' in one_ ? one_ : other;
  const [figures, capitals] = isFigure(first) ? [one_.value, other.value] : [other.value, one_.value];
  return fault(
    'F333',
    `大写是 ${printMoney(capitals)}，小写是 ${printMoney(figures)}，对不上`,
    `${printMoney(capitals)} 或 ${printMoney(figures)}，对照原件确定是哪一个`,
  );
}

const isFigure = (words: string): boolean => /\d/u.test(words);

function one(words: string, text: string): Parsed<Fen> | undefined {
  const bare = words.replace(NAMES, '');
  const figure = FIGURE.exec(bare);
  if (figure && (figure[1] || figure[3])) {
    const unit = /^[亿万]/u.exec(figure[3]!)?.[0] ?? '';
    const match = FORM.exec(`${figure[2]!}${unit}元`);
    return match ? exact(match, text) : undefined;
  }
  const capital = CAPITAL.exec(bare)?.[1];
  const fen = capital === undefined ? undefined : parseCapitalMoney(capital);
  return fen === undefined ? undefined : ok(fen);
}

function faultOf(words: string, text: string): Parsed<never> {
  const number = /^(?:人民币|RMB|CNY)?([\d,.]+)$/u.exec(words)?.[1];
  if (number !== undefined)
    return fault('F304', `金额“${text}”没有单位，分不清是元还是万元`, `${number}元 或 ${number}万元`);
  if (/^[-−]/u.test(words)) return fault('F305', `金额“${text}”是负数`, '金额不写正负号');
  if (/[壹贰叁肆伍陆柒捌玖]/u.test(words))
    return fault('F305', `看不懂大写金额“${text}”`, '例如 叁佰伍拾捌万陆仟元整，或者 3586000元');
  return fault('F305', `看不懂金额“${text}”`, '写成 358.6万元、3,586,000元 或 1.2亿元');
}

/** Yuan as an exact decimal text with two places: `3586000.00`. */
export const toYuan = (fen: Fen): string => {
  if (fen < 0) return `-${toYuan(-fen)}`;
  const text = String(fen).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/gu, ',');

const decimal = (fen: Fen, power: number): string => {
  const text = String(fen).padStart(power + 1, '0');
  const places = text.slice(-power).replace(/0+$/u, '');
  return `${grouped(text.slice(0, -power))}${places && `.${places}`}`;
};

/** A hundredth of 万元. Sums with less than that are easier to read, and to compare with a document, in 元. */
const HUNDREDTH_OF_WAN = 10_000;

/**
 * As an official page prints it, nothing rounded: from ten thousand yuan on in 万元 with at most two decimals,
 * `358.6万元`; any other in 元, `2,446,475.04元`.
 */
export const printMoney = (fen: Fen): string => {
  if (fen < 0) return `-${printMoney(-fen)}`;
  const inWan = fen >= 1_000_000 && fen % HUNDREDTH_OF_WAN === 0;
  return inWan ? `${decimal(fen, 6)}万元` : `${decimal(fen, 2)}元`;
};

export const moneyKind: Kind<Fen> = {
  name: 'money',
  parse: parseMoney,
  print: printMoney,
  toJson: (value) => ({ amount: toYuan(value), currency: 'CNY' }),
  // More than the normal form is read; an editor need not warn of it.
  pattern: /[元圆圓万亿¥￥]/u,
};
