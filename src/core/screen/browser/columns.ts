import type { PartKind } from './feed.ts';
import type { Layout } from './layout.ts';

/** What stands before the name in the rows of a part. */
const COLUMNS: Readonly<Record<PartKind, readonly ('date' | 'hour' | 'room')[]>> = {
  openings: ['date', 'hour', 'room'],
  closing: ['date', 'hour'],
  open: ['date', 'hour'],
  newest: ['date'],
  results: ['date'],
  corrections: [],
};

/** What may stand together with other parts on a page: what is to come and what has changed. */
export const isGrouped = (kind: PartKind): boolean =>
  kind === 'openings' || kind === 'closing' || kind === 'corrections';

/** Names narrower than this, in em, get lines of their own below the moment. */
const NARROWEST_NAME = 7.9;

/** Whether a part's rows have their moment above the name, and how much room the name has, in em. */
export function columnsOf(
  kind: PartKind,
  isGrouped: boolean,
  layout: Pick<Layout, 'rowEm' | 'groupEm' | 'body' | 'date' | 'hour' | 'room'>,
): { isStacked: boolean; em: number } {
  const all = isGrouped ? layout.groupEm : layout.rowEm;
  const em = all - COLUMNS[kind].reduce((sum, column) => sum + layout[column], 0) / layout.body;
  const isStacked = em < NARROWEST_NAME;
  return { isStacked, em: isStacked ? all : em };
}
