import { CAPITALS, parseCapitalMoney } from './capital-money.ts';
import { fault, ok, plainForm, type Kind, type Parsed } from './kind.ts';
import { fenOf, printMoney, toYuan, type Fen, type NoMoney } from './money.ts';

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
  const plain = fenOf(text);
  if (plain !== undefined) return exact(plain, whole);
  const words = plainForm(text).replace(/(?<=[\p{Script=Han}¥)(]) | (?=[\p{Script=Han}¥)(])/gu, '');
  return read(words, whole) ?? faultOf(words, whole);
}

function exact(fen: Fen | NoMoney, text: string): Parsed<Fen> {
  if (fen === 'below a fen') return fault('F305', `“${text}”小于一分钱的部分没有意义`, '小数最多写到分');
  if (fen === 'too large')
    return fault('F305', `“${text}”超出了能准确计算的范围`, '核对单位，最多 90 万亿元');
  return ok(fen);
}

/** A number in one of its official dresses. Of ¥ and a bare number the unit is 元. */
const FIGURE =
  /^(?:人民币|RMB|CNY)?:? ?(¥?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(亿元?|万元?|[元圆]|)(?:[整正]?)$/u;
const CAPITAL = new RegExp(`^(?:人民币)?:?([${CAPITALS}]*[元圆圓][${CAPITALS}]*)$`, 'u');
/** Words that say which of two is which, and the currency that all have. */
const NAMES =
  /^(?:大写|小写|金额|合计|共计|总计|总价|总额|共)+[为:]?|\((?:人民币|RMB|CNY)\)$|人民币$|(?<=^人民币)\(大写\)/gu;

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
    const fen = fenOf(`${figure[2]!}${unit}元`);
    return fen === undefined ? undefined : exact(fen, text);
  }
  const capital = CAPITAL.exec(bare)?.[1];
  const stated = capital === undefined ? undefined : parseCapitalMoney(capital);
  return stated === undefined ? undefined : ok(stated);
}

function faultOf(words: string, text: string): Parsed<never> {
  const number = /^(?:人民币|RMB|CNY)?([\d,.]+)$/u.exec(words)?.[1];
  if (number !== undefined)
    return fault('F304', `金额“${text}”没有单位，分不清是元还是万元`, `${number}元 或 ${number}万元`);
  if (/^[-−]/u.test(words)) return fault('F305', `金额“${text}”是负数`, '金额不写正负号');
  if (/[壹贰叁肆伍陆柒捌玖]/u.test(words))
    return fault('F305', `看不懂大写金额“${text}”`, { example: '叁佰伍拾捌万陆仟元整、3586000元' });
  return fault('F305', `看不懂金额“${text}”`, { example: '358.6万元、3,586,000元、1.2亿元' });
}

export const moneyKind: Kind<Fen> = {
  name: 'money',
  parse: parseMoney,
  print: printMoney,
  toJson: (value) => ({ amount: toYuan(value), currency: 'CNY' }),
  // More than the normal form is read; an editor need not warn of it.
  pattern: /[元圆圓万亿¥￥]/u,
};

/** A value by the books, which may be less than nothing. */
export const balanceKind: Kind<Fen> = { ...moneyKind, parse: parseBalance };
