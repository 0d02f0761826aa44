import type { SQLTagStore } from 'node:sqlite';
import { unpack } from './encoding.ts';
import type { StoredMatter } from './matters.ts';

/** Most bytes of stored matters that are kept open; open they take about eight times as much memory. */
const LARGEST = 4 * 1024 * 1024;

/** Matters out of the tables, those that were asked for last kept open. */
export class Shelf {
  readonly #sql: SQLTagStore;
  /** Open matters by their numbers, with the bytes that they are stored in; those asked for last at the end. */
  readonly #open = new Map<number, { matter: StoredMatter; bytes: number }>();
  #bytes = 0;

  constructor(sql: SQLTagStore) {
    this.#sql = sql;
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

  /** Every matter, in no order. */
  all(): readonly StoredMatter[] {
    return this.#sql.all`select content from matters`.map(({ content }) =>
      unpack<StoredMatter>(content as Uint8Array),
    );
  }

  #matter(found: Readonly<Record<string, unknown>> | undefined, name: string): StoredMatter {
    if (!found) throw new Error(`${name} is not in this archive`);
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
    const read = { matter: unpack<StoredMatter>(content), bytes: content.length };
    this.#bytes += read.bytes;
    for (const [oldest, { bytes }] of this.#open) {
      if (this.#bytes <= LARGEST) break;
      this.#open.delete(oldest);
      this.#bytes -= bytes;
    }
    return read;
  }
}
