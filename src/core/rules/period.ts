import type { PlainDate } from '../announcement/instant.ts';
import type { Length } from '../announcement/quantity.ts';

import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkday,
  workingDaysBetween,
  type Calendar,
} from '../calendar.ts';

/**
 * What counting says of a period. `warn-counting`: it depends on how one counts – the first day counted too, or the
 * last day not moved behind a holiday. `unknown`: a date, the regime or the year's calendar is missing.
 */
export type Verdict = 'pass' | 'warn-counting' | 'fail' | 'unknown';

export const days = (count: number): Length => ({ count, unit: 'days' });
export const workingDays = (count: number): Length => ({ count, unit: 'working-days' });

/** Why two ways of counting differ. A last day on an ordinary weekend is the weakest of the three. */
export type Doubt = 'first-day' | 'last-day-holiday' | 'last-day-weekend';

export interface Count {
  verdict: Verdict;
  /** The first day is not counted, the last is. */
  counted: number | 'unknown';
  /** The first lawful end of a minimum, the last lawful end of a maximum. */
  limit: PlainDate | 'unknown';
  doubt?: Doubt;
  /** The year whose calendar is missing. */
  missingYear?: number;
}

/** No arrangement ever gave more than nine days off in a row; past them a period has ended whatever the calendar. */
const LONGEST_HOLIDAY = 9;

/** Counts a period that must not be shorter than `length`. */
export const countAtLeast = (calendar: Calendar, length: Length, from: PlainDate, to: PlainDate): Count =>
  length.unit === 'days'
    ? daysAtLeast(calendar, length.count, from, to)
    : workingDaysAtLeast(calendar, length.count, from, to);

/** Counts a period that must not be longer than `length`. */
export const countAtMost = (calendar: Calendar, length: Length, from: PlainDate, to: PlainDate): Count =>
  length.unit === 'days'
    ? daysAtMost(calendar, length.count, from, to)
    : workingDaysAtMost(calendar, length.count, from, to);

function daysAtLeast(calendar: Calendar, count: number, from: PlainDate, to: PlainDate): Count {
  const counted = daysBetween(from, to);
  const lastDay = addDays(from, count);
  const limit = workdayFrom(calendar, lastDay);
  if (counted < count - 1) return { verdict: 'fail', counted, limit: known(limit, lastDay) };
  if (counted < count) {
    return { verdict: 'warn-counting', counted, limit: known(limit, lastDay), doubt: 'first-day' };
  }
  if (counted >= count + LONGEST_HOLIDAY) return { verdict: 'pass', counted, limit };
  if (limit === 'unknown') return { verdict: 'unknown', counted, limit, missingYear: yearOf(lastDay) };
  if (to >= limit) return { verdict: 'pass', counted, limit };
  const doubt = lastDayDoubt(calendar, lastDay);
  // More days were given than are asked; only that the last of those asked is a Saturday or Sunday is left to say.
  if (counted > count && doubt === 'last-day-weekend') return { verdict: 'pass', counted, limit };
  return { verdict: 'warn-counting', counted, limit, doubt };
}

function daysAtMost(calendar: Calendar, count: number, from: PlainDate, to: PlainDate): Count {
  const counted = daysBetween(from, to);
  const lastDay = addDays(from, count);
  if (counted <= count) return { verdict: 'pass', counted, limit: lastDay };
  if (counted > count + LONGEST_HOLIDAY) return { verdict: 'fail', counted, limit: lastDay };
  const limit = workdayFrom(calendar, lastDay);
  if (limit === 'unknown') return { verdict: 'unknown', counted, limit, missingYear: yearOf(lastDay) };
  if (to > limit) return { verdict: 'fail', counted, limit: lastDay };
  const doubt = lastDayDoubt(calendar, lastDay);
  if (doubt === 'last-day-holiday') return { verdict: 'pass', counted, limit };
  return { verdict: 'warn-counting', counted, limit: lastDay, doubt };
}

function workingDaysAtLeast(calendar: Calendar, count: number, from: PlainDate, to: PlainDate): Count {
  const counted = workingDaysBetween(calendar, from, to);
  const limit = addWorkingDays(calendar, from, count);
  if (limit !== 'unknown' && to >= limit) return { verdict: 'pass', counted, limit };
  if (daysBetween(from, to) + 1 < count) return { verdict: 'fail', counted, limit };
  const first = isWorkday(calendar, from);
  if (counted === 'unknown' || first === 'unknown') {
    return { verdict: 'unknown', counted: 'unknown', limit, missingYear: firstUnknownYear(calendar, from) };
  }
  if (counted + (first ? 1 : 0) >= count)
    return { verdict: 'warn-counting', counted, limit, doubt: 'first-day' };
  return { verdict: 'fail', counted, limit };
}

function workingDaysAtMost(calendar: Calendar, count: number, from: PlainDate, to: PlainDate): Count {
  const counted = workingDaysBetween(calendar, from, to);
  const limit = addWorkingDays(calendar, from, count);
  if (daysBetween(from, to) <= count) return { verdict: 'pass', counted, limit };
  if (limit !== 'unknown' && to <= limit) return { verdict: 'pass', counted, limit };
  if (counted === 'unknown') {
    return { verdict: 'unknown', counted, limit, missingYear: firstUnknownYear(calendar, from) };
  }
  // On the days off after the last working day no further working day has gone by.
  if (counted <= count)
    return {
      verdict: limit === 'unknown' ? 'pass' : 'warn-counting',
      counted,
      limit,
      doubt: 'last-day-weekend',
    };
  return { verdict: 'fail', counted, limit };
}

/** The day itself when work is done on it, else the next on which it is (民法典 第二百零三条). */
function workdayFrom(calendar: Calendar, day: PlainDate): PlainDate | 'unknown' {
  const works = isWorkday(calendar, day);
  if (works === 'unknown') return 'unknown';
  return works ? day : addWorkingDays(calendar, day, 1);
}

const lastDayDoubt = (calendar: Calendar, day: PlainDate): Doubt =>
  [0, 1].some((ahead) => calendar.get(yearOf(day) + ahead)?.daysOff.has(day))
    ? 'last-day-holiday'
    : 'last-day-weekend';

const known = (limit: PlainDate | 'unknown', otherwise: PlainDate): PlainDate =>
  limit === 'unknown' ? otherwise : limit;

const yearOf = (day: PlainDate): number => Number(day.slice(0, 4));

function firstUnknownYear(calendar: Calendar, from: PlainDate): number {
  let year = yearOf(from);
  while (calendar.has(year)) year += 1;
  return year;
}
