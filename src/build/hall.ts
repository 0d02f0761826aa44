import { posix } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import type { Instant } from '../core/announcement/instant.ts';
import type { LobbyScreen } from '../core/corpus/corpus.ts';
import type { Collection } from '../core/edition.ts';
import type { Row } from '../core/listing.ts';
import { itemsFor, roomOf } from '../core/screen.ts';
import { isSign } from '../core/screen/door.ts';
import { toldIn } from '../core/screen/notices.ts';
import { termOf, USUAL_LIMIT, type PartSettings } from '../core/screen/select.ts';
import { FileNumbers } from './file-numbers.ts';
import type { State } from './state.ts';

/** Parts of a screen whose items are announcements under the time of their publication. */
const KINDS = ['newest', 'open', 'closing', 'openings', 'results'] as const;

type Kind = PartSettings['kind'];

/** By their places here the table names kinds of parts. */
const STORED: readonly Kind[] = [...KINDS, 'corrections'];

const TABLES = `
  create table if not exists hall (
    kind int, at int, file int, scope int, primary key (kind, at, file)
  ) without rowid;
  create index if not exists hall_by_file on hall (file);
  create table if not exists scopes (number integer primary key, category text, term text, region text,
    unique (category, term, region));
  create table if not exists doors (room text, file int, primary key (room, file)) without rowid;
  create index if not exists doors_by_file on doors (file);
  create table if not exists notices (until int, file int, primary key (until, file)) without rowid;
  create index if not exists notices_by_file on notices (file)`;

/** The path of the file that a row is of. */
const FILE = '(select path from file_numbers where file_numbers.number = file) as file';

/** Which announcements the screens of the hall may show, so that the check of the screens reads no others. */
export class HallTable {
  readonly #database: State['database'];
  readonly #numbers: FileNumbers;
  readonly #put: StatementSync;
  readonly #drops: readonly StatementSync[];

  constructor(state: State) {
    const { database } = state;
    database.exec(TABLES);
    this.#database = database;
    this.#numbers = new FileNumbers(state);
    this.#put = database.prepare('insert or ignore into hall values (?, ?, ?, ?)');
    this.#drops = ['hall', 'doors', 'notices'].map((table) =>
      database.prepare(`delete from ${table} where file = ?`),
    );
  }

  drop(file: string): void {
    const number = this.#numbers.of(file);
    for (const drop of this.#drops) drop.run(number);
  }

  /** Takes down what announcements have for the hall; of whole matters. */
  put(collection: Collection): void {
    for (const kind of KINDS)
      for (const { id } of itemsFor({ kind }, collection, undefined)) {
        const { publishedAt } = collection.row(id);
        this.#row(kind, publishedAt, id, id, collection);
      }
    const shown = new Set(itemsFor({ kind: 'corrections' }, collection, undefined).map(({ id }) => id));
    for (const { at, by, about, kind } of collection.alterations())
      if (kind !== 'erratum' && shown.has(by)) this.#row('corrections', at, by, about, collection);
    this.#putDoors(collection);
    const put = this.#database.prepare('insert or ignore into notices values (?, ?)');
    for (const { announcement, until } of toldIn(collection))
      put.run(momentOf(until), this.#numbers.of(collection.entry(announcement).file));
  }

  /** Where the row is filtered by that of another, its scope is that one's. */
  #row(kind: Kind, at: Instant, id: string, scope: string, collection: Collection): void {
    const row = collection.row(scope);
    const file = this.#numbers.of(collection.entry(id).file);
    this.#put.run(STORED.indexOf(kind), momentOf(at), file, this.#scopeOf(row));
  }

  /** The number of what parts of screens choose by. */
  #scopeOf(row: Row): number {
    const { category, region = '' } = row;
    const scope = [category, termOf(row), region] as const;
    const found =
      this.#database
        .prepare('select number from scopes where category = ? and term = ? and region = ?')
        .get(...scope) ??
      this.#database
        .prepare('insert into scopes (category, term, region) values (?, ?, ?) returning number')
        .get(...scope);
    return found!['number'] as number;
  }

  #putDoors(collection: Collection): void {
    const put = this.#database.prepare('insert or ignore into doors values (?, ?)');
    for (const { id, roomId } of itemsFor({ kind: 'openings' }, collection, undefined))
      if (roomId !== undefined) put.run(roomId, this.#numbers.of(collection.entry(id).file));
  }

  /** Files by which the screens are judged, and the notices on them. */
  shownOn(screens: readonly LobbyScreen[], site: Collection['site']): readonly string[] {
    const ofScreens = screens.flatMap((screen) =>
      isSign(screen)
        ? this.#atDoor(roomOf(screen, site)?.id)
        : screen.parts.flatMap((part) => this.#inPart(part)),
    );
    const newest = this.#database
      .prepare(`select at, ${FILE} from hall where kind = ? order by at desc limit 1`)
      .get(STORED.indexOf('newest'));
    const notices = this.#database
      .prepare(`select ${FILE} from notices where until > ?`)
      .all(newest?.['at'] ?? 0);
    return [
      ...new Set([
        ...ofScreens,
        ...(newest ? [newest['file'] as string] : []),
        ...notices.map(({ file }) => file as string),
      ]),
    ].sort();
  }

  #atDoor(room: string | undefined): readonly string[] {
    if (room === undefined) return [];
    return this.#database
      .prepare(`select ${FILE} from doors where room = ?`)
      .all(room)
      .map(({ file }) => file as string);
  }

  /** Of those that were published in one moment the list has the smaller id first, so all of the last moment are read. */
  #inPart({ kind, categories, types, regions, limit = USUAL_LIMIT }: PartSettings): readonly string[] {
    const isAmong = (column: string, values: readonly string[] | undefined): string =>
      values === undefined ? '' : ` and ${column} in (${values.map(() => '?').join()})`;
    const chosen = `from hall join scopes on scope = scopes.number where kind = ?${isAmong('category', categories)}${isAmong('term', types)}${isAmong('region', regions)}`;
    const values = [STORED.indexOf(kind), ...(categories ?? []), ...(types ?? []), ...(regions ?? [])];
    const last = this.#database
      .prepare(`select at ${chosen} order by at desc limit 1 offset ?`)
      .get(...values, limit - 1);
    return this.#database
      .prepare(`select at, ${FILE} ${chosen} and at >= ?`)
      .all(...values, last?.['at'] ?? 0)
      .map(({ at, file }) => ({ at: at as number, file: file as string }))
      .sort((a, b) => b.at - a.at || (idOf(a.file) < idOf(b.file) ? -1 : 1))
      .slice(0, limit)
      .map(({ file }) => file);
  }
}

/** A moment as a number, its digits one after another: they sort as moments do, and take six bytes. */
const momentOf = (at: Instant): number => Number(at.slice(0, 19).replaceAll(/\D/gu, ''));

/** The id of the announcement in a file. */
function idOf(file: string): string {
  const { name, dir } = posix.parse(file);
  return name === 'index' ? posix.basename(dir) : name;
}
