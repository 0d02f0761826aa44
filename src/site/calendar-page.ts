import type { Edition } from '../core/edition.ts';
import { categories } from '../core/announcement/category.ts';
import { printDate, timeOf, weekdayOf, type PlainDate } from '../core/announcement/instant.ts';
import { isOverAt, lastDayOf } from '../core/agenda/occasion.ts';
import { monthAfter, weeksOf } from '../core/agenda/month.ts';
import { noteOf } from '../core/calendar.ts';
import { byNewest } from '../core/listing.ts';
import type { HappeningKind } from '../core/status.ts';
import { announcementPath, calendarPath } from './address.ts';
import type { Entry } from './agenda.ts';
import { calendars, entriesOf } from './calendars.ts';

/** What takes place of one announcement at one time. */
interface DayEntry {
  /** `09:30`; none for what lasts the whole day. */
  time: string | undefined;
  /** 投标截止、开标. */
  words: string;
  title: string;
  href: string;
  facts: readonly string[];
  place: string | undefined;
  /** When it was before corrections moved it. */
  was: string | undefined;
  stop: { words: string; kind: HappeningKind } | undefined;
}

export interface AgendaDay {
  date: PlainDate;
  /** `11月25日`. */
  label: string;
  weekday: string;
  /** 国庆节放假, 调休上班. */
  note: string | undefined;
  entries: readonly DayEntry[];
}

/** A day of the month's table. */
interface Cell {
  date: PlainDate;
  day: number;
  note: string | undefined;
  isPast: boolean;
  /** What takes place and how often: 投标截止 2. */
  counts: readonly { words: string; count: number }[];
}

export interface CalendarPage {
  /** The day the page was made for. */
  asOf: string;
  until: string;
  days: readonly AgendaDay[];
  months: readonly { label: string; weeks: readonly (readonly (Cell | undefined)[])[] }[];
  subscriptions: readonly { title: string; calendars: readonly Subscription[] }[];
}

interface Subscription {
  title: string;
  description: string;
  webcal: string;
  href: string;
}

const GROUPS = [
  { group: 'all', title: '全部公告' },
  { group: 'category', title: '按业务类型' },
  { group: 'area', title: '按地区' },
] as const;

/** What takes place from today to the end of the next month. Of the calendars, this page alone knows today. */
export function calendarPage(edition: Edition): CalendarPage {
  const { now } = edition;
  const today = now.slice(0, 10);
  const month = now.slice(0, 7);
  const months = [month, monthAfter(month)];
  const until = weeksOf(months[1]!)
    .flat()
    .findLast((day) => day !== undefined)!;
  const byDay = Map.groupBy(entriesIn(edition, months), ({ occasion }) => lastDayOf(occasion.when));
  return {
    asOf: printDate(today),
    until: printDate(until),
    days: [...byDay]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, entries]) => toDay(edition, day, entries)),
    months: months.map((one) => ({
      label: `${one.slice(0, 4)}年${Number(one.slice(5))}月`,
      weeks: weeksOf(one)
        .filter((week) => week.some((day) => day !== undefined && day >= today))
        .map((week) => week.map((day) => day && toCell(edition, day, byDay.get(day) ?? [], today))),
    })),
    subscriptions: GROUPS.map(({ group, title }) => ({
      title,
      calendars: calendars(edition)
        .filter((one) => one.group === group)
        .map(({ name, title: own, description }) => ({
          title: own,
          description,
          webcal: edition.absolute(calendarPath(name)).replace(/^https?:/u, 'webcal:'),
          href: edition.address(calendarPath(name)),
        })),
    })).filter((group) => group.calendars.length > 0),
  };
}

/** What is not over and takes place in some months, by the announcements, the newest first. */
const entriesIn = (edition: Edition, months: readonly string[]): readonly Entry[] => {
  const { now } = edition;
  const until = months.at(-1)!;
  return categories
    .flatMap((category) => entriesOf(edition, category, months))
    .filter(({ row }) => !row.withdrawn && row.publishedAt <= now)
    .filter(
      ({ occasion: { when } }) => !isOverAt(when, now) && lastDayOf(when).slice(0, until.length) <= until,
    )
    .toSorted((a, b) => byNewest(a.row, b.row));
};

function toDay(edition: Edition, date: PlainDate, entries: readonly Entry[]): AgendaDay {
  const [, month, day] = date.split('-').map(Number);
  const byTime = Map.groupBy(entries, (entry) => `${timeIn(entry) ?? '24:00'} ${entry.row.id}`);
  return {
    date,
    label: `${month!}月${day!}日`,
    weekday: weekdayOf(date),
    note: noteOf(edition.calendar, date),
    entries: [...byTime]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, together]) => toDayEntry(edition, together)),
  };
}

const timeIn = ({ occasion: { when } }: Entry): string | undefined =>
  'at' in when ? timeOf(when.at) : undefined;

/** Occasions of one announcement at one time, most often a deadline and the opening that follows it, are one entry. */
function toDayEntry(edition: Edition, together: readonly Entry[]): DayEntry {
  const [first] = together as [Entry, ...Entry[]];
  const { row, standing } = first;
  return {
    time: timeIn(first),
    words: together.map(({ occasion }) => occasion.ending).join('、'),
    title: row.title,
    href: edition.address(announcementPath(row.id)),
    facts: [row.categoryTerm, ...(row.region === undefined ? [] : [row.region])],
    place: together.find(({ occasion }) => occasion.place !== undefined)?.occasion.place,
    was: together.find(({ occasion }) => occasion.was !== undefined)?.occasion.was,
    stop: standing.stop && { words: standing.stop.words, kind: row.happening!.kind },
  };
}

function toCell(edition: Edition, date: PlainDate, entries: readonly Entry[], today: PlainDate): Cell {
  const standing = entries.filter((entry) => !entry.standing.stop);
  return {
    date,
    day: Number(date.slice(8)),
    note: noteOf(edition.calendar, date),
    isPast: date < today,
    counts: [...Map.groupBy(standing, ({ occasion }) => occasion.ending)].map(([words, group]) => ({
      words,
      count: group.length,
    })),
  };
}
