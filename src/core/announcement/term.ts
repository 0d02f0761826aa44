import { fault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';
import { NUMERALS, numberIn } from './numeral.ts';
import { parseText } from './text.ts';

/** What is stated of a length of time that is no plain number: 与施工工期同步, 商业40年、住宅70年. */
interface StatedTime {
  readonly text: string;
}

/** A term in whole months, or in its own words. */
type Term = number | StatedTime;

/** A duration in calendar days, or in its own words. */
type Duration = number | StatedTime;

const NUMBER = `\\d{1,5}(?:\\.\\d+)?|[${NUMERALS}]{1,5}`;
const TERM = new RegExp(`^共?(?:(${NUMBER})年(半)?)?(?:(${NUMBER})个?月)?$`, 'u');
const DAYS = new RegExp(
  `^(?:总工期|工期|共|总计)?:?(${NUMBER})个?\\(?(?:日历天|日历日|历天|天|日)\\)?$`,
  'u',
);

/** Words that can say a length of time without a number. */
const WITHOUT_NUMBER = /年|月|日|天|期|周|季|同步|一致|要求|约定|为准|长期|永久|止/u;
/** A number with the unit of a time behind it, anywhere. */
const WITH_UNIT = new RegExp(`(?:${NUMBER})\\s*(?:个|多|余)?\\s*(?:年|月|日|天|周|星期|季|小时|学期)`, 'u');

const plain = (text: string): string => toHalfWidth(text).replace(/[\s。]/gu, '');

/** Reads a term: `40年`, `3年6个月`, `18个月`, `五年`, `一年半`; any other statement of a time stays in its words. */
function parseTerm(text: string): Parsed<Term> {
  const short = plain(text);
  if (short === '半年') return ok(6);
  const match = TERM.exec(short);
  if (match && match[0] !== '共') {
    const [, years, half, months] = match;
    const count = (valueOf(years) ?? 0) * 12 + (half ? 6 : 0) + (valueOf(months) ?? 0);
    if ((years ?? months) !== undefined && Number.isSafeInteger(count)) return ok(count);
  }
  return stated(text, () =>
    fault(
      'F308',
      `看不懂年限“${text}”`,
      isBare(text) ? `${text}年 或 ${text}个月` : { example: '40年、18个月' },
    ),
  );
}

/** Reads a duration: `180日历天`, `180天`, `一百八十日`; any other statement of a time, 18个月, stays in its words. */
function parseDays(text: string): Parsed<Duration> {
  const days = valueOf(DAYS.exec(plain(text))?.[1]);
  if (days !== undefined && Number.isInteger(days)) return ok(days);
  return stated(text, () =>
    fault(
      'F309',
      `看不懂工期“${text}”`,
      isBare(text) ? `${text}日历天 或 ${text}个月` : { example: '180日历天、18个月' },
    ),
  );
}

const isBare = (text: string): boolean => /^[\d.]+$/u.test(text);

const valueOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d/u.test(text) ? Number(text) : numberIn(text);

/** A text that can say a length of time, as it was written. */
function stated(text: string, otherwise: () => Parsed<never>): Parsed<StatedTime> {
  const parsed = parseText(text);
  if ('fault' in parsed) return parsed;
  const hasNumber = /\d/u.test(toHalfWidth(text));
  const isStated = hasNumber ? WITH_UNIT.test(toHalfWidth(text)) : WITHOUT_NUMBER.test(text);
  return isStated ? ok({ text: parsed.value }) : otherwise();
}

const printTerm = (months: number): string => {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}个月` : ''}`;
};

export const termKind: Kind<Term> = {
  name: 'term',
  parse: parseTerm,
  print: (value) => (typeof value === 'number' ? printTerm(value) : value.text),
  toJson: (value) => (typeof value === 'number' ? { months: value } : value),
};

export const daysKind: Kind<Duration> = {
  name: 'days',
  parse: parseDays,
  print: (value) => (typeof value === 'number' ? `${value}日历天` : value.text),
  toJson: (value) => value,
};
