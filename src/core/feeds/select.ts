import type { PlainDate } from '../announcement/instant.ts';
import { addDays } from '../calendar.ts';
import type { Row } from '../listing.ts';

/** Entries a feed has at the least, where there are that many. */
const LEAST = 50;

/** Days, back from the newest entry, within which nothing is left out: a reader that looks once a month misses nothing. */
const COMPLETE_DAYS = 31;

/** The entries of a feed, from rows sorted newest first. When 200 appear at once, the feed has 200. */
export function feedRows(rows: readonly Row[]): readonly Row[] {
  const newest = rows[0];
  if (!newest) return [];
  const since: PlainDate = addDays(newest.publishedAt.slice(0, 10), -COMPLETE_DAYS);
  return rows.filter((row, index) => index < LEAST || row.publishedAt.slice(0, 10) >= since);
}
