import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Output } from './making.ts';

const TABLES = `
  create table if not exists words (number integer primary key, word text not null unique)`;

/** A file of a unit, as it is remembered. */
export type File = Pick<Output, 'path' | 'sha256'>;

/** Stands for the key of a unit in the path of a file; no path has it. */
const KEY = '\0';

/** Bytes of a digest. */
const DIGEST = 32;

/**
 * Packs the files of a unit: a path that has the key of the unit in it by the number of the pattern that it shares with
 * those of other units, any other as it is; then the digests. So a file takes about 35 bytes, and 110 as text.
 */
export class PathNames {
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #get: StatementSync;
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<number, string>();

  constructor(db: DatabaseSync) {
    db.exec(TABLES);
    this.#find = db.prepare('select number from words where word = ?');
    this.#put = db.prepare('insert into words (word) values (?) returning number');
    this.#get = db.prepare('select word from words where number = ?');
  }

  /** The number of a word that is used often. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word) ?? (this.#find.get(word) ?? this.#put.get(word))!['number'];
    this.#numbers.set(word, known as number);
    return known as number;
  }

  wordOf(number: number): string {
    const known = this.#words.get(number) ?? (this.#get.get(number)!['word'] as string);
    this.#words.set(number, known);
    return known;
  }

  pack(key: string, files: readonly File[]): Uint8Array {
    const names = files.map(({ path }) =>
      key !== '' && path.includes(key) ? String(this.numberOf(path.replace(key, () => KEY))) : `/${path}`,
    );
    const digests = files.map(({ sha256 }) => Buffer.from(sha256, 'hex'));
    return Buffer.concat([Buffer.from(`${names.join('\n')}${KEY}`), ...digests]);
  }

  unpack(key: string, packed: Uint8Array): readonly File[] {
    const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    const end = bytes.indexOf(0);
    const names = end === 0 ? [] : bytes.toString('utf8', 0, end).split('\n');
    return names.map((name, index) => {
      const at = end + 1 + index * DIGEST;
      return {
        path: name.startsWith('/') ? name.slice(1) : this.wordOf(Number(name)).replace(KEY, () => key),
        sha256: bytes.toString('hex', at, at + DIGEST),
      };
    });
  }
}
