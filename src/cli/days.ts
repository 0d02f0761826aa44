import { dayOrInstantKind } from '../core/announcement/day-or-instant.ts';
import { dayAfter, dayOf, type Instant, type PlainDate } from '../core/announcement/instant.ts';
import type { Days } from '../core/handout/select.ts';
import { SettingsError } from '../settings.ts';

/** The options that name days, as they were written. */
interface DaysWritten {
  day?: string | undefined;
  week?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

/**
 * The days that a command is asked for; without a word the week of `now`, from Monday to Sunday.
 * @throws {SettingsError} for what is no day, and for two ways at once
 */
export function daysAskedFor({ day, week, from, until }: DaysWritten, now: Instant): Days {
  const ways = [day, week, from ?? until].filter((one) => one !== undefined);
  if (ways.length > 1)
    throw new SettingsError('--day、--week 和 --from、--until 只写一种：一天、一周，或者从哪天到哪天。');
  if (day !== undefined) return { from: dayAskedFor('--day', day), until: dayAskedFor('--day', day) };
  if (week !== undefined) return daysOfWeek(week);
  if (from === undefined && until === undefined) return weekFrom(mondayOf(dayOf(now)));
  if (from === undefined) throw new SettingsError('只写了 --until，请用 --from 写明从哪天起。');
  const days = {
    from: dayAskedFor('--from', from),
    until: until === undefined ? dayOf(now) : dayAskedFor('--until', until),
  };
  if (days.from > days.until)
    throw new SettingsError(`--from ${days.from} 在 --until ${days.until} 的后面，请核对。`);
  return days;
}

/** @throws {SettingsError} for what is no day */
export function dayAskedFor(option: string, written: string): PlainDate {
  const read = dayOrInstantKind.parse(written);
  if ('value' in read && !read.value.includes('T')) return read.value;
  throw new SettingsError(`看不懂 ${option} 的“${written}”：请写一天，例如 2026-03-02。`);
}

/** A week of ISO 8601, from Monday to Sunday: the first of a year is the one that has 4 January in it. */
function daysOfWeek(written: string): Days {
  const [, year, week] = /^(\d{4})-?W(\d{1,2})$/iu.exec(written) ?? [];
  if (year !== undefined && week !== undefined) {
    const monday = dayAfter(mondayOf(`${year}-01-04`), 7 * (Number(week) - 1));
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(monday);
    if (yearOfWeek === Number(year) && weekOfYear === Number(week)) return weekFrom(monday);
    throw new SettingsError(`${year} 年没有第 ${Number(week)} 周。一年有 52 周或者 53 周。`);
  }
  throw new SettingsError(`看不懂 --week 的“${written}”：请写年份和第几周，例如 2026-W10。`);
}

const weekFrom = (monday: PlainDate): Days => ({ from: monday, until: dayAfter(monday, 6) });

const mondayOf = (day: PlainDate): PlainDate => dayAfter(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
