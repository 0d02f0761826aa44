import type { PlainDate } from '../announcement/instant.ts';
import { addDays } from '../calendar.ts';
import { firstDayOf, lastDayOf, type Occasion } from './occasion.ts';

/** Days, back from the newest announcement, for which a calendar keeps what is over. */
const KEPT_DAYS = 31;

interface Dated {
  row: { id: string };
  occasion: Occasion;
}

/**
 * What a calendar of many announcements holds, in the order of time: all that is to come, and the last month. Today
 * has no part in it, so that a calendar changes only with the announcements it is about.
 */
export function entriesSince<E extends Dated>(entries: readonly E[], newest: PlainDate): readonly E[] {
  const since = keptSince(newest);
  return entries.filter(({ occasion }) => lastDayOf(occasion.when) >= since).toSorted(byTime);
}

/** The first day that a calendar keeps, by the day of the newest announcement. */
export const keptSince = (newest: PlainDate): PlainDate => addDays(newest, -KEPT_DAYS);

/** By beginning, whole days first; of one moment by announcement, so that the order is always the same. */
export function byTime(a: Dated, b: Dated): number {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const keyOf = ({ row, occasion: { when, kind } }: Dated): string =>
  `${'at' in when ? when.at : firstDayOf(when)} ${row.id} ${kind}`;
