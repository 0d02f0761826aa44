import type { StatementSync } from 'node:sqlite';
import type { LobbyScreen } from '../core/corpus/corpus.ts';
import type { Collection } from '../core/edition.ts';
import { itemsFor, roomOf } from '../core/screen.ts';
import { isSign } from '../core/screen/door.ts';
import { toldIn } from '../core/screen/notices.ts';
import { termOf, USUAL_LIMIT, type PartSettings } from '../core/screen/select.ts';
import type { State } from './state.ts';

/** Parts of a screen whose items are announcements under the time of their publication. */
const KINDS = ['newest', 'open', 'closing', 'openings', 'results'] as const;

type Kind = PartSettings['kind'];

const TABLES = `
  create table if not exists hall (
    kind text, at text, id text, file text, category text, term text, region text, primary key (kind, at, id, file)
  ) without rowid;
  create index if not exists hall_by_file on hall (file);
  create table if not exists doors (room text, file text, primary key (room, file)) without rowid;
  create index if not exists doors_by_file on doors (file);
  create table if not exists notices (until text, file text, primary key (until, file)) without rowid;
  create index if not exists notices_by_file on notices (file)`;

/** Which announcements the screens of the hall may show, so that the check of the screens reads no others. */
export class HallTable {
  readonly #database: State['database'];
  readonly #put: StatementSync;

  constructor({ database }: State) {
    database.exec(TABLES);
    this.#database = database;
    this.#put = database.prepare('insert or ignore into hall values (?, ?, ?, ?, ?, ?, ?)');
  }

  drop(file: string): void {
    for (const table of ['hall', 'doors', 'notices'])
      this.#database.prepare(`delete from ${table} where file = ?`).run(file);
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
      put.run(until, collection.entry(announcement).file);
  }

  /** Where the row is filtered by that of another, its scope is that one's. */
  #row(kind: Kind, at: string, id: string, scope: string, collection: Collection): void {
    const row = collection.row(scope);
    const { file } = collection.entry(id);
    this.#put.run(kind, at, id, file, row.category, termOf(row), row.region ?? null);
  }

  #putDoors(collection: Collection): void {
    const put = this.#database.prepare('insert or ignore into doors values (?, ?)');
    for (const { id, roomId } of itemsFor({ kind: 'openings' }, collection, undefined))
      if (roomId !== undefined) put.run(roomId, collection.entry(id).file);
  }

  /** Files by which the screens are judged, and the notices on them. */
  shownOn(screens: readonly LobbyScreen[], site: Collection['site']): readonly string[] {
    const ofScreens = screens.flatMap((screen) =>
      isSign(screen)
        ? this.#atDoor(roomOf(screen, site)?.id)
        : screen.parts.flatMap((part) => this.#inPart(part)),
    );
    const newest = this.#database
      .prepare(`select at, file from hall where kind = 'newest' order by at desc limit 1`)
      .get();
    const notices = this.#database
      .prepare('select file from notices where until > ?')
      .all((newest?.['at'] as string) ?? '');
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
      .prepare('select file from doors where room = ?')
      .all(room)
      .map(({ file }) => file as string);
  }

  #inPart({ kind, categories, types, regions, limit = USUAL_LIMIT }: PartSettings): readonly string[] {
    const isAmong = (column: string, values: readonly string[] | undefined): string =>
      values === undefined ? '' : ` and ${column} in (${values.map(() => '?').join()})`;
    return this.#database
      .prepare(
        `select file from hall where kind = ?${isAmong('category', categories)}${isAmong('term', types)}${isAmong('region', regions)}
         order by at desc, id limit ?`,
      )
      .all(kind, ...(categories ?? []), ...(types ?? []), ...(regions ?? []), limit)
      .map(({ file }) => file as string);
  }
}
