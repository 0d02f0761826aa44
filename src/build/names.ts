import { hash } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { idInPath } from '../core/body/site-links.ts';
import { addressOfCode } from '../core/announcement/code-address.ts';
import { namedIn } from '../core/corpus/connected.ts';
import type { Entry, Words } from '../core/corpus/corpus.ts';
import { claimedBy } from '../core/old-addresses.ts';
import { headAmongDuplicates } from '../core/project/duplicates.ts';
import { codeOf, relatedOf } from '../core/project/links.ts';
import { seen } from '../core/project/look-alikes.ts';
import { FileNumbers } from './file-numbers.ts';
import type { State } from './state.ts';

/** A name as the table keeps it, 48 bits of a digest: two that share one are read together, which does no harm. */
export type Key = number;

const keyOf = (kind: string, name: string): Key =>
  hash('sha256', `${kind} ${name}`, 'buffer').readUIntBE(0, 6);

/**
 * The names by which what is found of an announcement depends on others, and that of others on it. Two that share a name
 * are checked together, whether or not it is that of any file: 关联公告 may name one that comes tomorrow. `withoutGuesses`
 * in the check is why an unreadable one counts by what it seems to name.
 */
export function namesOf(id: string, words: Words | Entry | undefined): readonly Key[] {
  const own = nameOf(id);
  if (words === undefined) return [own];
  if (!('announcement' in words)) return [own, ...namedIn(words.frontMatter).related.map(nameOf)];
  const related = relatedOf(words.announcement);
  const code = codeOf(words.announcement);
  const head = headAmongDuplicates(words);
  return [
    own,
    ...(related === undefined ? [] : [nameOf(related)]),
    ...(code === undefined ? [] : [keyOf('code', seen(code)), keyOf('address', addressOfCode(code))]),
    ...(head === undefined ? [] : [keyOf('head', head)]),
    ...claimedBy(words).map((old) => keyOf('old', old)),
  ];
}

/** The name of an id, whatever has it. */
export const nameOf = (id: string): Key => keyOf('id', id);

/** What a link of another file may ask of an announcement: its page, its headings, the pages that it had on the old site. */
export const offersOf = (id: string, words: Words | Entry | undefined): readonly Key[] => [
  keyOf('page', id),
  ...(words && 'announcement' in words
    ? (words.announcement.legacyUrls ?? []).map((old) => keyOf('path', old))
    : []),
];

/** What is asked by a question for a path below the base. */
export function questionFor(path: string): Key {
  const id = idInPath(path);
  return id === undefined
    ? keyOf('path', path.startsWith('disclosure/') ? CATALOGUE : `/${path}`)
    : keyOf('page', id);
}

/** All questions for the catalogue of government information are one: it changes rarely. */
const CATALOGUE = '/disclosure/';

/** The key of that one. */
export const catalogueQuestion = (): Key => keyOf('path', CATALOGUE);

const TABLES = `
  create table if not exists names (key int, file int, primary key (key, file)) without rowid;
  create index if not exists names_by_file on names (file);
  create table if not exists offers (key int, file int, primary key (key, file)) without rowid;
  create index if not exists offers_by_file on offers (file);
  create table if not exists questions (key int, file int, primary key (key, file)) without rowid;
  create index if not exists questions_by_file on questions (file)`;

/** What an announcement file is known by. */
export interface Known {
  names: readonly Key[];
  offers: readonly Key[];
  questions: readonly Key[];
}

const KINDS = ['names', 'offers', 'questions'] as const;

/** Which announcement files stand under which names. */
export class NameTable {
  readonly #numbers: FileNumbers;
  readonly #of: Readonly<Record<keyof Known, StatementSync>>;
  readonly #with: Readonly<Record<keyof Known, StatementSync>>;
  readonly #put: Readonly<Record<keyof Known, StatementSync>>;
  readonly #drop: Readonly<Record<keyof Known, StatementSync>>;

  constructor(state: State) {
    const { database } = state;
    database.exec(TABLES);
    this.#numbers = new FileNumbers(state);
    const each = (sqlOf: (kind: keyof Known) => string): Readonly<Record<keyof Known, StatementSync>> => ({
      names: database.prepare(sqlOf('names')),
      offers: database.prepare(sqlOf('offers')),
      questions: database.prepare(sqlOf('questions')),
    });
    this.#of = each((kind) => `select key from ${kind} where file = ?`);
    this.#with = each(
      (kind) => `select path as file from ${kind} join file_numbers on number = file where key = ?`,
    );
    this.#put = each((kind) => `insert or ignore into ${kind} values (?, ?)`);
    this.#drop = each((kind) => `delete from ${kind} where file = ?`);
  }

  /** What a file was known by when it was last checked. */
  of(file: string, kind: keyof Known): readonly Key[] {
    return this.#of[kind].all(this.#numbers.of(file)).map(({ key }) => key as Key);
  }

  put(file: string, known: Known): void {
    this.drop(file);
    const number = this.#numbers.of(file);
    for (const kind of KINDS) for (const key of known[kind]) this.#put[kind].run(key, number);
  }

  drop(file: string): void {
    const number = this.#numbers.of(file);
    for (const kind of KINDS) this.#drop[kind].run(number);
  }

  /** The files that stand under any of these. */
  with(kind: keyof Known, keys: Iterable<Key>): readonly string[] {
    return [...keys].flatMap((key) => this.#with[kind].all(key).map(({ file }) => file as string));
  }

  /** Whether an announcement had a page at a path of the old site. */
  hasOldPage(path: string): boolean {
    return this.#with.offers.get(keyOf('path', `/${path}`)) !== undefined;
  }

  /**
   * All files that are checked together with some: those that share a name with them, with those, and so on.
   * @param fresh what files that have changed are known by now; what they were known by counts as well
   */
  together(files: Iterable<string>, fresh: ReadonlyMap<string, readonly Key[]>): ReadonlySet<string> {
    const found = new Set(files);
    const known = new Set<Key>();
    const byFresh = Map.groupBy(
      [...fresh].flatMap(([file, keys]) => keys.map((key) => ({ file, key }))),
      ({ key }) => key,
    );
    for (const file of found) {
      for (const key of [...this.of(file, 'names'), ...(fresh.get(file) ?? [])]) {
        if (known.has(key)) continue;
        known.add(key);
        for (const other of this.with('names', [key])) found.add(other);
        for (const { file: other } of byFresh.get(key) ?? []) found.add(other);
      }
    }
    return found;
  }
}
