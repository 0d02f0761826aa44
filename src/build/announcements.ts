import type { StatementSync } from 'node:sqlite';
import type { Instant } from '../core/announcement/instant.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import { MOST_OPENED } from '../core/attached.ts';
import type { AnnouncementFile } from '../core/corpus/content-folder.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { State } from './state.ts';

const TABLES = `
  create table if not exists announcement_files (
    place text primary key, id text not null, folder text, double int not null,
    entry int not null default 0, published text, awaited int, attached int, excepted int, opened int, wrong int
  ) without rowid;
  create index if not exists announcement_files_by_id on announcement_files (id);
  create index if not exists announcement_files_by_time on announcement_files (published);
  create index if not exists announcement_files_attached on announcement_files (published) where attached = 1;
  create index if not exists announcement_files_opened on announcement_files (place) where opened = 1;
  create index if not exists announcement_files_wrong on announcement_files (place) where wrong = 1;
  create table if not exists findings (file text primary key, findings text not null) without rowid`;

/** Every announcement file, with what decides when it is looked at again, and what was found of it. */
export class AnnouncementTable {
  readonly #database: State['database'];
  readonly #list: StatementSync;
  readonly #tell: StatementSync;
  readonly #forget: StatementSync;
  readonly #find: StatementSync;
  readonly #at: StatementSync;
  readonly #withId: StatementSync;

  constructor({ database }: State) {
    database.exec(TABLES);
    this.#database = database;
    this.#list = database.prepare(
      `insert into announcement_files (place, id, folder, double) values (?, ?, ?, ?)
       on conflict (place) do update set id = excluded.id, folder = excluded.folder, double = excluded.double`,
    );
    this.#tell = database.prepare(
      `update announcement_files set entry = ?, published = ?, awaited = ?, attached = ?, excepted = ? where place = ?`,
    );
    this.#forget = database.prepare('delete from announcement_files where place = ?');
    this.#find = database.prepare('insert or replace into findings values (?, ?)');
    this.#withId = database.prepare('select place from announcement_files where id = ?');
    this.#at = database.prepare(
      'select place, id, folder, double, entry from announcement_files where place = ?',
    );
  }

  /** All files by their paths. As rows of a name each they take three times as long. */
  all(): Map<string, AnnouncementFile> {
    const listed = this.#database.prepare('select place, id, folder, double from announcement_files');
    listed.setReturnArrays(true);
    const rows = listed.all() as unknown as readonly [string, string, string | null, number][];
    return new Map(
      rows.map(([place, id, folder, double]) => {
        const file = fileOf({ place, id, folder, double });
        return [file.file, file];
      }),
    );
  }

  /** The ids of all files, in the order of the folder. */
  ids(): readonly string[] {
    const ids = this.#database.prepare('select id from announcement_files order by place');
    ids.setReturnArrays(true);
    return ids.all().map((row) => (row as unknown as readonly [string])[0]);
  }

  get count(): number {
    return Number(this.#database.prepare('select count(*) as n from announcement_files').get()!['n']);
  }

  /** Takes a file into the list, or takes what has become of it. */
  list({ file, id, folder, isDouble }: AnnouncementFile): void {
    this.#list.run(placeOf(file), id, folder ?? null, isDouble ? 1 : 0);
  }

  forget(file: string): void {
    this.#forget.run(placeOf(file));
    this.#database.prepare('delete from findings where file = ?').run(file);
  }

  /** Those of these files that are there, in the order of the folder. */
  some(files: Iterable<string>): readonly AnnouncementFile[] {
    return [...files]
      .flatMap((file) => (this.#at.get(placeOf(file)) as unknown as FileRow | undefined) ?? [])
      .map(fileOf)
      .sort((a, b) => (placeOf(a.file) < placeOf(b.file) ? -1 : 1));
  }

  /** The same files in the order of publication, those first of which it is not known. */
  inOrder(files: ReadonlySet<string>): readonly string[] {
    return this.#files('select place from announcement_files order by published, place').filter((file) =>
      files.has(file),
    );
  }

  /** Whether what a file says could be read when it was last looked at. */
  isEntry(file: string): boolean {
    return this.#at.get(placeOf(file))?.['entry'] === 1;
  }

  /** Takes down what a file says of itself; nothing where it could not be read. */
  tell(file: string, entry: Entry | undefined): void {
    const { announcement, attachments = [] } = entry ?? {};
    // One that is withdrawn waits for nothing.
    const isAwaited = entry !== undefined && (isCurrent(entry) || entry.announcement.timed === true);
    this.#tell.run(
      entry ? 1 : 0,
      announcement?.publishedAt ?? null,
      isAwaited ? 1 : 0,
      attachments.length > 0 ? 1 : 0,
      announcement?.exceptions === undefined ? 0 : 1,
      placeOf(file),
    );
  }

  /** Files of announcements that were to come at one of two moments and are not at the other. */
  between(a: Instant, b: Instant): readonly string[] {
    const [first, last] = a < b ? [a, b] : [b, a];
    return this.#files(
      'select place from announcement_files where published > ? and published <= ? and awaited = 1',
      first,
      last,
    );
  }

  /** Files that have errors: who reads them may be another today, or the disk better. */
  wrong(): readonly string[] {
    return this.#files('select place from announcement_files where wrong = 1');
  }

  withId(id: string): readonly string[] {
    return this.#withId.all(id).map(({ place }) => fileAt(place as string));
  }

  /** Files of the announcements whose attachments a check of all opens; see `checkAttached`. */
  toOpen(): ReadonlySet<string> {
    return new Set([
      ...this.#files(
        'select place from announcement_files where attached = 1 order by published desc, place limit ?',
        MOST_OPENED,
      ),
      ...this.#files('select place from announcement_files where attached = 1 and excepted = 1'),
    ]);
  }

  /** Those whose attachments have been opened; the findings that are kept tell of these. */
  opened(): readonly string[] {
    return this.#files('select place from announcement_files where opened = 1');
  }

  /** Keeps what was found of a file, in order, and whether its attachments were opened for it. */
  keep(file: string, findings: readonly Diagnostic[], isOpened: boolean): void {
    const isWrong = findings.some(({ severity }) => severity === 'error');
    this.#database
      .prepare('update announcement_files set opened = ?, wrong = ? where place = ?')
      .run(isOpened ? 1 : 0, isWrong ? 1 : 0, placeOf(file));
    this.keepAt(file, findings);
  }

  /** Keeps what was found at another path. */
  keepAt(path: string, findings: readonly Diagnostic[]): void {
    if (findings.length === 0) this.#database.prepare('delete from findings where file = ?').run(path);
    else this.#find.run(path, JSON.stringify(findings));
  }

  /** Everything that is kept, path by path. */
  findings(): readonly Diagnostic[] {
    return this.#database
      .prepare('select findings from findings')
      .all()
      .flatMap(({ findings }) => JSON.parse(findings as string) as Diagnostic[]);
  }

  #files(sql: string, ...values: readonly (string | number)[]): readonly string[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map(({ place }) => fileAt(place as string));
  }
}

interface FileRow {
  place: string;
  id: string;
  folder: string | null;
  double: number;
}

const fileOf = ({ place, id, folder, double }: FileRow): AnnouncementFile => ({
  id,
  file: fileAt(place),
  ...(folder !== null && { folder }),
  ...(double === 1 && { isDouble: true }),
});

/** Sorts as the folder does, level by level: no name has a character before this one. */
const placeOf = (file: string): string => file.replaceAll('/', BEFORE_ALL);

/** The path of the file that stands at a place of the table. */
export const fileAt = (place: string): string => place.replaceAll(BEFORE_ALL, '/');

const BEFORE_ALL = '\u0001';
