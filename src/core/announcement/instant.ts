/**
 * A moment in Beijing time to the second, `2026-03-25T09:30:00+08:00`: text order is time order. Midnight as an end
 * belongs to the day that it ends, `2026-03-20T24:00:00+08:00`; `rfc3339` gives it to programs.
 */
export type Instant = string & { readonly of?: 'instant' };

/** A calendar day in Beijing, `2026-03-25`: text order is time order. */
export type PlainDate = string & { readonly of?: 'date' };

/** A calendar month, `2026-03`. */
export type PlainMonth = string & { readonly of?: 'month' };

export const two = (number: number | string): string => String(number).padStart(2, '0');

/** The calendar day an instant falls on in Beijing. */
export const dayOf = (instant: Instant): PlainDate => instant.slice(0, 10);

/** The clock time of an instant in Beijing, `09:30`; with seconds where there are any, `23:59:59`. */
export const timeOf = (instant: Instant): string => instant.slice(11, 19).replace(/:00$/u, '');

/** A moment as RFC 3339 and HTML have it, which know no 24:00: the end of a day is the start of the next. */
export const rfc3339 = (instant: Instant): Instant =>
  instant.slice(11, 19) === '24:00:00' ? `${dayAfter(dayOf(instant), 1)}T00:00:00+08:00` : instant;

/** Needs no Temporal, which browsers do not have. */
export const dayAfter = (day: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `10月8日 09:30`, with the year when it is not `year`: short forms for rows. */
export function shortInstant(instant: Instant, year: string): string {
  const [y, m, d] = instant.slice(0, 10).split('-').map(Number);
  return `${String(y) === year ? '' : `${y!}年`}${m!}月${d!}日 ${timeOf(instant)}`;
}

/** The same of a last moment: the end of a day is told as that day, `10月8日`. */
export const shortEnd = (instant: Instant, year: string): string =>
  shortInstant(instant, year).replace(/ 24:00$/u, '');

/** The Beijing form of a moment in milliseconds since 1970. Needs no Temporal, which browsers do not have. */
export const instantAt = (moment: number): Instant =>
  `${new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Chinese weekday of a day: 星期三. Needs no Temporal, which browsers do not have. */
export const weekdayOf = (day: PlainDate): string =>
  `星期${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]!}`;

/** What stands beside the day of a last moment: `星期二 17:00`; of the end of a day, `星期二 24:00 前`. */
export const weekdayAndTime = (at: Instant): string =>
  `${weekdayOf(dayOf(at))} ${timeOf(at)}${timeOf(at) === '24:00' ? ' 前' : ''}`;

/** `2026年3月25日`. */
export function printDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year!}年${month!}月${day!}日`;
}

/** `2026年3月25日（星期三）09:30`: the weekday lets a reader notice a slip. */
export const printInstant = (instant: Instant): string =>
  `${printDate(dayOf(instant))}（${weekdayOf(dayOf(instant))}）${timeOf(instant)}`;

/** Whether of a moment at which something starts or appears only the day is known: midnight stands for it. */
export const isDayAlone = (instant: Instant): boolean => instant.slice(11, 19) === '00:00:00';

/** A moment at which something starts or appears; where only its day is known, the day. */
export const printStart = (instant: Instant): string =>
  isDayAlone(instant) ? printDate(dayOf(instant)) : printInstant(instant);
