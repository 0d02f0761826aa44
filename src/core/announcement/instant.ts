import { fault, halfWidthFault, ok, toHalfWidth, type Kind, type Parsed } from './kind.ts';

/** A moment in Beijing time to the second, `2026-03-25T09:30:00+08:00`: text order is time order. */
export type Instant = string & { readonly of?: 'instant' };

/** A calendar day in Beijing, `2026-03-25`: text order is time order. */
export type PlainDate = string & { readonly of?: 'date' };

/** A calendar month, `2026-03`. */
export type PlainMonth = string & { readonly of?: 'month' };

const ZONE = 'Asia/Shanghai';
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/u;
const TIME = /^(?:(\d{1,2}):(\d{2})(?::(\d{2}))?|(\d{1,2})时(?:(\d{1,2})分)?)(?:\s*(Z|[+-]\d{2}:?\d{2}))?$/u;
const two = (number: number | string): string => String(number).padStart(2, '0');

/** The calendar day an instant falls on in Beijing. */
export const dayOf = (instant: Instant): PlainDate => instant.slice(0, 10);

/** The clock time of an instant in Beijing, `09:30`; with seconds where there are any, `23:59:59`. */
export const timeOf = (instant: Instant): string => instant.slice(11, 19).replace(/:00$/u, '');

/** The Beijing form of any exact moment. */
export function toInstant(moment: Temporal.Instant): Instant {
  const local = moment.toZonedDateTimeISO(ZONE).toPlainDateTime();
  return `${local.toString({ smallestUnit: 'second' })}+08:00`;
}

/** `10月8日 09:30`, with the year when it is not `year`: short forms for rows. */
export function shortInstant(instant: Instant, year: string): string {
  const [y, m, d] = instant.slice(0, 10).split('-').map(Number);
  return `${String(y) === year ? '' : `${y!}年`}${m!}月${d!}日 ${timeOf(instant)}`;
}

/** The Beijing form of a moment in milliseconds since 1970. Needs no Temporal, which browsers do not have. */
export const instantAt = (moment: number): Instant =>
  `${new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Chinese weekday of a day: 星期三. */
export const weekdayOf = (day: PlainDate): string =>
  `星期${'一二三四五六日'[Temporal.PlainDate.from(day).dayOfWeek - 1]!}`;

function parseDay(text: string): { date: PlainDate; rest: string } | { problem: 'form' | 'none' } {
  const match = DAY.exec(text);
  if (!match) return { problem: 'form' };
  const [, year, month, day] = [...match].filter((part) => part !== undefined);
  const date = `${year!}-${two(month!)}-${two(day!)}`;
  if (!isDay(date)) return { problem: 'none' };
  return { date, rest: text.slice(match[0].length) };
}

/** Years outside are slips of the keyboard; within them Beijing's clock stands at +08:00 all the year. */
const isYear = (year: number): boolean => year >= 1992 && year <= 2199;

function isDay(date: string): boolean {
  try {
    return isYear(Temporal.PlainDate.from(date).year);
  } catch {
    return false;
  }
}

const noSuchDay = (text: string): Parsed<never> =>
  fault('F302', `日历上没有“${text}”这一天，或者年份写错了`, '核对年、月、日，例如 2026-02-28');

/** Reads a day: `2026-03-02` or `2026年3月2日`. */
export function parseDate(text: string): Parsed<PlainDate> {
  const day = parseDay(text);
  if ('problem' in day && day.problem === 'none') return noSuchDay(text);
  if ('date' in day && day.rest === '') return ok(day.date);
  const half = halfWidthFault(text, parseDate);
  if (half) return { fault: half };
  if ('date' in day) {
    return fault('F303', `“${text}”带了时刻，这里只写日期`, day.date);
  }
  return fault('F303', `看不懂日期“${text}”`, dashed(text) ?? '写成 2026-03-02 或 2026年3月2日');
}

/** The day that `2026/3/2` or `2026.3.2` means, in our form. */
function dashed(text: string): string | undefined {
  const match = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})/u.exec(toHalfWidth(text));
  return match ? `${match[1]!}-${two(match[3]!)}-${two(match[4]!)}` : undefined;
}

/** Reads a moment: `2026-03-25 09:30`, `2026年3月25日 9时30分` or `2026-03-25T09:30+08:00`. */
export function parseInstant(text: string): Parsed<Instant> {
  const day = parseDay(text);
  if ('problem' in day && day.problem === 'none') return noSuchDay(text);
  const half = halfWidthFault(text, parseInstant);
  if (half) return { fault: half };
  const better = dashed(text);
  const unreadable = fault(
    'F301',
    `看不懂时间“${text}”`,
    better ? `${better} 09:30 这样的写法` : '写成 2026-03-25 09:30 或 2026年3月25日 9时30分',
  );
  if ('problem' in day) return unreadable;
  if (day.rest.trim() === '') {
    return fault('F301', `“${text}”只有日期，缺少时刻`, `${day.date} 09:30（补上几时几分）`);
  }
  const joined = /^\d/u.test(day.rest) && !text.includes('年');
  const time = TIME.exec(day.rest.replace(/^T|^\s+/u, ''));
  if (!time || joined) return unreadable;
  const [, hour, minute, second, hourWord, minuteWord, offset] = time;
  const clock = `${two(hour ?? hourWord!)}:${two(minute ?? minuteWord ?? 0)}:${two(second ?? 0)}`;
  if (clock > '24:00:00' || Number(clock.slice(3, 5)) > 59 || Number(clock.slice(6)) > 59) {
    return fault('F301', `没有“${day.rest.trim()}”这个时刻`, '时在 0 到 23 之间，分在 0 到 59 之间');
  }
  if (clock === '24:00:00') {
    return fault('F301', '“24:00”容易看错是哪一天', `${day.date} 23:59，或次日 00:00`);
  }
  if (offset === undefined) return ok(`${day.date}T${clock}+08:00`);
  const zone = offset.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  try {
    return ok(toInstant(Temporal.Instant.from(`${day.date}T${clock}${zone}`)));
  } catch {
    return fault('F301', `没有“${zone}”这个时区`, `${day.date} ${clock.slice(0, 5)}（北京时间不用写时区）`);
  }
}

/** Reads a month: `2026-04` or `2026年4月`. */
export function parseMonth(text: string): Parsed<PlainMonth> {
  const match = /^(\d{4})(?:-(\d{1,2})|年(\d{1,2})月)$/u.exec(text);
  const month = match?.[2] ?? match?.[3];
  if (match && month && isDay(`${match[1]!}-${two(month)}-01`)) return ok(`${match[1]!}-${two(month)}`);
  const half = halfWidthFault(text, parseMonth);
  if (half) return { fault: half };
  return fault('F303', `看不懂月份“${text}”`, '写成 2026-04 或 2026年4月');
}

/** `2026年3月25日`. */
export function printDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year!}年${month!}月${day!}日`;
}

/** `2026年3月25日（星期三）09:30`: the weekday lets a reader notice a slip. */
export const printInstant = (instant: Instant): string =>
  `${printDate(dayOf(instant))}（${weekdayOf(dayOf(instant))}）${timeOf(instant)}`;

export const instantKind: Kind<Instant> = {
  name: 'instant',
  parse: parseInstant,
  print: printInstant,
  toJson: (value) => value,
  pattern: /^\d{4}(-\d{1,2}-\d{1,2}[T ]+\d{1,2}:\d{2}|年\d{1,2}月\d{1,2}日\s*\d{1,2}[时:])/u,
};

export const dateKind: Kind<PlainDate> = {
  name: 'date',
  parse: parseDate,
  print: printDate,
  toJson: (value) => value,
  pattern: /^\d{4}(-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)$/u,
};

export const monthKind: Kind<PlainMonth> = {
  name: 'month',
  parse: parseMonth,
  print: (value) => `${Number(value.slice(0, 4))}年${Number(value.slice(5))}月`,
  toJson: (value) => value,
  pattern: /^\d{4}(-\d{1,2}|年\d{1,2}月)$/u,
};
