import { dayOf, type Instant } from '../announcement/instant.ts';
import { seqOf } from '../screen/browser/feed.ts';
import { LIVE_SCHEMA, type LiveTable, type OpeningTable, type OtherTable } from './browser/live.ts';

/** What is entered of a table; numbers and times come with the writing. */
export type Entered =
  Omit<OpeningTable, 'schema' | 'seq' | 'updatedAt'> | Omit<OtherTable, 'schema' | 'seq' | 'updatedAt'>;

/**
 * The table as it is written at a moment. Its number is higher than that of the one that stands there, also where the
 * clock was put back; where none stands there it is higher than any that was there. Prices that were not read out stay
 * with whoever runs the opening: the file is open to everybody in the house.
 */
export function tableAt(entered: Entered, standing: LiveTable | undefined, now: Instant): LiveTable {
  const stamp = { seq: Math.max(seqOf(now), (standing?.seq ?? 0) + 1), updatedAt: now } as const;
  if (entered.kind === 'table') return { schema: LIVE_SCHEMA, ...entered, ...stamp };
  const rows = entered.rows.map((row, index) => (index < entered.read ? row : row.slice(0, 1)));
  return { schema: LIVE_SCHEMA, ...entered, rows, ...stamp };
}

/** Whether the table that stands there is of today: what it says of its beginning and source still holds. */
export const isOfToday = (standing: LiveTable, now: Instant): boolean =>
  dayOf(standing.starts) === dayOf(now) && standing.starts <= now;

/** The text of the file `live/<room>.json`. */
export const toLiveText = (table: LiveTable): string => `${JSON.stringify(table, undefined, 1)}\n`;
