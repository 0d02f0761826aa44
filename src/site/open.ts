import type { Edition } from '../core/edition.ts';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { dayOf, printInstant } from '../core/announcement/instant.ts';
import { byDay, closingOf, type Day, type Row } from '../core/listing.ts';
import { categoryPath } from './address.ts';

/** A part of the open calls, for readers who want to see no other. */
export interface OpenPart {
  label: string;
  count: number;
  /** None where nothing is open. */
  href: string | undefined;
}

interface OpenRegion {
  region: string;
  /** Name of its section within the page. */
  anchor: string;
  count: number;
  /** By day of closing, the next first. */
  days: readonly Day[];
}

/** The page of calls that can still be joined. It knows today, and is made anew with every build. */
interface OpenPage {
  count: number;
  /** The moment the list was made. */
  asOf: string;
  /** The year of that moment, which dates need not name. */
  year: string;
  /** By day of closing, the next first. */
  days: readonly Day[];
  /** Calls that take no newcomers any more, for those who have done what had to be done before; by deadline. */
  inside: readonly Row[];
  categories: readonly OpenPart[];
  regions: readonly OpenPart[];
  /** The regions in which something is open, each with its calls. */
  byRegion: readonly OpenRegion[];
}

export function openPage(edition: Edition): OpenPage {
  const rows = edition.open();
  const regions = (edition.site?.regions ?? []).map((region, place) => {
    const inRegion = rows.filter((row) => row.region === region);
    return { region, anchor: `region-${place + 1}`, count: inRegion.length, days: byClosing(inRegion) };
  });
  return {
    count: rows.length,
    // Nobody needs the second in which a list was made.
    asOf: printInstant(`${edition.now.slice(0, 16)}:00+08:00`),
    year: edition.now.slice(0, 4),
    days: byClosing(rows),
    inside: edition.running().filter((row) => !rows.includes(row)),
    categories: categories.map((category) =>
      part(
        CATEGORIES[category],
        rows.filter((row) => row.category === category).length,
        `${edition.address(categoryPath(category))}#open`,
      ),
    ),
    regions: regions.map(({ region, anchor, count }) => part(region, count, `#${anchor}`)),
    byRegion: regions.filter(({ count }) => count > 0),
  };
}

const byClosing = (rows: readonly Row[]): readonly Day[] => byDay(rows, (row) => dayOf(closingOf(row)));

const part = (label: string, count: number, href: string): OpenPart => ({
  label,
  count,
  href: count > 0 ? href : undefined,
});
