import type { Announcement } from '../announcement/schema.ts';
import { listAlterations, type Alteration } from '../changes.ts';
import type { Entry } from '../corpus/corpus.ts';
import { rowOf, type Row } from '../listing.ts';
import type { Links } from '../project.ts';

/** What a screen can draw from, gathered once for all screens. */
export interface Archive {
  rows: readonly Row[];
  /** With corrections applied, by id. */
  announcements: ReadonlyMap<string, Announcement>;
  /** The newest first. */
  alterations: readonly Alteration[];
}

export function gatherArchive(entries: readonly Entry[], links: Links): Archive {
  return {
    rows: entries.map((entry) => rowOf(entry, links)),
    announcements: new Map(entries.map(({ id }) => [id, links.effective.get(id)!.announcement])),
    alterations: listAlterations(entries, links.effective),
  };
}
