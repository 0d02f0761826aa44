import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isCurrent } from '../../src/core/announcement/withdrawal.ts';
import type { Corpus, Entry } from '../../src/core/corpus/corpus.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { collectionOf, type Checked, type View } from '../../src/core/edition.ts';
import type { Answers } from '../../src/core/edition/questions.ts';
import { readOf, type Read } from '../../src/core/edition/recording.ts';
import { linkAnnouncements } from '../../src/core/project.ts';
import { codeOf, relatedOf } from '../../src/core/project/links.ts';
import { checkRules } from '../../src/core/rules/judge.ts';
import { generate } from '../bench/generate.ts';

/** So many made-up announcements beside those of the sample. */
const MADE_UP = 80;

/** The sample, and what is made up beside it, in a folder that lasts as long as the tests. */
export function readArchive(): { readonly folder: string; readonly corpus: Corpus } {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-archive-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  generate(folder, MADE_UP, 'tables');
  cpSync('content', folder, { recursive: true });
  return { folder, corpus: loadCorpus(folder) };
}

/** What a check finds out of announcements, but for findings; an excuse is what an announcement says of itself. */
export function checkedOf(corpus: Corpus, announcements: readonly Entry[]): Checked {
  const entries = announcements.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const links = linkAnnouncements(entries, new Set(entries.map(({ id }) => id)));
  const own: Corpus = { ...corpus, entries, current: entries.filter(isCurrent) };
  const { calendar, site } = corpus;
  const { judgements } = checkRules({
    entries,
    effective: links.effective,
    calendar,
    local: site?.localPeriods ?? [],
  });
  const excused = entries.flatMap(({ id, file, announcement: { exceptions } }) => {
    if (!exceptions) return [];
    const finding = { code: 'C102', file, line: 1, column: 1, length: 1, message: file } as const;
    return [
      [
        id,
        exceptions.map(({ reason }) => ({ finding: { ...finding, severity: 'warning' as const }, reason })),
      ],
    ] as const;
  });
  return { collection: collectionOf(own, links), judgements, excused: new Map(excused) };
}

const placeOf = ({ file }: Entry): string => file.replace(/\/index\.md$/u, '').replaceAll('/', '\0');

/** Announcements before and after an edit that are joined, in either, with one that the edit concerns. */
export function changedBetween(
  before: readonly Entry[],
  after: readonly Entry[],
  touched: ReadonlySet<string>,
): { entries: readonly Entry[]; removed: readonly string[] } {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const names = new Set([
    ...touched,
    ...after.filter((entry) => known.get(entry.id) !== entry).map(({ id }) => id),
    ...before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
  ]);
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const entry of [...before, ...after]) {
      const own = namesOf(entry);
      if (own.some((name) => names.has(name))) for (const name of own) names.add(name);
    }
  }
  return {
    entries: after.filter(({ id }) => names.has(id)),
    removed: before.filter(({ id }) => names.has(id) && !now.has(id)).map(({ id }) => id),
  };
}

const namesOf = ({ id, announcement }: Entry): readonly string[] => [
  id,
  ...[relatedOf(announcement) ?? [], codeOf(announcement) ?? []].flat(),
];

/** Everything that an edition can be asked, by the names under which it is noted. */
export interface Questions {
  readonly ids: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly views: readonly View<unknown, unknown>[];
  /** Keys and groups of each view, by its name. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The answers to all of them. Where there is none, that it is refused. */
export function answersTo(questions: Questions, answers: Answers): ReadonlyMap<Read, readonly unknown[]> {
  const asked = new Map<Read, readonly unknown[]>();
  const ask = (read: Read, ...questions: readonly (() => unknown)[]): void =>
    void asked.set(read, questions.map(answered));
  for (const id of questions.ids) {
    const { has, entry, effective, events, course, judgements, excused } = answers;
    ask(
      readOf.entry(id),
      ...[has, entry, effective, events, course, judgements, excused].map((one) => () => one(id)),
    );
    ask(readOf.row(id), () => answers.row(id));
  }
  for (const code of questions.codes)
    ask(
      readOf.project(code),
      () => answers.project(code),
      () => answers.coursesOf(code),
    );
  for (const view of questions.views) askView(view, questions, answers, ask);
  return asked;
}

function askView(
  view: View<unknown, unknown>,
  { keys, groups }: Questions,
  answers: Answers,
  ask: (read: Read, ...questions: readonly (() => unknown)[]) => void,
): void {
  const { name } = view;
  for (const key of keys.get(name) ?? []) {
    ask(
      readOf.values(name, key),
      () => answers.values(view, key),
      () => answers.newest(view, key, Infinity),
    );
    for (const count of [1, 3, 20])
      ask(readOf.newest(name, key, count), () => answers.newest(view, key, count));
    ask(readOf.sum(name, key), () => answers.reduced(view, key));
  }
  for (const group of groups.get(name) ?? [])
    ask(readOf.group(name, group), () => answers.reductions(view, group));
  ask(readOf.keys(name), () => answers.keys(view));
  ask(readOf.counts(name), () => [...answers.counts(view)]);
  ask(readOf.sums(name), () => answers.reductions(view));
  ask(readOf.groups(name), () => answers.groups(view));
}

function answered(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return 'refused';
  }
}

/** The questions that have another answer in one than in the other. */
export const differing = (
  one: ReadonlyMap<Read, readonly unknown[]>,
  other: ReadonlyMap<Read, readonly unknown[]>,
): readonly Read[] => [...one.keys()].filter((read) => !isDeepStrictEqual(one.get(read), other.get(read)));
