import type { ServedLedger } from '../ledger/served.ts';
import { Recent } from './once.ts';
import type { Answers, Views } from './questions.ts';

/**
 * The name of a question that was asked: two questions of one name have one answer. A name says what would change the
 * answer: one announcement or what its matter makes of it, its row, the announcements of a project code; what stands
 * under a key of a view, the newest of it, its keys, how many values each has, the sum of a key, all sums, those of a
 * group, the groups; the present moment, its month, and the catalogue of government information.
 */
export type Read = string;

/** How many of the newest values are asked for at most, each a question of its own: a change among the next leaves it as it is. */
export const NEWEST_STEPS: readonly number[] = [1, 16, 128, 1024];

export const readOf = {
  entry: (id: string): Read => `entry ${id}`,
  row: (id: string): Read => `row ${id}`,
  project: (code: string): Read => `project ${code}`,
  values: (view: string, key: string): Read => `values ${view} ${key}`,
  /** The newest `count` values, by the step that has room for them; beyond the last step all values. */
  newest: (view: string, key: string, count: number): Read => {
    const step = NEWEST_STEPS.find((most) => count <= most);
    return step === undefined ? `values ${view} ${key}` : `newest-${step} ${view} ${key}`;
  },
  keys: (view: string): Read => `keys ${view}`,
  counts: (view: string): Read => `counts ${view}`,
  sum: (view: string, key: string): Read => `sum ${view} ${key}`,
  sums: (view: string): Read => `sums ${view}`,
  group: (view: string, group: string): Read => `group ${view} ${group}`,
  groups: (view: string): Read => `groups ${view}`,
  ledger: 'ledger',
  /** A leaf by its index. */
  leaf: (index: number): Read => `leaf ${index}`,
  registered: (id: string): Read => `registered ${id}`,
  now: 'now',
  month: 'month',
  disclosure: 'disclosure',
} as const;

/** Answers that note what is asked. */
export interface Recording {
  readonly answers: Answers;
  /** From here on what is asked is noted; ends what was begun before. */
  begin(): void;
  /** What was asked since `begin`, each question once. */
  end(): ReadonlySet<Read>;
}

/**
 * Notes each question that `answers` are asked. What is made once, by `once`, is noted with all that its making asked,
 * each time it is used. Settings of the site are not noted: when they change, everything is made again.
 */
export function recording(answers: Answers): Recording {
  const stack: Set<Read>[] = [];
  const note = (read: Read): void => {
    stack.at(-1)?.add(read);
  };
  return {
    answers: noting(answers, note, onceNoting(stack)),
    begin: () => void stack.splice(0, stack.length, new Set()),
    end: () => stack.splice(0).at(0) ?? new Set(),
  };
}

/** Makes what is asked for once, and lets each who asks have read what the making read. */
function onceNoting(stack: Set<Read>[]): Answers['once'] {
  const recent = new Recent<{ value: unknown; reads: ReadonlySet<Read> }>();
  return <T>(name: string, make: () => T): T => {
    const known = recent.take(name, () => read<unknown>(stack, make));
    for (const one of known.reads) stack.at(-1)?.add(one);
    return known.value as T;
  };
}

function read<T>(stack: Set<Read>[], make: () => T): { value: T; reads: ReadonlySet<Read> } {
  const reads = new Set<Read>();
  const { length } = stack;
  stack.push(reads);
  try {
    return { value: make(), reads };
  } finally {
    stack.length = length;
  }
}

/** Getters stay getters: what they give is noted when it is asked for. */
function noting(answers: Answers, note: (read: Read) => void, once: Answers['once']): Answers {
  const { site, calendar, screens, kiosks, pages, synonyms, taken } = answers;
  const { isStanding, base, origin, contentDir, hasDisclosure, pdf, hasWords } = answers;
  return {
    ...{ site, calendar, screens, kiosks, pages, synonyms, taken },
    ...{ isStanding, base, origin, contentDir, hasDisclosure, pdf, hasWords },
    ...notingAnnouncements(answers, note),
    ...notingViews(answers, note),
    ledger: answers.ledger && notingLedger(answers.ledger, note),
    once,
    get now() {
      note(readOf.now);
      return answers.now;
    },
    get month() {
      if (!isStanding) note(readOf.month);
      return answers.month;
    },
    get disclosure() {
      note(readOf.disclosure);
      return answers.disclosure;
    },
  };
}

/** The questions about one announcement or one project. */
type OfOne = Pick<
  Answers,
  | 'has'
  | 'entry'
  | 'effective'
  | 'events'
  | 'course'
  | 'judgements'
  | 'excused'
  | 'row'
  | 'project'
  | 'coursesOf'
>;

function notingAnnouncements(answers: Answers, note: (read: Read) => void): OfOne {
  const ofEntry = <T>(ask: (id: string) => T) => noted(note, readOf.entry, ask);
  return {
    has: ofEntry(answers.has),
    entry: ofEntry(answers.entry),
    effective: ofEntry(answers.effective),
    events: ofEntry(answers.events),
    course: ofEntry(answers.course),
    judgements: ofEntry(answers.judgements),
    excused: ofEntry(answers.excused),
    row: noted(note, readOf.row, answers.row),
    project: noted(note, readOf.project, answers.project),
    coursesOf: noted(note, readOf.project, answers.coursesOf),
  };
}

/** A tile never changes; which there are changes with the ledger. */
function notingLedger(ledger: ServedLedger, note: (read: Read) => void): ServedLedger {
  const whole = <T>(ask: () => T): (() => T) => noted(note, () => readOf.ledger, ask);
  return {
    facts: whole(() => ledger.facts()),
    leaf: noted(note, readOf.leaf, (index) => ledger.leaf(index)),
    registered: noted(note, readOf.registered, (id) => ledger.registered(id)),
    tiles: whole(() => ledger.tiles()),
    tile: (path) => ledger.tile(path),
  };
}

function notingViews(answers: Answers, note: (read: Read) => void): Views {
  return {
    values: (view, key) => {
      note(readOf.values(view.name, key));
      return answers.values(view, key);
    },
    newest: (view, key, count) => {
      note(readOf.newest(view.name, key, count));
      return answers.newest(view, key, count);
    },
    keys: (view) => {
      note(readOf.keys(view.name));
      return answers.keys(view);
    },
    counts: (view) => {
      note(readOf.counts(view.name));
      return answers.counts(view);
    },
    reduced: (view, key) => {
      note(readOf.sum(view.name, key));
      return answers.reduced(view, key);
    },
    reductions: (view, group) => {
      note(group === undefined ? readOf.sums(view.name) : readOf.group(view.name, group));
      return answers.reductions(view, group);
    },
    groups: (view) => {
      note(readOf.groups(view.name));
      return answers.groups(view);
    },
  };
}

/** The same question, noted under its name each time it is asked. */
const noted =
  <A extends readonly unknown[], T>(
    note: (read: Read) => void,
    nameOf: (...asked: A) => Read,
    ask: (...asked: A) => T,
  ) =>
  (...asked: A): T => {
    note(nameOf(...asked));
    return ask(...asked);
  };
