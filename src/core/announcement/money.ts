import { fault, halfWidthFault, ok, type Kind, type Parsed } from './kind.ts';

/** Money in fen 分, a whole number: 3,586,000 yuan is 358,600,000. */
export type Fen = number & { readonly of?: 'fen' };

const FORM = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(亿元|万元|元)$/u;

/** How many fen one unit has, as a power of ten: the value is moved as text, so no digit is rounded. */
const POWER = { 元: 2, 万元: 6, 亿元: 10 } as const;

/** Reads money with its unit: `358.6万元`, `3,586,000元`, `1.2亿元`. A bare number is a fault: 元 and 万元 get confused. */
export function parseMoney(text: string): Parsed<Fen> {
  const match = FORM.exec(text);
  if (match) {
    const [, whole, decimals = '', unit] = match;
    const power = POWER[unit as keyof typeof POWER];
    const digits = decimals.replace(/0+$/u, '');
    if (digits.length > power) {
      return fault('F305', `“${text}”小于一分钱的部分没有意义`, '小数最多写到分');
    }
    const fen = Number(whole!.replaceAll(',', '') + digits.padEnd(power, '0'));
    if (Number.isSafeInteger(fen)) return ok(fen);
    return fault('F305', `“${text}”超出了能准确计算的范围`, '核对单位，最多 90 万亿元');
  }
  const half = halfWidthFault(text, parseMoney);
  if (half) return { fault: half };
  if (/^[\d,.]+$/u.test(text)) {
    return fault('F304', `金额“${text}”没有单位，分不清是元还是万元`, `${text}元 或 ${text}万元`);
  }
  if (/^[\d,.]+[万亿]$/u.test(text)) return fault('F305', `金额“${text}”的单位没有写完`, `${text}元`);
  if (/^[-−]/u.test(text)) return fault('F305', `金额“${text}”是负数`, '金额不写正负号');
  if (/[壹贰叁肆伍陆柒捌玖]/u.test(text)) {
    return fault('F305', `金额“${text}”是大写`, '用阿拉伯数字加单位，例如 3586000元');
  }
  return fault('F305', `看不懂金额“${text}”`, '写成 358.6万元、3,586,000元 或 1.2亿元');
}

/** Yuan as an exact decimal text with two places: `3586000.00`. */
export const toYuan = (fen: Fen): string => {
  const text = String(fen).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
};

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/gu, ',');

const decimal = (fen: Fen, power: number): string => {
  const text = String(fen).padStart(power + 1, '0');
  const places = text.slice(-power).replace(/0+$/u, '');
  return `${grouped(text.slice(0, -power))}${places && `.${places}`}`;
};

/** As an official page prints it: `3,586,000元`, from ten thousand yuan on `358.6万元`, nothing rounded. */
export const printMoney = (fen: Fen): string =>
  fen >= 1_000_000 ? `${decimal(fen, 6)}万元` : `${decimal(fen, 2)}元`;

export const moneyKind: Kind<Fen> = {
  name: 'money',
  parse: parseMoney,
  print: printMoney,
  toJson: (value) => ({ amount: toYuan(value), currency: 'CNY' }),
  pattern: /^[\d,]+(\.\d+)?\s*(亿元|万元|元)$/u,
};
