import { answersFrom } from '../../build/answers.ts';
import { incrementalCheck } from '../../build/check.ts';
import { lastSettled } from '../../build/files.ts';
import { PastTable } from '../../build/past.ts';
import type { State } from '../../build/state.ts';
import { fillTables } from '../../build/filling.ts';
import { updateTables, type Changes, type Known } from '../../build/update.ts';
import { isPublishable, type CheckedContent } from '../../core/check.ts';
import { digestFile } from '../../core/corpus/digest.ts';
import { inspectAttachments } from '../../core/corpus/inspect.ts';
import type { Entry } from '../../core/corpus/corpus.ts';
import { answersOf, type Present } from '../../core/edition.ts';
import { readOf, type Read } from '../../core/edition/recording.ts';
import { readSettings, settingsFor } from '../../settings.ts';
import {
  contentOf,
  forgetContent,
  Library,
  loadContent,
  standingAt,
  type LoadedContent,
  type Moment,
} from '../../site/content.ts';
import { VIEWS } from '../../site/views.ts';
import type { Memory } from './memory.ts';
import { progress } from './progress.ts';
import type { Run } from './run.ts';

/** Content that was read and checked. */
interface Reading {
  /** Its `corpus` has the announcements that were read last, in an incremental build those that have changed. */
  readonly content: LoadedContent;
  /** What has changed since the release that is remembered; undefined where all is to be made. */
  readonly changes: Changes | undefined;
}

/**
 * Announcements that are read at once. Of so many a build from memory takes a fifth less time than from the tables; of a
 * hundred thousand together, memory would not hold what is known.
 */
const MOST_AT_ONCE = 10_000;

/**
 * Reads and checks everything; what was remembered is forgotten and written down anew.
 * @param most announcements that are read at once; what is joined with each other is read together all the same
 */
export function readWhole(run: Run, memory: Memory | undefined, most = MOST_AT_ONCE): Reading {
  if (!memory) {
    forgetContent();
    return { content: loadContent(inspectAttachments, run.list?.recall), changes: undefined };
  }
  memory.forget();
  return { content: readInParts(run, memory, most), changes: undefined };
}

/** Reads part by part. Where one part is not all, whatever is asked is answered from the tables. */
function readInParts(run: Run, { state }: Memory, most: number): LoadedContent {
  const { moment, order } = begin(run, state);
  const waiting: Entry[] = [];
  const filling = fillTables(state.database, VIEWS);
  const tellChecked = telling('已检查');
  let [parts, isSound] = [0, true];
  const { content: last, findings } = incrementalCheck(state, {
    ...order,
    most,
    named: telling('已读'),
    take: (checked) => {
      parts += 1;
      tellChecked(checked.corpus.entries.length, checked.corpus.ids.size);
      isSound &&= isPublishable(checked.findings);
      const part = standingAt(checked, moment);
      waiting.push(...part.waiting);
      // What cannot be published is not written down, and nothing that was written down is kept.
      if (isSound) filling.put(part.standing, knownWith(part.present));
    },
  });
  if (isSound) filling.finish();
  momentsIn(state, standingAt(last, moment).present);
  const content = parts === 1 ? contentInMemory(last, moment) : contentFrom(state, last, moment);
  return { ...content, findings, waiting };
}

/** Tells of a work of which it is first known with its first piece how much there is of it. */
function telling(words: string): (more: number, all: number) => void {
  let tell: ReturnType<typeof progress> | undefined;
  return (more, all) => (tell ??= progress(words, all))(more);
}

/** Reads and checks what has changed, and brings what is remembered up to that. */
export function readChanged(run: Run, { state }: Memory): Reading {
  const { moment, order } = begin(run, state);
  const { content: checked, findings, removed, isDisclosureChanged } = incrementalCheck(state, order);
  const { standing, present, waiting } = standingAt(checked, moment);
  const gone = [...removed, ...waiting.map(({ id }) => id)];
  const besides = [...momentsIn(state, present), ...(isDisclosureChanged ? [readOf.disclosure] : [])];
  const updated = isPublishable(findings) ? update(state, standing, present, gone) : NONE;
  const changes = { ...updated, questions: new Set([...updated.questions, ...besides]) };
  return { content: { ...contentFrom(state, checked, moment), findings }, changes };
}

/** Begins a transaction, in which all is done that follows. */
function begin(
  { list }: Run,
  state: State,
): { moment: Moment; order: Parameters<typeof incrementalCheck>[1] } {
  const settings = readSettings();
  const library = new Library(inspectAttachments);
  state.begin();
  const past = new PastTable(state);
  return {
    moment: { settings, library, isKnown: list && ((id) => past.has(id)) },
    order: {
      contentDir: settings.contentDir,
      inspect: library.look,
      now: (site) => settingsFor(settings, site).now,
      past: list?.past,
      tellsAhead: false,
      settled: lastSettled(),
    },
  };
}

/** Content that is answered for from memory, all of which was read. */
function contentInMemory(checked: CheckedContent, moment: Moment): LoadedContent {
  const found = standingAt(checked, moment);
  return contentOf(found, moment.settings, answersOf(found.standing, found.present));
}

/** Content that is answered for from the tables. */
function contentFrom({ database }: State, checked: CheckedContent, moment: Moment): LoadedContent {
  const found = standingAt(checked, moment);
  return contentOf(
    found,
    moment.settings,
    answersFrom(database, VIEWS, found.standing.corpus, found.present),
  );
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
    ...knownWith(present),
  });
}

const knownWith = (present: Present): Known => ({
  present,
  digestOfFile: (path) => digestFile(path).sha256,
});

/** The questions about the moment that have another answer than in the run before. */
function momentsIn(state: State, { now }: Present): readonly Read[] {
  const answers = { [readOf.now]: now, [readOf.month]: now.slice(0, 7) };
  return Object.entries(answers).flatMap(([question, answer]) => {
    if (state.get(`answer: ${question}`) === answer) return [];
    state.set(`answer: ${question}`, answer);
    return question;
  });
}
