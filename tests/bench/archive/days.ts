import { addWorkingDays, isWorkday, type Calendar } from '../../../src/core/calendar.ts';
import type { Chance } from './chance.ts';

/** A made-up calendar: three short holidays a year, the same every year, and one Saturday of work. */
export const HOLIDAYS = [
  { name: '元旦', from: '01-01', to: '01-01' },
  { name: '劳动节', from: '05-01', to: '05-03' },
  { name: '国庆节', from: '10-01', to: '10-03' },
] as const;

const FIRST_YEAR = 2016;
const LAST_YEAR = 2026;

/** The last day on which anything is published. */
const LAST_DAY = '2026-10-30';

/** The years of the archive, one more at its end for what is still to come. */
export const YEARS: readonly number[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 2 },
  (_, i) => FIRST_YEAR + i,
);

/** The days of one year off work, weekends aside. */
export const daysOff = (year: number): readonly string[] =>
  HOLIDAYS.flatMap(({ from, to }) => {
    const month = from.slice(0, 2);
    const days = [];
    for (let day = Number(from.slice(3)); day <= Number(to.slice(3)); day += 1)
      days.push(`${year}-${month}-${String(day).padStart(2, '0')}`);
    return days;
  });

/** The Saturday of one year on which work is done. */
export function makeUpDay(year: number): string {
  const late = Temporal.PlainDate.from({ year, month: 12, day: 20 });
  return late.add({ days: 6 - (late.dayOfWeek % 7) }).toString();
}

const calendar: Calendar = new Map(
  YEARS.map((year) => {
    const off = new Set(daysOff(year));
    return [year, { year, daysOff: off, festivals: off, makeUpDays: new Set([makeUpDay(year)]) }];
  }),
);

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** The working day that lies `count` working days after a day. */
export function workdayAfter(day: string, count: number): string {
  const found = addWorkingDays(calendar, day, count);
  if (found === 'unknown') throw new Error(`no calendar for the days after ${day}`);
  return found;
}

/** The first working day that is at least `count` calendar days after a day. */
export function workdayFrom(day: string, count: number): string {
  const earliest = plain(day).add({ days: count }).toString();
  return isWorkday(calendar, earliest) === true ? earliest : workdayAfter(earliest, 1);
}

/** First and last day of publication. */
export interface Span {
  from: string;
  to: string;
}

/** All the years of the archive. */
export const EVER: Span = { from: `${FIRST_YEAR}-01-04`, to: LAST_DAY };

/** One year for itself. */
export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** A working day of a span. In the archive of many years, later years are busier. */
export function anyDay(chance: Chance, span: Span): string {
  const first = plain(span.from);
  const position = span === EVER && chance.is(0.35) ? Math.sqrt(chance.next()) : chance.next();
  const days = Math.floor(position * first.until(plain(span.to)).days);
  return workdayFrom(first.toString(), days);
}

/** A moment of a day at which the office publishes: `2026-03-02 09:07`. */
export function officeHour(chance: Chance, day: string): string {
  const minutes = chance.int(8 * 60 + 30, 17 * 60 + 25);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2026年3月2日`, with the time where there is one. */
export function inChinese(moment: string): string {
  const [day = '', time] = moment.split(' ');
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = (time ?? '').split(':');
  return `${year!}年${month!}月${date!}日${time === undefined ? '' : `${Number(hour)}时${minute!}分`}`;
}
