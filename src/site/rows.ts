import { byNewest, rowOf, type Row } from '../core/listing.ts';
import type { Category } from '../core/announcement/category.ts';
import { loadContent } from './content.ts';

let known: readonly Row[] | undefined;
let standing: readonly Row[] | undefined;

/**
 * A row for every announcement, the newest first, those that were withdrawn 撤下 too: for feeds, calendars and tables
 * of data, which must tell of them, and for their own pages. Gathered once a build.
 */
export function publishedRows(): readonly Row[] {
  known ??= gather();
  return known;
}

/** The rows of announcements that stand, the newest first: those that a list may show. */
export function allRows(): readonly Row[] {
  standing ??= publishedRows().filter(({ withdrawn }) => !withdrawn);
  return standing;
}

function gather(): readonly Row[] {
  const { corpus, links } = loadContent();
  return corpus.entries.map((entry) => rowOf(entry, links)).sort(byNewest);
}

export const rowsIn = (category: Category): readonly Row[] =>
  allRows().filter((row) => row.category === category);

export const publishedIn = (category: Category): readonly Row[] =>
  publishedRows().filter((row) => row.category === category);

let byId: ReadonlyMap<string, Row> | undefined;

export function rowWith(id: string): Row {
  byId ??= new Map(publishedRows().map((row) => [row.id, row]));
  return byId.get(id)!;
}
