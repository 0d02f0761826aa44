import type { Instant, PlainDate } from '../announcement/instant.ts';
import { addDays } from '../calendar.ts';
import type { Row } from '../listing.ts';

/** Entries a feed has at the least, where there are that many. */
const LEAST = 50;

/** Days, back from the newest entry, within which nothing is left out: a reader that looks once a month misses nothing. */
const COMPLETE_DAYS = 31;

/** When an entry was news last: its publication, or its withdrawal 撤下, with which it comes again. */
export const newsAt = ({ publishedAt, withdrawn }: Row): Instant => withdrawn?.at ?? publishedAt;

/** The entries of a feed, the latest news first, from rows sorted newest first. When 200 appear at once, the feed has 200. */
export function feedRows(rows: readonly Row[]): readonly Row[] {
  const sorted = rows.toSorted((a, b) => (newsAt(a) > newsAt(b) ? -1 : newsAt(a) < newsAt(b) ? 1 : 0));
  const newest = sorted[0];
  if (!newest) return [];
  const since: PlainDate = addDays(newsAt(newest).slice(0, 10), -COMPLETE_DAYS);
  return sorted.filter((row, index) => index < LEAST || newsAt(row).slice(0, 10) >= since);
}
