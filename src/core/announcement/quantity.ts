import { fault, halfWidthFault, ok, type Kind, type Parsed } from './kind.ts';

/** An area as it was stated: the number as decimal text, with the unit it was stated in. */
export interface Area {
  value: string;
  unit: '平方米' | '公顷' | '亩';
}

/** A length of time in calendar days or in working days. */
export interface Length {
  count: number;
  unit: 'days' | 'working-days';
}

const plainNumber = (text: string): string => text.replaceAll(',', '').replace(/^0+(?=\d)/u, '');

function reader<T>(
  form: RegExp,
  read: (match: RegExpExecArray, text: string) => Parsed<T>,
  otherwise: (text: string) => Parsed<T>,
) {
  return function parse(text: string): Parsed<T> {
    const match = form.exec(text);
    if (match) return read(match, text);
    const half = halfWidthFault(text, parse);
    return half ? { fault: half } : otherwise(text);
  };
}

/** Reads `12,345.6平方米`, `1.2公顷` or `18亩`; `㎡` means 平方米. */
export const parseArea = reader<Area>(
  /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(平方米|㎡|公顷|亩)$/u,
  ([, number, unit]) =>
    ok({ value: plainNumber(number!), unit: unit === '㎡' ? '平方米' : (unit as Area['unit']) }),
  (text) =>
    fault(
      'F306',
      `看不懂面积“${text}”`,
      `${/^[\d,.]+$/u.test(text) ? text : '12345.6'}平方米（单位可写平方米、公顷、亩）`,
    ),
);

/** Reads a percentage from 0 to 100: `20%` or `33.5%`. */
export const parsePercent = reader<number>(
  /^(\d{1,3}(?:\.\d{1,6})?)\s*%$/u,
  ([, number], text) =>
    Number(number) <= 100
      ? ok(Number(number))
      : fault('F307', `百分比“${text}”超过了 100%`, '核对数字，写成 0% 到 100%'),
  (text) => fault('F307', `看不懂百分比“${text}”`, `${/^\d+(\.\d+)?$/u.test(text) ? text : '20'}%`),
);

/** Reads a ratio such as a plot ratio 容积率: `2.5`, `1.0-2.5`, `≤2.5`, `≥1.0`. */
export const parseRatio = reader<string>(
  /^(?:[≤≥]?\d+(?:\.\d+)?|\d+(?:\.\d+)?-\d+(?:\.\d+)?)$/u,
  ([ratio]) => ok(ratio),
  (text) => fault('F310', `看不懂比率“${text}”`, '写成 2.5、≤2.5 或 1.0-2.5'),
);

/** Reads a term into months: `40年`, `3年6个月`, `18个月`. */
export const parseTerm = reader<number>(
  /^(?:(\d{1,3})年)?(?:(\d{1,3})个月)?$/u,
  ([whole, years, months], text) =>
    whole
      ? ok(Number(years ?? 0) * 12 + Number(months ?? 0))
      : fault('F308', `看不懂年限“${text}”`, '用阿拉伯数字写成 40年 或 3年6个月'),
  (text) =>
    fault(
      'F308',
      `看不懂年限“${text}”`,
      `${/^\d+$/u.test(text) ? `${text}年` : '用阿拉伯数字写成 40年 或 3年6个月'}`,
    ),
);

/** Reads a number of calendar days: `180日历天`, `180天`, `180日`. */
export const parseDays = reader<number>(
  /^(\d{1,5})\s*个?(?:日历天|天|日)$/u,
  ([, days]) => ok(Number(days)),
  (text) => fault('F309', `看不懂天数“${text}”`, `${/^\d+$/u.test(text) ? text : '180'}日历天`),
);

/** Reads a number of working days: `5个工作日`. */
export const parseWorkingDays = reader<number>(
  /^(\d{1,3})\s*个?工作日$/u,
  ([, days]) => ok(Number(days)),
  (text) => fault('F309', `看不懂工作日数“${text}”`, `${/^\d+$/u.test(text) ? text : '5'}个工作日`),
);

/** Reads a length of time that says which days it counts: `30日`, `10个工作日`. */
export const parseLength = reader<Length>(
  /^(\d{1,3})\s*个?(工作日|日历天|天|日)$/u,
  ([, count, unit]) => ok({ count: Number(count), unit: unit === '工作日' ? 'working-days' : 'days' }),
  (text) => fault('F309', `看不懂天数“${text}”`, '写成 30日 或 10个工作日'),
);

/** Reads a count: `3`, `3家`, `3个`. */
export const parseCount = reader<number>(
  /^(\d{1,6})\s*[家个人宗项次名轮]?$/u,
  ([, count]) => ok(Number(count)),
  (text) =>
    fault(
      'F310',
      `看不懂数量“${text}”`,
      /^\d{1,6}[^\d.,]+$/u.test(text) ? `${Number.parseInt(text, 10)}` : '用阿拉伯数字写成整数，例如 3',
    ),
);

const same = <T>(value: T): T => value;

function printTerm(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}个月` : ''}`;
}

export const areaKind: Kind<Area> = {
  name: 'area',
  parse: parseArea,
  print: ({ value, unit }) => `${value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/gu, ',')}${unit}`,
  toJson: ({ value, unit }) => ({ value, unit: { 平方米: 'm2', 公顷: 'ha', 亩: 'mu' }[unit] }),
  pattern: /^[\d,]+(\.\d+)?\s*(平方米|㎡|公顷|亩)$/u,
};

export const percentKind: Kind<number> = {
  name: 'percent',
  parse: parsePercent,
  print: (value) => `${value}%`,
  toJson: same,
  pattern: /^\d+(\.\d+)?\s*%$/u,
};

export const ratioKind: Kind<string> = { name: 'ratio', parse: parseRatio, print: same, toJson: same };

export const termKind: Kind<number> = {
  name: 'term',
  parse: parseTerm,
  print: printTerm,
  toJson: (months) => ({ months }),
  pattern: /^(\d+年)?(\d+个月)?$/u,
};

export const daysKind: Kind<number> = {
  name: 'days',
  parse: parseDays,
  print: (value) => `${value}日历天`,
  toJson: same,
  pattern: /^\d+\s*个?(日历天|天|日)$/u,
};

export const workingDaysKind: Kind<number> = {
  name: 'working-days',
  parse: parseWorkingDays,
  print: (value) => `${value}个工作日`,
  toJson: same,
  pattern: /^\d+\s*个?工作日$/u,
};

export const countKind: Kind<number> = {
  name: 'count',
  parse: parseCount,
  print: String,
  toJson: same,
  pattern: /^\d+/u,
};

export const lengthKind: Kind<Length> = {
  name: 'length',
  parse: parseLength,
  print: ({ count, unit }) => `${count}${unit === 'days' ? '日' : '个工作日'}`,
  toJson: ({ count, unit }) => ({ value: count, unit: unit === 'days' ? 'd' : 'workday' }),
  pattern: /^\d+\s*个?(工作日|日历天|天|日)$/u,
};
