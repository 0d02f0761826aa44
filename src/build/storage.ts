import type { SQLTagStore } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import type { Row } from '../core/listing.ts';
import { Compression, dictionaryOf, textOf, valueIn } from './encoding.ts';
import type { StoredMatter } from './matters.ts';

/**
 * Bytes of a dictionary. Of matters, a quarter of it would make them a third larger, and twice as much a twentieth smaller
 * in twice the time; of rows, half of it a tenth larger.
 */
const MATTER_DICTIONARY = 128 * 1024;
const ROW_DICTIONARY = 32 * 1024;

/** Of so many the dictionaries are made. */
const SAMPLES = 256;

/** How matters and rows lie in some tables. */
export class Storage {
  readonly #matters: Compression;
  readonly #rows: Compression;

  constructor(matters: Uint8Array, rows: Uint8Array) {
    this.#matters = new Compression(matters);
    this.#rows = new Compression(rows);
  }

  /** What occurs twice in a matter is one object again when it is read. */
  packMatter(matter: StoredMatter): Uint8Array {
    return this.#matters.pack(serialize(matter));
  }

  matterIn(bytes: Uint8Array): StoredMatter {
    return deserialize(this.#matters.unpack(bytes)) as StoredMatter;
  }

  /** Equal rows have equal bytes. */
  packRow(row: Row): Uint8Array {
    return this.#rows.pack(textOf(row));
  }

  rowIn(bytes: Uint8Array): Row {
    return valueIn(this.#rows.unpack(bytes).toString());
  }
}

/** How matters and rows lie in these tables; undefined where nothing was put into them. */
export function storageOf(sql: SQLTagStore): Storage | undefined {
  const found = sql.get`select matters, rows from dictionaries`;
  return found && new Storage(found['matters'] as Uint8Array, found['rows'] as Uint8Array);
}

/** Decides for empty tables how matters and rows will lie in them, by some that are the first to come. */
export function newStorage(
  sql: SQLTagStore,
  matters: readonly StoredMatter[],
  rowOf: (id: string) => Row,
): Storage {
  const step = Math.ceil(matters.length / SAMPLES);
  const samples = matters.filter((_, index) => index % step === 0);
  const rows = samples.map(({ entries }) => Buffer.from(textOf(rowOf(entries[0]!.id))));
  const dictionaries = [
    dictionaryOf(samples.map(serialize), MATTER_DICTIONARY),
    dictionaryOf(rows, ROW_DICTIONARY),
  ] as const;
  sql.run`insert into dictionaries values (${dictionaries[0]}, ${dictionaries[1]})`;
  return new Storage(...dictionaries);
}
