import { checkHall, type CheckedContent } from '../../core/check.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { collectionOf, type Collection } from '../../core/edition.ts';
import { linkAnnouncements } from '../../core/project.ts';
import { readFiles, type Ground } from './ground.ts';

/** What is found of the screens, by the announcements that they may show. @param files that were checked again */
export function hallFindings(
  ground: Ground,
  { corpus, collection }: CheckedContent,
  files: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { state, tables } = ground;
  const shown = tables.names.together(tables.hall.shownOn(corpus.screens, corpus.site), new Map());
  const sorted = [...shown].sort();
  const kept = state.get('hall');
  if (kept !== undefined && shown.isDisjointFrom(files)) {
    const last = JSON.parse(kept) as { shown: readonly string[]; findings: readonly Diagnostic[] };
    if (last.shown.join('\n') === sorted.join('\n')) return last.findings;
  }
  const isRead = shown.isSubsetOf(new Set(corpus.files));
  const findings = checkHall(isRead ? collection : collectionIn(ground, shown));
  state.set('hall', JSON.stringify({ shown: sorted, findings }));
  return findings;
}

function collectionIn(ground: Ground, files: ReadonlySet<string>): Collection {
  const corpus = readFiles(ground, ground.tables.announcements.some(files), new Set());
  return collectionOf(corpus, linkAnnouncements(corpus.entries, corpus.ids));
}
