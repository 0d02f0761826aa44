import { byNewest, rowOf, type Row } from '../core/listing.ts';
import type { Category } from '../core/announcement/category.ts';
import { loadContent } from './content.ts';

let known: readonly Row[] | undefined;

/** A row for every announcement published by now, the newest first. Gathered once a build. */
export function allRows(): readonly Row[] {
  known ??= gather();
  return known;
}

function gather(): readonly Row[] {
  const { corpus, links } = loadContent();
  return corpus.entries.map((entry) => rowOf(entry, links)).sort(byNewest);
}

export const rowsIn = (category: Category): readonly Row[] =>
  allRows().filter((row) => row.category === category);

let byId: ReadonlyMap<string, Row> | undefined;

export function rowWith(id: string): Row {
  byId ??= new Map(allRows().map((row) => [row.id, row]));
  return byId.get(id)!;
}
