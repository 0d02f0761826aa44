import type { SQLTagStore } from 'node:sqlite';
import { Compression, dictionaryOf } from './encoding.ts';

/**
 * What an announcement has under a key: when it was published, its id, and its values as texts, in one line. Lines sort
 * by code unit in the order of publication.
 */
export type Line = string;

/** The moment and the id of a line: no two lines of a key have the same. */
export type LinePlace = string;

export const placeOf = (at: string, id: string): LinePlace => `${at}\t${id}`;

/** @param values as `textOf` writes them, without line breaks and tabs */
export const lineOf = (place: LinePlace, values: readonly string[]): Line => [place, ...values].join('\t');

export const valuesIn = (line: Line): readonly string[] => line.split('\t').slice(2);

/** The moment of a line. */
export const momentOf = (line: Line): string => line.slice(0, line.indexOf('\t'));

const placeIn = (line: Line): LinePlace => line.slice(0, line.indexOf('\t', line.indexOf('\t') + 1));

/** Most bytes of a block; more do not fit into a page of a table without row numbers (`src/build/state.ts`). */
const LARGEST = 1900;

/** Most characters that are tried as one block: lines of a view shrink to a fifth or a tenth. */
const LONGEST = 8 * LARGEST;

/** Shorter ones are kept as they are. */
const SHORTEST_PACKED = 120;

/** Bytes of the dictionary of a view, and lines that it is made of. Of half as many, blocks would take a twentieth more. */
const DICTIONARY = 8 * 1024;
const SAMPLES = 256;

/**
 * Keeps what stands under the keys of views: the lines of a key in blocks in their order, each from its first line
 * (`since`; the first of a key from '') up to the next. One more line changes one block.
 */
export class Blocks {
  readonly #sql: SQLTagStore;
  readonly #compressions = new Map<number, Compression>();

  constructor(sql: SQLTagStore) {
    this.#sql = sql;
  }

  /** All lines of a key, the oldest first. */
  lines(view: number, key: number): readonly Line[] {
    return this.#sql.all`select content from blocks where key = ${key} order by since`.flatMap(
      ({ content }) => this.#linesIn(content, view),
    );
  }

  /** The lines of a key block by block, the newest block first; within a block the oldest line first. */
  *newest(view: number, key: number): Iterable<readonly Line[]> {
    for (const { content } of this.#sql
      .iterate`select content from blocks where key = ${key} order by since desc`)
      yield this.#linesIn(content, view);
  }

  /** What an announcement has under a key. */
  line(view: number, key: number, place: LinePlace): Line | undefined {
    const found = this.#sql
      .get`select content from blocks where key = ${key} and since <= ${place} order by since desc limit 1`;
    return found && this.#linesIn(found['content'], view).find((line) => placeIn(line) === place);
  }

  /** Puts lines under a key, by their places, in the stead of those that are there; undefined takes one away. */
  write(view: number, key: number, edits: ReadonlyMap<LinePlace, Line | undefined>): void {
    const last = this.#lastOf(key);
    const blockOf = (place: LinePlace): string => (place >= last ? last : this.#blockOf(key, place));
    for (const [since, own] of Map.groupBy(edits, ([place]) => blockOf(place))) {
      const found = this.#sql.get`select content from blocks where key = ${key} and since = ${since}`;
      const lines = new Map(
        (found ? this.#linesIn(found['content'], view) : []).map((line) => [placeIn(line), line]),
      );
      for (const [place, line] of own) {
        if (line === undefined) lines.delete(place);
        else lines.set(place, line);
      }
      if (found) this.#sql.run`delete from blocks where key = ${key} and since = ${since}`;
      if (lines.size > 0) this.#put(view, key, since, [...lines.values()].sort());
    }
  }

  /** Decides how the lines of a view are compressed, by the first that come; later calls change nothing. */
  learn(view: number, lines: readonly Line[]): void {
    const found = this.#sql.get`select 1 from views where number = ${view} and dictionary is null`;
    if (!found) return;
    const step = Math.ceil(lines.length / SAMPLES);
    const samples = lines.filter((_, index) => index % step === 0).map((line) => Buffer.from(line));
    this.#sql.run`update views set dictionary = ${dictionaryOf(samples, DICTIONARY)} where number = ${view}`;
  }

  /** Where the last block of a key begins, which is where most lines go. */
  #lastOf(key: number): string {
    const found = this.#sql.get`select since from blocks where key = ${key} order by since desc limit 1`;
    return (found?.['since'] as string | undefined) ?? '';
  }

  #blockOf(key: number, place: LinePlace): string {
    const found = this.#sql
      .get`select since from blocks where key = ${key} and since <= ${place} order by since desc limit 1`;
    return (found?.['since'] as string | undefined) ?? '';
  }

  #put(view: number, key: number, since: string, lines: readonly Line[]): void {
    const text = lines.join('\n');
    const content = text.length > LONGEST && lines.length > 1 ? undefined : this.#packed(text, view);
    if (content !== undefined && (content.length <= LARGEST || lines.length === 1)) {
      this.#sql.run`insert into blocks values (${key}, ${since}, ${content})`;
      return;
    }
    const half = lines.length >> 1;
    this.#put(view, key, since, lines.slice(0, half));
    this.#put(view, key, placeIn(lines[half]!), lines.slice(half));
  }

  #packed(text: string, view: number): string | Uint8Array {
    return text.length < SHORTEST_PACKED ? text : this.#compressionOf(view).pack(text);
  }

  #linesIn(content: unknown, view: number): readonly Line[] {
    const text =
      typeof content === 'string'
        ? content
        : this.#compressionOf(view)
            .unpack(content as Uint8Array)
            .toString();
    return text.split('\n');
  }

  #compressionOf(view: number): Compression {
    const known = this.#compressions.get(view);
    if (known) return known;
    const { dictionary } = this.#sql.get`select dictionary from views where number = ${view}`!;
    const compression = new Compression(dictionary as Uint8Array);
    this.#compressions.set(view, compression);
    return compression;
  }
}
