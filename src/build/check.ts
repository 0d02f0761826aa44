import { byPlace, type CheckedContent } from '../core/check.ts';
import { loadSite } from '../core/corpus/load.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { affectedFiles } from './check/affected.ts';
import { entriesIn, openTables, type Ground } from './check/ground.ts';
import { hallFindings } from './check/hall.ts';
import type { CheckOrder } from './check/order.ts';
import { isOfOriginals } from './check/originals.ts';
import { checkInParts } from './check/part.ts';
import type { State } from './state.ts';
import { idsIn, structureFindings, surveyContent } from './survey.ts';

/** What a check has found out that remembers the one before. */
interface IncrementalCheck {
  /** Of everything, as a check of everything would give them. */
  readonly findings: readonly Diagnostic[];
  /** How many ids there are, and how many announcement files were looked at again. */
  readonly count: number;
  readonly looked: number;
  /**
   * What was looked at again: whole matters, checked and linked, with all the settings. `findings` and `excused` are of
   * these; `corpus.ids` are all that there are, `corpus.files` those that were read.
   * Where they were read in parts, the last of them.
   */
  readonly content: CheckedContent;
  /** Ids of announcements whose matters are to be made anew: those in `content`, where `most` did not divide it. */
  readonly dirty: ReadonlySet<string>;
  /** Ids that were announcements when they were last looked at, and are none any more. */
  readonly removed: ReadonlySet<string>;
  /** Whether a file of the disclosure catalogue, an attachment too, is another than it was. */
  readonly isDisclosureChanged: boolean;
}

/**
 * Checks a content folder by what the state remembers of the last check, and lets the state remember this one: to be
 * called within a transaction. The findings are those of a check of everything; what cannot have changed is not read.
 */
export function incrementalCheck(state: State, order: CheckOrder): IncrementalCheck {
  const tables = openTables(state);
  const site = loadSite(order.contentDir);
  const now = order.now(site);
  const isFirst = tables.announcements.count === 0;
  const survey = surveyContent(state, tables.announcements, order);
  const before = entriesIn(tables, [...survey.changed, ...survey.gone]);
  for (const file of survey.gone) tables.announcements.forget(file);
  const ground: Ground = { state, order, tables, ids: idsIn(state, tables.announcements) };
  const restated = tables.past.update(order.past?.(site, ground.ids));
  const files = isFirst ? survey.changed : affectedFiles(ground, survey, restated, now);
  forgetNames(ground, [...files, ...survey.gone]);
  const content = checkInParts(ground, files, survey, now);
  state.set('now', now);
  const dirty = entriesIn(tables, [...files]);
  return {
    findings: allFindings(ground, content, files),
    count: ground.ids.size,
    looked: files.size,
    content,
    dirty,
    removed: before.difference(dirty),
    isDisclosureChanged: survey.isDisclosureChanged,
  };
}

function forgetNames({ tables: { names, hall } }: Ground, files: readonly string[]): void {
  for (const file of files) {
    names.drop(file);
    hall.drop(file);
  }
}

/** What is kept of all files, what was found beside them, and what is found of the screens, in order. */
function allFindings(
  ground: Ground,
  content: CheckedContent,
  files: ReadonlySet<string>,
): readonly Diagnostic[] {
  const isKept = (finding: Diagnostic): boolean => files.has(finding.file) || isOfOriginals(finding);
  return [
    ...structureFindings(ground.state),
    ...content.findings.filter((finding) => !isKept(finding)),
    ...ground.tables.announcements.findings(),
    ...hallFindings(ground, content, files),
  ].sort(byPlace);
}
