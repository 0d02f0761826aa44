import type { StatementSync } from 'node:sqlite';
import type { Instant } from '../core/announcement/instant.ts';
import type { History } from '../core/check/published.ts';
import type { Published } from '../core/ledger/published.ts';
import { fileAt } from './announcements.ts';
import type { State } from './state.ts';

/** What was published before, as a list that can be read in parts. */
export interface Past {
  /** Another one whenever the list may say anything else. */
  readonly tag: string;
  /** Everything, each with where it stands in the list. */
  records(): Iterable<Published & Place>;
  /** What stands at a place of the list. */
  at(place: Place): Published;
  readonly now: Instant;
  readonly hash: History['hash'];
  readonly digestFile: History['digestFile'];
}

/** Bytes of a line in the list. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

const TABLES = `
  create table if not exists past (id text primary key, digest text not null, start int, length int) without rowid`;

/** From how many records on the whole list is read rather than each of them. */
const MANY = 1000;

/** Which announcements were published, and by which digest each is known. */
export class PastTable {
  readonly #state: State;
  readonly #at: StatementSync;
  #past: Past | undefined;

  constructor(state: State) {
    this.#state = state;
    state.database.exec(TABLES);
    this.#at = state.database.prepare('select digest, start, length from past where id = ?');
  }

  /** Takes a list for what was published, or that there is none; gives the ids of which it says something else. */
  update(past: Past | undefined): ReadonlySet<string> {
    this.#past = past;
    const tag = past?.tag ?? '';
    if ((this.#state.get('past') ?? '') === tag) return new Set();
    this.#state.set('past', tag);
    const { database } = this.#state;
    const before = new Map(
      database
        .prepare('select id, digest from past')
        .all()
        .map((row) => [row['id'] as string, row['digest'] as string]),
    );
    const put = database.prepare('insert or replace into past values (?, ?, ?, ?)');
    const changed = new Set(before.keys());
    for (const { id, digest, start, length } of past?.records() ?? []) {
      put.run(id, digest, start, length);
      if (before.get(id) === digest) changed.delete(id);
      else changed.add(id);
      before.delete(id);
    }
    const drop = database.prepare('delete from past where id = ?');
    for (const id of before.keys()) drop.run(id);
    return changed;
  }

  /** Files of announcements that were not published yet: how late each is changes by the hour. */
  unpublished(): readonly string[] {
    if (!this.#past) return [];
    return this.#state.database
      .prepare('select place from announcement_files where entry = 1 and id not in (select id from past)')
      .all()
      .map(({ place }) => fileAt(place as string));
  }

  /** Whether an announcement was published. */
  has(id: string): boolean {
    return this.#at.get(id) !== undefined;
  }

  /** Ids that were published and are there no more. @param ids all that are there */
  gone(ids: ReadonlySet<string>): readonly string[] {
    return this.#state.database
      .prepare('select id from past where id not in (select id from announcement_files)')
      .all()
      .map(({ id }) => id as string)
      .filter((id) => !ids.has(id));
  }

  /** What is known of these ids; nothing where no list is kept. */
  history(ids: ReadonlySet<string>): History | undefined {
    if (!this.#past) return undefined;
    const { now, hash, digestFile } = this.#past;
    return { kept: ids.size < MANY ? this.#some(ids) : this.#all(), now, hash, digestFile };
  }

  #some(ids: ReadonlySet<string>): ReadonlyMap<string, Published> {
    return new Map(
      [...ids].flatMap((id) => {
        const place = this.#at.get(id) as Place | undefined;
        return place ? [[id, this.#past!.at(place)] as const] : [];
      }),
    );
  }

  #all(): ReadonlyMap<string, Published> {
    return new Map([...this.#past!.records()].map((one) => [one.id, one]));
  }
}
