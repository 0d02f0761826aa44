import type { SQLTagStore } from 'node:sqlite';
import type { Row } from '../core/listing.ts';
import type { StoredMatter } from './matters.ts';
import { storageOf, type Storage } from './storage.ts';

/** Most bytes of stored matters that are kept open; open they take about eight times as much memory. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Most rows that are kept once they were asked for; they take about 100 MB. The page of a unit and the files beside it ask
 * for each row of it twenty times, and a unit may be named by a third of all announcements.
 */
const MOST_ROWS = 50_000;

/** Matters out of the tables, those that were asked for last kept open. */
export class Shelf {
  readonly #sql: SQLTagStore;
  /** Absent where the tables are empty: then there is nothing to read. */
  readonly #storage: Storage | undefined;
  /** Open matters by their numbers, with the bytes that they are stored in; those asked for last at the end. */
  readonly #open = new Map<number, { matter: StoredMatter; bytes: number }>();
  #bytes = 0;
  readonly #rows = new Map<string, Row>();

  constructor(sql: SQLTagStore) {
    this.#sql = sql;
    this.#storage = storageOf(sql);
  }

  has(id: string): boolean {
    return this.#sql.get`select 1 from announcements where id = ${id}` !== undefined;
  }

  /** The matter that an announcement is in. @throws for an id that there is not */
  matterOf(id: string): StoredMatter {
    return this.#matter(this.#sql.get`select matter from announcements where id = ${id}`, id);
  }

  /** The matter that a project is in. @throws for a code that there is not */
  matterOfProject(code: string): StoredMatter {
    return this.#matter(this.#sql.get`select matter from projects where code = ${code}`, code);
  }

  /** What a list shows of an announcement. @throws for an id that there is not */
  row(id: string): Row {
    const known = this.#rows.get(id);
    if (known) return known;
    const found = this.#sql.get`select row from announcements where id = ${id}`;
    if (!found) throw missing(id);
    const row = this.#storage!.rowIn(found['row'] as Uint8Array);
    if (this.#rows.size >= MOST_ROWS) this.#rows.clear();
    this.#rows.set(id, row);
    return row;
  }

  #matter(found: Readonly<Record<string, unknown>> | undefined, name: string): StoredMatter {
    if (!found) throw missing(name);
    const number = found['matter'] as number;
    const open = this.#open.get(number) ?? this.#read(number);
    this.#open.delete(number);
    this.#open.set(number, open);
    return open.matter;
  }

  #read(number: number): { matter: StoredMatter; bytes: number } {
    const content = this.#sql.get`select content from matters where matter = ${number}`![
      'content'
    ] as Uint8Array;
    const read = { matter: this.#storage!.matterIn(content), bytes: content.length };
    this.#bytes += read.bytes;
    for (const [oldest, { bytes }] of this.#open) {
      if (this.#bytes <= LARGEST) break;
      this.#open.delete(oldest);
      this.#bytes -= bytes;
    }
    return read;
  }
}

const missing = (name: string): Error => new Error(`${name} is not in this archive`);
