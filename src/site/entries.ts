import type { Entry } from '../core/corpus/corpus.ts';
import { loadContent } from './content.ts';

let entriesById: ReadonlyMap<string, Entry> | undefined;

/** An announcement as it was read; ids come from the content itself. */
export function entryWith(id: string): Entry {
  entriesById ??= new Map(loadContent().corpus.entries.map((entry) => [entry.id, entry]));
  return entriesById.get(id)!;
}
