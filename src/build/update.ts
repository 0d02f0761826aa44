import { join, posix } from 'node:path';
import type { DatabaseSync, SQLTagStore } from 'node:sqlite';
import type { Entry } from '../core/corpus/corpus.ts';
import { editionOf, type Checked, type Edition, type Pdf } from '../core/edition.ts';
import type { Present } from '../core/edition/questions.ts';
import { readOf, type Read } from '../core/edition/recording.ts';
import { Contributions, type KeyChanges, type Standing } from './contributions.ts';
import { digestOf, numbersIn, packNumbers, textOf, valueIn } from './encoding.ts';
import { Mapping } from './mapping.ts';
import { gatherMatter, mattersOf, type StoredMatter } from './matters.ts';
import { newStorage, storageOf, type Storage } from './storage.ts';
import { openTables } from './tables.ts';
import type { AnyView } from './view-keys.ts';

/** What is known beside the announcements. */
export interface Known {
  /** At whose address they are published, and what is known of PDFs. */
  readonly present: Present;
  /** A digest of the bytes of an attachment, by its absolute path. */
  readonly digestOfFile: (path: string) => string;
}

/** What an archive is brought up to. */
export interface Changed extends Known {
  /**
   * Announcements of matters that changed, as they are now. All of a matter that changed are in one of them, and all
   * that any of them was joined with before are in one or `removed`.
   */
  readonly checked: Iterable<Checked>;
  /** Ids of announcements that are there no more. */
  readonly removed: Iterable<string>;
}

/** What an update has changed. */
export interface Changes {
  /** The questions whose answers are others now (`readOf`). */
  readonly questions: ReadonlySet<Read>;
  /** Keys that came, went or have other values, by the names of their views. */
  readonly keys: ReadonlyMap<string, KeyChanges>;
}

/**
 * Brings the tables up to what changed, and tells which questions have other answers now. To be called within a
 * transaction: where it throws, the tables are half changed.
 *
 * @throws where a view asks what it may not, and where a matter is handed in in part
 */
export function updateTables(database: DatabaseSync, views: readonly AnyView[], changed: Changed): Changes {
  const sql = openTables(database);
  const contributions = new Contributions(sql, views);
  const questions = new Set<Read>();
  const update = new Update(sql, changed, {
    exchange: (...change) => contributions.exchange(...change),
    remove: (...gone) => contributions.remove(...gone),
    note: (read) => questions.add(read),
  });
  for (const checked of changed.checked) update.put(checked);
  update.remove(changed.removed);
  update.finish();
  const { questions: ofViews, keys } = contributions.finish();
  return { questions: questions.union(ofViews), keys };
}

/** An announcement as the tables had it. */
interface Stored extends Standing {
  readonly row: Uint8Array;
  readonly digest: string;
}

/** What is written down of an announcement. */
interface Written {
  readonly matter: number;
  readonly entry: Entry;
  readonly row: Uint8Array;
  readonly digest: string;
}

/** Is told of each announcement what becomes of it in the views, and which questions have other answers. */
interface Consequences extends Pick<Contributions, 'exchange' | 'remove'> {
  readonly note: (read: Read) => void;
}

/** Exchanges announcements in the tables, matter by matter. */
export class Update {
  readonly #sql: SQLTagStore;
  readonly #known: Known;
  readonly #consequences: Consequences;
  #storage: Storage | undefined;
  /** What is known of PDFs, by their absolute paths: what is not looked at again is as it was. */
  readonly #pdfs = new Map<string, Pdf | undefined>();
  /** Announcements of matters that were taken apart, until they are put again or removed. */
  readonly #loose = new Map<string, Stored>();
  /** Digests of project codes of those matters, until they are put again. */
  readonly #looseProjects = new Map<string, string>();

  constructor(sql: SQLTagStore, known: Known, consequences: Consequences) {
    this.#sql = sql;
    this.#known = known;
    this.#consequences = consequences;
    this.#storage = storageOf(sql);
  }

  put(checked: Checked): void {
    const { present } = this.#known;
    const pdf = (path: string): Pdf | undefined =>
      this.#pdfs.has(path) ? this.#pdfs.get(path) : present.pdf(path);
    const mapping = new Mapping(editionOf(checked, { ...present, pdf }));
    const matters = mattersOf(checked.collection.entries).map((entries) => gatherMatter(checked, entries));
    if (matters.length === 0) return;
    this.#storage ??= newStorage(this.#sql, matters, mapping.edition.row);
    for (const matter of matters) {
      for (const { id } of matter.entries) this.#takeApart(id);
      this.#putMatter(matter, mapping, this.#storage);
    }
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#takeApart(id);
      const stored = this.#loose.get(id);
      if (!stored) continue;
      this.#loose.delete(id);
      this.#sql.run`delete from announcements where id = ${id}`;
      this.#sql.run`delete from attachments where id = ${id}`;
      this.#consequences.remove(id, stored);
      this.#note(readOf.entry(id), readOf.row(id));
    }
  }

  /** To be called when all are put and removed. @throws where a matter was handed in in part */
  finish(): void {
    const [left] = this.#loose.keys();
    if (left !== undefined) throw new Error(`${left} belongs to a matter that was handed in without it`);
    for (const code of this.#looseProjects.keys()) this.#note(readOf.project(code));
  }

  #note(...reads: readonly Read[]): void {
    for (const read of reads) this.#consequences.note(read);
  }

  /** Forgets the matter that an announcement was in; its announcements are loose then. */
  #takeApart(id: string): void {
    if (this.#loose.has(id)) return;
    const found = this.#sql.get`select matter from announcements where id = ${id}`;
    if (!found) return;
    const matter = found['matter'] as number;
    for (const one of this.#sql
      .all`select id, at, row, digest, keys from announcements where matter = ${matter}`)
      this.#loose.set(one['id'] as string, {
        at: one['at'] as string,
        row: one['row'] as Uint8Array,
        digest: one['digest'] as string,
        keys: numbersIn(one['keys'] as Uint8Array),
      });
    for (const { code, digest } of this.#sql.all`select code, digest from projects where matter = ${matter}`)
      this.#looseProjects.set(code as string, digest as string);
    this.#sql.run`delete from projects where matter = ${matter}`;
    this.#sql.run`delete from matters where matter = ${matter}`;
  }

  #putMatter(matter: StoredMatter, mapping: Mapping, storage: Storage): void {
    const content = storage.packMatter(matter);
    const { lastInsertRowid } = this.#sql.run`insert into matters (content) values (${content})`;
    const number = Number(lastInsertRowid);
    for (const project of matter.projects) this.#putProject(mapping.edition, number, project.code);
    mapping.confineTo(matter.entries);
    const attached = new Map(matter.entries.map((entry) => [entry.id, this.#attached(entry)]));
    for (const entry of matter.entries) {
      const digest = digestOf([partsOf(entry, matter, mapping.edition), attached.get(entry.id)]);
      const row = storage.packRow(mapping.edition.row(entry.id));
      this.#putAnnouncement({ matter: number, entry, row, digest }, mapping);
    }
  }

  #putProject(edition: Edition, matter: number, code: string): void {
    const digest = digestOf([edition.project(code), edition.coursesOf(code)]);
    if (this.#looseProjects.get(code) !== digest) this.#note(readOf.project(code));
    this.#looseProjects.delete(code);
    this.#sql.run`insert into projects values (${code}, ${matter}, ${digest})`;
  }

  #putAnnouncement({ matter, entry, row, digest }: Written, mapping: Mapping): void {
    const { id, announcement } = entry;
    const at = announcement.publishedAt;
    const before = this.#loose.get(id);
    this.#loose.delete(id);
    const keys = this.#consequences.exchange(id, at, before, (view) => mapping.map(view, id));
    if (before?.digest !== digest) this.#note(readOf.entry(id));
    if (!before || Buffer.compare(before.row, row) !== 0) this.#note(readOf.row(id));
    this.#sql
      .run`insert or replace into announcements values (${id}, ${matter}, ${at}, ${row}, ${digest}, ${packNumbers(keys)})`;
  }

  /** Writes down what is known of the attachments of an announcement; what is not looked at again has the same digest. */
  #attached({ id, file, attachments }: Entry): readonly string[] {
    const { present, digestOfFile } = this.#known;
    const before = new Map(
      this.#sql.all`select path, digest, pdf from attachments where id = ${id}`.map(
        ({ path, digest, pdf }) => [path as string, { digest: digest as string, pdf: pdf as string }],
      ),
    );
    if (before.size > 0) this.#sql.run`delete from attachments where id = ${id}`;
    return attachments.flatMap((attachment) => {
      const path = posix.join(posix.dirname(file), attachment.file);
      const source = join(present.contentDir, path);
      const digest = digestOfFile(source);
      const known = before.get(path);
      const pdf = known?.digest === digest ? known.pdf : textOf(present.pdf(source));
      this.#pdfs.set(source, valueIn(pdf));
      this.#sql.run`insert or replace into attachments values (${path}, ${id}, ${digest}, ${pdf})`;
      return [digest, pdf];
    });
  }
}

/** All that can be asked about an announcement, as JSON has it. What is the same as published is not written twice. */
function partsOf(
  entry: Entry,
  { effective, events, judgements, excused }: StoredMatter,
  edition: Edition,
): unknown {
  const { id } = entry;
  const inForce = effective.get(id)!;
  return [
    { ...entry, linkable: entry.linkable && [...entry.linkable] },
    inForce.changes.length > 0 && inForce,
    events.get(id),
    judgements.get(id),
    excused.get(id),
    edition.course(id),
  ];
}
