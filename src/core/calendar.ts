/** Plain dates here are text, `2026-03-25`, in Beijing; see `announcement/instant.ts`. */
type PlainDate = string;

/** One year's arrangement of holidays, as `content/calendar/<year>.yaml` states it. */
export interface CalendarYear {
  year: number;
  /** Days off of the State Council's arrangement, weekends within them included. */
  daysOff: ReadonlySet<PlainDate>;
  /** The statutory festival days among them. */
  festivals: ReadonlySet<PlainDate>;
  /** Saturdays and Sundays on which work is made up. */
  makeUpDays: ReadonlySet<PlainDate>;
  /** The name of the holiday to which a day off belongs: 国庆节. */
  names?: ReadonlyMap<PlainDate, string>;
}

/** The known years. A day outside them has no answer. */
export type Calendar = ReadonlyMap<number, CalendarYear>;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Counting in UTC, where every day has 24 hours: ten times as quick as Temporal. */
const numberOf = (day: PlainDate): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;

const dayWith = (number: number): PlainDate => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Calendar days from one day to another; the first day is not counted (民法典 第二百零一条). Negative backwards. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => numberOf(to) - numberOf(from);

/** The day that lies `count` calendar days after `day`. */
export const addDays = (day: PlainDate, count: number): PlainDate => dayWith(numberOf(day) + count);

/** Monday to Friday; 1 January 1970 was a Thursday. */
const isWeekday = (day: PlainDate): boolean => (numberOf(day) + 3) % 7 < 5;

/**
 * Whether work is done on a day; `unknown` when its year has no calendar. An arrangement may reach into the year
 * before its own, as that of 2018 began on 30 December 2017, so the next year's is asked too.
 */
export function isWorkday(calendar: Calendar, day: PlainDate): boolean | 'unknown' {
  const number = Number(day.slice(0, 4));
  const year = calendar.get(number);
  if (!year) return 'unknown';
  const years = [year, calendar.get(number + 1)];
  if (years.some((one) => one?.makeUpDays.has(day))) return true;
  if (years.some((one) => one?.daysOff.has(day))) return false;
  return isWeekday(day);
}

/** What a calendar writes beside a day: 国庆节放假, 调休上班; nothing for an ordinary or an unknown day. */
export function noteOf(calendar: Calendar, day: PlainDate): string | undefined {
  const number = Number(day.slice(0, 4));
  const years = [calendar.get(number), calendar.get(number + 1)];
  if (years.some((year) => year?.makeUpDays.has(day))) return '调休上班';
  const year = years.find((one) => one?.daysOff.has(day));
  return year && `${year.names?.get(day) ?? ''}放假`;
}

/** Working days from one day to another; the first day is not counted, the last is. `unknown` across an unknown year. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number | 'unknown' {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const works = isWorkday(calendar, day);
    if (works === 'unknown') return 'unknown';
    if (works) count += 1;
  }
  return count;
}

/** The `count`-th working day after `day`; `unknown` when the way there leaves the known years. */
export function addWorkingDays(calendar: Calendar, day: PlainDate, count: number): PlainDate | 'unknown' {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    const works = isWorkday(calendar, current);
    if (works === 'unknown') return 'unknown';
    if (works) left -= 1;
  }
  return current;
}
