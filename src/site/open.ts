import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories, type Category } from '../core/announcement/category.ts';
import { dayOf, printInstant, weekdayOf, type PlainDate } from '../core/announcement/instant.ts';
import { addDays, isWorkday } from '../core/calendar.ts';
import { closingOf, type Row } from '../core/listing.ts';
import { categoryPath, openAnchor } from './address.ts';

/** A part of the open calls, for readers who want to see no other. */
export interface OpenPart {
  label: string;
  count: number;
  category?: Category;
  /** None where nothing is open. */
  href: string | undefined;
}

/** One day of the ruler above the lists, with a mark for each call that closes on it. */
export interface RulerDay {
  day: PlainDate;
  /** `12月` on its first day and on the first of the ruler. */
  month: string | undefined;
  date: number;
  /** 一 to 日. */
  weekday: string;
  /** Whether the offices are known to be closed. */
  isRest: boolean;
  marks: readonly { category: Category; isInside: boolean }[];
  /** Its first row below. */
  href: string | undefined;
  /** `12月8日，3 项现在可以参加，1 项只限已领取文件或者已报名的单位`, for those who cannot see the marks. */
  words: string;
}

interface OpenRegion {
  region: string;
  /** Name of its section within the page. */
  anchor: string;
  rows: readonly Row[];
}

/** The page of calls that can still be joined. It knows today, and is made anew with every build. */
interface OpenPage {
  /** The moment the list was made. */
  asOf: string;
  /** The year of that moment, which dates need not name. */
  year: string;
  ruler: readonly RulerDay[];
  /** Calls that a newcomer can join, the next to close first. */
  rows: readonly Row[];
  /** Calls that take no newcomers any more, for those who have done what had to be done before; by deadline. */
  inside: readonly Row[];
  categories: readonly OpenPart[];
  regions: readonly OpenPart[];
  /** The regions in which something is open, each with its calls. */
  byRegion: readonly OpenRegion[];
}

export function openPage(edition: Edition): OpenPage {
  const rows = edition.open();
  const inside = edition.inside();
  const regions = (edition.site?.regions ?? []).map((region, place) => ({
    region,
    anchor: `region-${place + 1}`,
    rows: rows.filter((row) => row.region === region),
  }));
  return {
    // Nobody needs the second in which a list was made.
    asOf: printInstant(`${edition.now.slice(0, 16)}:00+08:00`),
    year: edition.now.slice(0, 4),
    ruler: rulerOf(edition, rows, inside),
    rows,
    inside,
    categories: categories.map((category) => ({
      ...part(
        CATEGORIES[category],
        rows.filter((row) => row.category === category).length,
        `${edition.address(categoryPath(category))}#open`,
      ),
      category,
    })),
    regions: regions.map(({ region, anchor, rows }) => part(region, rows.length, `#${anchor}`)),
    byRegion: regions.filter(({ rows }) => rows.length > 0),
  };
}

/** Four weeks and the two days that make a month of them: the longest usual period of a call lies within. */
const RULER_DAYS = 30;

function rulerOf(edition: Edition, open: readonly Row[], inside: readonly Row[]): readonly RulerDay[] {
  const openOn = Map.groupBy(open, (row) => dayOf(closingOf(row)));
  const insideOn = Map.groupBy(inside, ({ deadline }) => dayOf(deadline!.value));
  const today = dayOf(edition.now);
  return Array.from({ length: RULER_DAYS }, (_, place) => {
    const day = addDays(today, place);
    const [openRows, insideRows] = [openOn.get(day) ?? [], insideOn.get(day) ?? []];
    const [, month, date] = day.split('-').map(Number) as [number, number, number];
    return {
      day,
      month: place === 0 || date === 1 ? `${month}月` : undefined,
      date,
      weekday: weekdayOf(day).slice(-1),
      isRest: isWorkday(edition.calendar, day) === false,
      marks: [
        ...openRows.map(({ category }) => ({ category, isInside: false })),
        ...insideRows.map(({ category }) => ({ category, isInside: true })),
      ],
      href:
        openRows.length + insideRows.length === 0
          ? undefined
          : `#${openAnchor(openRows.length > 0 ? 'open' : 'inside', day)}`,
      words: [
        `${month}月${date}日`,
        openRows.length > 0 && `${openRows.length} 项截止`,
        insideRows.length > 0 && `${insideRows.length} 项只限已领取文件或者已报名的单位`,
      ]
        .filter(Boolean)
        .join('，'),
    };
  });
}

const part = (label: string, count: number, href: string): OpenPart => ({
  label,
  count,
  href: count > 0 ? href : undefined,
});
