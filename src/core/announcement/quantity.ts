import { fault, ok, toHalfWidth, type Kind, type Parsed, type Remedy } from './kind.ts';
import { NUMERALS, numberIn } from './numeral.ts';

/** A length of time in calendar days or in working days. */
export interface Length {
  count: number;
  unit: 'days' | 'working-days';
}

function reader<T>(
  form: RegExp,
  read: (match: RegExpExecArray, text: string) => Parsed<T>,
  otherwise: (text: string) => Parsed<T>,
) {
  return (text: string): Parsed<T> => {
    const match = form.exec(toHalfWidth(text).trim());
    return match ? read(match, text) : otherwise(text);
  };
}

/** Reads a percentage from 0 to 100: `20%` or `33.5%`. */
const parsePercent = reader<number>(
  /^(\d{1,3}(?:\.\d{1,6})?)\s*%$/u,
  ([, number], text) =>
    Number(number) <= 100
      ? ok(Number(number))
      : fault('F307', `百分比“${text}”超过了 100%`, '核对数字，写成 0% 到 100%'),
  (text) => fault('F307', `看不懂百分比“${text}”`, withSign(text) ?? { example: '20%' }),
);

/** What a figure without its sign of per cent can mean: above one it is that number, below it could be a share. */
export function withSign(text: string): string | Remedy | undefined {
  if (!/^\d{1,3}(?:\.\d{1,6})?$/u.test(text) || Number(text) > 100) return undefined;
  const asShare = Number((Number(text) * 100).toFixed(6));
  return Number(text) > 1 ? { fix: `${text}%` } : `${text}% 或 ${asShare}%，对照原件确定是哪一个`;
}

/** Reads a number of working days: `5个工作日`, `五个工作日`, `自本公告发布之日起5个工作日`. */
const parseWorkingDays = reader<number>(
  new RegExp(`^(?:自.{1,20}起)?[,计算]*(\\d{1,3}|[${NUMERALS}]{1,3})\\s*个?工作日。?$`, 'u'),
  ([, days], text) => whole(days!, text),
  (text) =>
    fault(
      'F309',
      `看不懂工作日数“${text}”`,
      /^\d+$/u.test(text)
        ? `${text}个工作日；按日历天算的写到正文`
        : { help: '按日历天算的写到正文', example: '5个工作日' },
    ),
);

/** Reads a length of time that says which days it counts: `30日`, `10个工作日`. */
const parseLength = reader<Length>(
  /^(\d{1,3})\s*个?(工作日|日历天|天|日)$/u,
  ([, count, unit]) => ok({ count: Number(count), unit: unit === '工作日' ? 'working-days' : 'days' }),
  (text) => fault('F309', `看不懂天数“${text}”`, { example: '30日、10个工作日' }),
);

/** Reads a count or a place in an order: `3`, `3家`, `三家`, `第一名`, `第2中标候选人`. */
const parseCount = reader<number>(
  new RegExp(
    `^(?:共|合计)?第?(\\d{1,6}|[${NUMERALS}]{1,5})\\s*(?:[家个人宗项次名轮位]|(?:中标|成交|入围)?候选(?:人|供应商))?$`,
    'u',
  ),
  ([, count], text) => whole(count!, text),
  (text) => {
    const counted = countedIn(text);
    const remedy = counted === undefined ? A_NUMBER : { fix: String(counted) };
    return fault('F310', `看不懂数量“${text}”`, remedy);
  },
);

/** The number before a word that this kind does not count by: 10条, 14天. What multiplies, 10万, is no such word. */
function countedIn(text: string): number | undefined {
  const [, number] =
    new RegExp(`^(\\d{1,6}|[${NUMERALS}]{1,5})\\s*[条天日份页块行]$`, 'u').exec(toHalfWidth(text)) ?? [];
  return number === undefined ? undefined : numberIn(number);
}

const A_NUMBER: Remedy = { help: '只写一个整数', example: '3' };

function whole(number: string, text: string): Parsed<number> {
  const value = numberIn(number);
  return value === undefined ? fault('F310', `看不懂“${text}”里的数`, A_NUMBER) : ok(value);
}

const same = <T>(value: T): T => value;

export const percentKind: Kind<number> = {
  name: 'percent',
  parse: parsePercent,
  print: (value) => `${value}%`,
  toJson: same,
  pattern: /^\d+(\.\d+)?\s*%$/u,
};

export const workingDaysKind: Kind<number> = {
  name: 'working-days',
  parse: parseWorkingDays,
  print: (value) => `${value}个工作日`,
  toJson: same,
};

export const countKind: Kind<number> = {
  name: 'count',
  parse: parseCount,
  print: String,
  toJson: same,
};

export const lengthKind: Kind<Length> = {
  name: 'length',
  parse: parseLength,
  print: ({ count, unit }) => `${count}${unit === 'days' ? '日' : '个工作日'}`,
  toJson: ({ count, unit }) => ({ value: count, unit: unit === 'days' ? 'd' : 'workday' }),
  pattern: /^\d+\s*个?(工作日|日历天|天|日)$/u,
};
