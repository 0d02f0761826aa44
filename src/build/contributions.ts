import type { SQLTagStore } from 'node:sqlite';
import type { View } from '../core/edition.ts';
import { readOf, type Read } from '../core/edition/recording.ts';
import { fromStored, textOf, toStored, valueIn } from './encoding.ts';

export type AnyView = View<unknown, unknown>;

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
  readonly view: string;
  readonly key: string;
  /** How many values it had. */
  readonly count: number;
  readonly sum: string | null;
  readonly part: string | null;
  /** How many it has more, or fewer. */
  more: number;
}

/** A value under a key, and which of those that the announcement has there it is. */
interface Contribution {
  readonly key: number;
  readonly place: number;
  readonly value: string;
}

/** Exchanges what announcements contribute to views, and tells which answers of views are others then. */
export class Contributions {
  readonly #sql: SQLTagStore;
  readonly #views: readonly AnyView[];
  readonly #touched = new Map<number, Touched>();

  constructor(sql: SQLTagStore, views: readonly AnyView[]) {
    this.#sql = sql;
    this.#views = views;
  }

  /**
   * Puts what an announcement contributes now in the place of what it did. `mapped` gives the values of a view.
   *
   * @returns the numbers of the keys that it stands under now
   */
  exchange(
    id: string,
    at: string,
    before: Standing | undefined,
    mapped: (view: AnyView) => Iterable<readonly [key: string, value: unknown]>,
  ): readonly number[] {
    const now = this.#numbered(mapped);
    const old = before ? this.#stored(id, before) : [];
    const isSame = ({ key, place, value }: Contribution, others: ReadonlyMap<string, string>): boolean =>
      before?.at === at && others.get(`${key} ${place}`) === value;
    const [wanted, stored] = [byPlace(now), byPlace(old)];
    for (const one of old) if (!isSame(one, wanted)) this.#remove(id, before!.at, one);
    for (const one of now) if (!isSame(one, stored)) this.#add(id, at, one);
    return [...new Set(now.map(({ key }) => key))];
  }

  /** Takes away what an announcement contributed. */
  remove(id: string, before: Standing): void {
    for (const one of this.#stored(id, before)) this.#remove(id, before.at, one);
  }

  /** Sums up anew what was touched. @returns the questions whose answers changed, and the keys by view */
  finish(): { questions: ReadonlySet<Read>; keys: ReadonlyMap<string, KeyChanges> } {
    const questions = new Set<Read>();
    const byView = Map.groupBy(this.#touched, ([, { view }]) => view);
    for (const view of this.#views) {
      const touched = byView.get(view.name) ?? [];
      const groups = this.#groupsOf(view);
      for (const [number, one] of touched)
        for (const read of this.#finishKey(number, one, view)) questions.add(read);
      if (this.#groupsOf(view) !== groups) questions.add(readOf.groups(view.name));
    }
    const keys = [...byView].map(
      ([view, touched]) => [view, changesOf(touched.map(([, one]) => one))] as const,
    );
    return { questions, keys: new Map(keys) };
  }

  #finishKey(
    number: number,
    { view: name, key, count, sum, part, more }: Touched,
    view: AnyView,
  ): readonly Read[] {
    const left = count + more;
    const values = left > 0 && view.reduce ? this.#valuesOf(number) : [];
    const reduced = left > 0 ? view.reduce?.(values, key) : undefined;
    const newSum = reduced ? textIn(view, reduced.value) : null;
    const newPart = reduced?.group ?? null;
    if (left > 0)
      this.#sql
        .run`update view_keys set count = ${left}, sum = ${newSum}, part = ${newPart} where number = ${number}`;
    else this.#sql.run`delete from view_keys where number = ${number}`;
    const groups = newSum === sum && newPart === part ? [] : [part, newPart].filter((one) => one !== null);
    return [
      readOf.values(name, key),
      ...((count === 0) === (left === 0) ? [] : [readOf.keys(name)]),
      ...(more === 0 ? [] : [readOf.counts(name)]),
      ...(newSum === sum ? [] : [readOf.sum(name, key), readOf.sums(name)]),
      ...groups.map((group) => readOf.group(name, group)),
    ];
  }

  /** The groups of a view, as one text. */
  #groupsOf({ name }: AnyView): string {
    return JSON.stringify(
      this.#sql.all`select distinct part from view_keys where view = ${name} and part is not null`,
    );
  }

  #valuesOf(number: number): readonly unknown[] {
    return this.#sql.all`select value from contributions where key = ${number} order by at, id, place`.map(
      ({ value }) => valueIn(fromStored(value)),
    );
  }

  /** What the views give of an announcement, each key by its number. */
  #numbered(mapped: (view: AnyView) => Iterable<readonly [string, unknown]>): readonly Contribution[] {
    const places = new Map<number, number>();
    const texts = new Map<unknown, string>();
    return this.#views.flatMap((view) =>
      Array.from(mapped(view), ([name, value]) => {
        const key = this.#numberOf(view.name, name);
        const place = places.get(key) ?? 0;
        places.set(key, place + 1);
        const text = texts.get(value) ?? textIn(view, value);
        texts.set(value, text);
        return { key, place, value: text };
      }),
    );
  }

  #numberOf(view: string, key: string): number {
    const known = this.#sql.get`select number from view_keys where view = ${view} and key = ${key}`;
    const found =
      known ??
      this.#sql.get`insert into view_keys (view, key, count) values (${view}, ${key}, 0) returning number`;
    return found!['number'] as number;
  }

  #stored(id: string, { at, keys }: Standing): readonly Contribution[] {
    return keys.flatMap((key) =>
      this.#sql
        .all`select place, value from contributions where key = ${key} and at = ${at} and id = ${id}`.map(
        ({ place, value }) => ({ key, place: place as number, value: fromStored(value) }),
      ),
    );
  }

  #add(id: string, at: string, { key, place, value }: Contribution): void {
    this.#touch(key).more++;
    this.#sql.run`insert into contributions values (${key}, ${at}, ${id}, ${place}, ${toStored(value)})`;
  }

  #remove(id: string, at: string, { key, place }: Contribution): void {
    this.#touch(key).more--;
    this.#sql
      .run`delete from contributions where key = ${key} and at = ${at} and id = ${id} and place = ${place}`;
  }

  #touch(number: number): Touched {
    const known = this.#touched.get(number);
    if (known) return known;
    const stored = this.#sql.get`select view, key, count, sum, part from view_keys where number = ${number}`;
    const touched = { ...(stored as unknown as Omit<Touched, 'more'>), more: 0 };
    this.#touched.set(number, touched);
    return touched;
  }
}

function textIn({ name }: AnyView, value: unknown): string {
  try {
    return textOf(value);
  } catch (cause) {
    throw new Error(`The view ${name} gives a value that cannot be kept`, { cause });
  }
}

const byPlace = (contributions: readonly Contribution[]): ReadonlyMap<string, string> =>
  new Map(contributions.map(({ key, place, value }) => [`${key} ${place}`, value]));

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
