import type { StatementSync } from 'node:sqlite';
import type { Instant } from '../core/announcement/instant.ts';
import type { History } from '../core/check/published.ts';
import type { LedgerFault } from '../core/ledger/book.ts';
import type { Published } from '../core/ledger/published.ts';
import { fileAt } from './announcements.ts';
import type { State } from './state.ts';

/** What was published before, as a list that can be read in parts. */
export interface Past {
  /** Another one whenever the list may say anything else. */
  readonly tag: string;
  /** Everything that is listed. */
  items(): Iterable<ListedItem>;
  /** What is known of an item, or what is wrong with it. */
  at(item: ListedItem): Published | LedgerFault;
  /** The same of all of them at once. */
  all(): Pick<History, 'kept' | 'faults'>;
  /** The present moment, where it is to be asked which announcements appear late. */
  readonly now: Instant | undefined;
  readonly hash: History['hash'];
  readonly digestFile: History['digestFile'];
  readonly registers?: History['registers'];
  /** What is wrong with the list itself; told by every check. */
  faults(): readonly LedgerFault[];
}

/** An announcement in a list. */
export interface ListedItem {
  readonly id: string;
  /** Another one whenever the list says another thing of it. */
  readonly digest: string;
  /** Where it stands, in the words of the list that it is in. */
  readonly place: string;
}

const TABLES = `
  create table if not exists past (id text primary key, digest text not null, place text not null) without rowid`;

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
    this.#at = state.database.prepare('select id, digest, place from past where id = ?');
  }

  /** Takes a list for what was published, or that there is none; gives the ids of which it says something else. */
  update(past: Past | undefined): ReadonlySet<string> {
    this.#past = past;
    const tag = past?.tag ?? '';
    if ((this.#state.get('past') ?? '') === tag) return new Set();
    this.#state.set('past', tag);
    this.#state.set('past faults', '');
    const { database } = this.#state;
    const before = new Map(
      database
        .prepare('select id, digest from past')
        .all()
        .map((row) => [row['id'] as string, row['digest'] as string]),
    );
    const put = database.prepare('insert or replace into past values (?, ?, ?)');
    const changed = new Set(before.keys());
    for (const { id, digest, place } of past?.items() ?? []) {
      put.run(id, digest, place);
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
    const { hash, digestFile } = this.#past;
    const own = this.#faults();
    // Where lines are lost, nothing is late and nothing is missing a number.
    const { now, registers } = own.length > 0 ? {} : this.#past;
    const { kept, faults = [] } = ids.size < MANY ? this.#some(ids) : this.#past.all();
    return { kept, now, hash, digestFile, registers, faults: [...own, ...faults] };
  }

  #some(ids: ReadonlySet<string>): Pick<History, 'kept' | 'faults'> {
    const found = [...ids].flatMap((id) => {
      const item = this.#at.get(id) as ListedItem | undefined;
      return item ? [this.#past!.at(item)] : [];
    });
    return {
      kept: new Map(found.flatMap((one) => ('message' in one ? [] : [[one.id, one]]))),
      faults: found.filter((one) => 'message' in one),
    };
  }

  /** They are looked for when the list is another. */
  #faults(): readonly LedgerFault[] {
    const kept = this.#state.get('past faults');
    if (kept) return JSON.parse(kept) as readonly LedgerFault[];
    const faults = this.#past!.faults();
    this.#state.set('past faults', JSON.stringify(faults));
    return faults;
  }
}
