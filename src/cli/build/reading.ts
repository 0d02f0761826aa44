import { answersFrom } from '../../build/answers.ts';
import { incrementalCheck } from '../../build/check.ts';
import { lastSettled } from '../../build/files.ts';
import { PastTable } from '../../build/past.ts';
import type { State } from '../../build/state.ts';
import { updateTables, type Changes } from '../../build/update.ts';
import { isPublishable, type CheckedContent } from '../../core/check.ts';
import { digestFile } from '../../core/corpus/digest.ts';
import { inspectAttachments } from '../../core/corpus/inspect.ts';
import { answersOf, type Present } from '../../core/edition.ts';
import { readOf, recording, type Read, type Recording } from '../../core/edition/recording.ts';
import { readSettings, settingsFor } from '../../settings.ts';
import { contentOf, forgetContent, Library, loadContent, type LoadedContent } from '../../site/content.ts';
import { VIEWS } from '../../site/views.ts';
import type { Memory } from './memory.ts';
import type { Run } from './run.ts';

/** Content that was read and checked. */
interface Reading {
  readonly content: LoadedContent;
  /** What has changed since the release that is remembered; undefined where all is to be made. */
  readonly changes: Changes | undefined;
}

/** Reads and checks everything; what was remembered is forgotten and written down anew. */
export function readWhole(run: Run, memory: Memory | undefined): Reading {
  if (!memory) {
    forgetContent();
    return { content: loadContent(inspectAttachments, run.list?.recall), changes: undefined };
  }
  memory.forget();
  const { content } = read(run, memory, (standing, present) => recording(answersOf(standing, present)));
  return { content, changes: undefined };
}

/** Reads what has changed, and the rest from what is remembered. */
export const readChanged = (run: Run, memory: Memory): Reading =>
  read(run, memory, ({ corpus }, present) =>
    recording(answersFrom(memory.state.database, VIEWS, corpus, present)),
  );

/** Reads and checks by what is remembered, and brings that up to what was read. */
function read(
  { list }: Run,
  { state }: Memory,
  answer: (standing: CheckedContent, present: Present) => Recording,
): { content: LoadedContent; changes: Changes } {
  const settings = readSettings();
  const library = new Library(inspectAttachments);
  state.begin();
  const {
    content: checked,
    findings,
    removed,
    isDisclosureChanged,
  } = incrementalCheck(state, {
    contentDir: settings.contentDir,
    inspect: library.look,
    now: (site) => settingsFor(settings, site).now,
    past: list?.past,
    tellsAhead: false,
    settled: lastSettled(),
  });
  let changes: Changes = NONE;
  const past = new PastTable(state);
  const isKnown = list && ((id: string) => past.has(id));
  const content = contentOf(checked, { settings, library, isKnown }, (standing, present, waiting) => {
    if (isPublishable(findings)) {
      const updated = update(state, standing, present, [...removed, ...waiting.map(({ id }) => id)]);
      const besides = [...momentsIn(state, present), ...(isDisclosureChanged ? [readOf.disclosure] : [])];
      changes = { ...updated, questions: new Set([...updated.questions, ...besides]) };
    }
    return answer(standing, present);
  });
  return { content: { ...content, findings }, changes };
}

const NONE: Changes = { questions: new Set(), keys: new Map() };

/** Brings the tables up to what was read. */
function update(
  state: State,
  standing: CheckedContent,
  present: Present,
  removed: readonly string[],
): Changes {
  return updateTables(state.database, VIEWS, {
    checked: [standing],
    removed,
    present,
    digestOfFile: (path) => digestFile(path).sha256,
  });
}

/** The questions about the moment that have another answer than in the run before. */
function momentsIn(state: State, { now }: Present): readonly Read[] {
  const answers = { [readOf.now]: now, [readOf.month]: now.slice(0, 7) };
  return Object.entries(answers).flatMap(([question, answer]) => {
    if (state.get(`answer: ${question}`) === answer) return [];
    state.set(`answer: ${question}`, answer);
    return question;
  });
}
