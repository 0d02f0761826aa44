import type { SQLTagStore } from 'node:sqlite';
import { NEWEST_STEPS, readOf, type Read } from '../core/edition/recording.ts';
import { Blocks, lineOf, momentOf, placeOf, valuesIn, type Line, type LinePlace } from './blocks.ts';
import { fromStored, toStored, valueIn } from './encoding.ts';
import { textIn, ViewKeys, type AnyView, type Mapped } from './view-keys.ts';

/** Keys of a view by what became of them. */
export interface KeyChanges {
  readonly added: readonly string[];
  /** Those whose values are others now. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** An announcement in the tables: when it was published, and the numbers of the keys that it stands under. */
export interface Standing {
  readonly at: string;
  readonly keys: readonly number[];
}

/** A key that something was put under or taken from. */
interface Touched {
  readonly view: number;
  readonly key: string;
  /** How many values it had. */
  readonly count: number;
  readonly sum: string | null;
  readonly part: string | null;
  /** How many it has more, or fewer. */
  more: number;
  /** Its lines that are others now. */
  readonly edits: Map<LinePlace, Line | undefined>;
}

/** Exchanges what announcements contribute to views, and tells which answers of views are others then. */
export class Contributions {
  readonly #sql: SQLTagStore;
  readonly #keys: ViewKeys;
  readonly #blocks: Blocks;
  readonly #touched = new Map<number, Touched>();

  constructor(sql: SQLTagStore, views: readonly AnyView[]) {
    this.#sql = sql;
    this.#keys = new ViewKeys(sql, views);
    this.#blocks = new Blocks(sql);
  }

  /**
   * Puts what an announcement contributes now in the place of what it did. `mapped` gives the values of a view.
   *
   * @returns the numbers of the keys that it stands under now
   */
  exchange(id: string, at: string, before: Standing | undefined, mapped: Mapped): readonly number[] {
    const place = placeOf(at, id);
    const now = new Map(this.#keys.mapped(mapped).map(({ key, values }) => [key, lineOf(place, values)]));
    const old = before ? this.#stored(id, before) : [];
    const same = new Set(old.filter(({ key, line }) => now.get(key) === line).map(({ key }) => key));
    for (const { key, line } of old) if (!same.has(key)) this.#remove(key, placeOf(before!.at, id), line);
    for (const [key, line] of now) if (!same.has(key)) this.#add(key, place, line);
    return [...now.keys()];
  }

  /** Takes away what an announcement contributed. */
  remove(id: string, before: Standing): void {
    for (const { key, line } of this.#stored(id, before)) this.#remove(key, placeOf(before.at, id), line);
  }

  /** Writes down and sums up anew what was touched. @returns the questions whose answers changed, and the keys by view */
  finish(): { questions: ReadonlySet<Read>; keys: ReadonlyMap<string, KeyChanges> } {
    const questions = new Set<Read>();
    const byView = Map.groupBy(this.#touched, ([, { view }]) => view);
    const keys = new Map<string, KeyChanges>();
    for (const view of this.#keys.views) {
      const number = this.#keys.numberOf(view);
      const touched = byView.get(number) ?? [];
      if (touched.length === 0) continue;
      const groups = this.#groupsOf(number);
      this.#blocks.learn(number, linesOf(touched));
      for (const [key, one] of touched)
        for (const read of this.#finishKey(key, one, view)) questions.add(read);
      if (this.#groupsOf(number) !== groups) questions.add(readOf.groups(view.name));
      keys.set(view.name, changesOf(touched.map(([, one]) => one)));
    }
    return { questions, keys };
  }

  #finishKey(number: number, touched: Touched, view: AnyView): readonly Read[] {
    const { key, count, sum, part, more, edits } = touched;
    this.#blocks.write(touched.view, number, edits);
    const left = count + more;
    const reduced = left > 0 ? view.reduce?.(this.#valuesOf(touched.view, number), key) : undefined;
    const newSum = reduced ? textIn(view, reduced.value) : null;
    const newPart = reduced?.group ?? null;
    if (left > 0)
      this.#sql
        .run`update view_keys set count = ${left}, sum = ${newSum === null ? null : toStored(newSum)}, part = ${newPart} where number = ${number}`;
    else this.#sql.run`delete from view_keys where number = ${number}`;
    const groups = newSum === sum && newPart === part ? [] : [part, newPart].filter((one) => one !== null);
    return [
      readOf.values(view.name, key),
      ...this.#newestAround(number, touched).map((step) => readOf.newest(view.name, key, step)),
      ...((count === 0) === (left === 0) ? [] : [readOf.keys(view.name)]),
      ...(more === 0 ? [] : [readOf.counts(view.name)]),
      ...(newSum === sum ? [] : [readOf.sum(view.name, key), readOf.sums(view.name)]),
      ...groups.map((group) => readOf.group(view.name, group)),
    ];
  }

  /** How many of the newest values one has to ask for to see any of what was changed. */
  #newestAround(number: number, { view, count, edits }: Touched): readonly number[] {
    if (count === 0) return NEWEST_STEPS;
    const newest = [...edits.keys()].map(momentOf).reduce((a, b) => (a > b ? a : b));
    let newer = 0;
    for (const lines of this.#blocks.newest(view, number)) {
      const own = lines.filter((line) => momentOf(line) > newest);
      newer += own.reduce((sum, line) => sum + valuesIn(line).length, 0);
      if (own.length < lines.length || newer >= NEWEST_STEPS.at(-1)!) break;
    }
    return NEWEST_STEPS.filter((step) => step > newer);
  }

  #groupsOf(view: number): string {
    return JSON.stringify(
      this.#sql.all`select distinct part from view_keys where view = ${view} and part is not null`,
    );
  }

  #valuesOf(view: number, key: number): readonly unknown[] {
    return this.#blocks.lines(view, key).flatMap((line) => valuesIn(line).map(valueIn));
  }

  #stored(id: string, { at, keys }: Standing): readonly { key: number; line: Line }[] {
    return keys.map((key) => {
      const { view } = this.#sql.get`select view from view_keys where number = ${key}`!;
      return { key, line: this.#blocks.line(view as number, key, placeOf(at, id))! };
    });
  }

  #add(key: number, place: LinePlace, line: Line): void {
    const touched = this.#touch(key);
    touched.more += valuesIn(line).length;
    touched.edits.set(place, line);
  }

  #remove(key: number, place: LinePlace, line: Line): void {
    const touched = this.#touch(key);
    touched.more -= valuesIn(line).length;
    touched.edits.set(place, undefined);
  }

  #touch(number: number): Touched {
    const known = this.#touched.get(number);
    if (known) return known;
    const { view, key, count, sum, part } = this.#sql
      .get`select view, key, count, sum, part from view_keys where number = ${number}` as unknown as Touched;
    const touched = {
      ...{ view, key, count, part },
      sum: sum === null ? null : fromStored(sum),
      more: 0,
      edits: new Map(),
    };
    this.#touched.set(number, touched);
    return touched;
  }
}

const linesOf = (touched: readonly (readonly [number, Touched])[]): readonly Line[] =>
  touched.flatMap(([, { edits }]) => [...edits.values()].filter((line) => line !== undefined));

function changesOf(touched: readonly Touched[]): KeyChanges {
  const those = (is: (one: Touched) => boolean): readonly string[] =>
    touched.filter(is).map(({ key }) => key);
  const stood = ({ count }: Touched): boolean => count > 0;
  const stands = ({ count, more }: Touched): boolean => count + more > 0;
  return {
    added: those((one) => !stood(one) && stands(one)),
    changed: those((one) => stood(one) && stands(one)),
    removed: those((one) => stood(one) && !stands(one)),
  };
}
