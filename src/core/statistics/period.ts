import { dayOf, type Instant, type PlainDate } from '../announcement/instant.ts';

/** The part of a year that is counted: January up to the end of a month, 12 of a year that is over. */
export interface Period {
  year: number;
  toMonth: number;
}

const MONTHS = 12;

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * What of a year can be counted at `now`: months that are over. A month that still runs is left out, so that a figure
 * stays the same all the month; nothing is there of a year whose January is not over.
 */
export function periodOf(year: number, now: Instant): Period | undefined {
  const [thisYear, thisMonth] = now.split('-').map(Number) as [number, number];
  const toMonth = year < thisYear ? MONTHS : year > thisYear ? 0 : thisMonth - 1;
  return toMonth === 0 ? undefined : { year, toMonth };
}

/** Whether the whole year is counted. */
export const isWhole = ({ toMonth }: Period): boolean => toMonth === MONTHS;

/** The months of a period, `2018-01` first. */
export const monthsOf = ({ year, toMonth }: Period): readonly string[] =>
  Array.from({ length: toMonth }, (_, index) => `${year}-${two(index + 1)}`);

export const firstDay = ({ year }: Period): PlainDate => `${year}-01-01`;

export const lastDay = ({ year, toMonth }: Period): PlainDate => lastDayOf(`${year}-${two(toMonth)}`);

/** The last day of a month, `2018-02` → `2018-02-28`. */
export const lastDayOf = (month: string): PlainDate =>
  `${month}-${two(Temporal.PlainYearMonth.from(month).daysInMonth)}`;

/** Whether something published then, in Beijing time, is counted. */
export const isIn = (period: Period, at: Instant): boolean =>
  firstDay(period) <= dayOf(at) && dayOf(at) <= lastDay(period);
