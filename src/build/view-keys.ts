import type { SQLTagStore } from 'node:sqlite';
import type { View } from '../core/edition.ts';
import { textOf } from './encoding.ts';

export type AnyView = View<unknown, unknown>;

/** What a view gives of an announcement. */
export type Mapped = (view: AnyView) => Iterable<readonly [key: string, value: unknown]>;

/** What an announcement has under one key of a view, by their numbers. */
interface UnderKey {
  readonly view: number;
  readonly key: number;
  /** As `textIn` writes them. */
  readonly values: readonly string[];
}

/** The numbers of views and of their keys; what has none gets one. */
export class ViewKeys {
  readonly views: readonly AnyView[];
  readonly #sql: SQLTagStore;
  readonly #numbers = new Map<string, number>();
  /** Of keys, by the number of the view. */
  readonly #keys = new Map<number, Map<string, number>>();

  constructor(sql: SQLTagStore, views: readonly AnyView[]) {
    this.#sql = sql;
    this.views = views;
  }

  numberOf(view: AnyView): number {
    const { name } = view;
    const known =
      this.#numbers.get(name) ??
      this.#sql.get`select number from views where name = ${name}`?.['number'] ??
      this.#sql.get`insert into views (name) values (${name}) returning number`!['number'];
    this.#numbers.set(name, known as number);
    return known as number;
  }

  /** What the views give of an announcement, each key once. */
  mapped(mapped: Mapped): readonly UnderKey[] {
    const texts = new Map<unknown, string>();
    return this.views.flatMap((view) => {
      const number = this.numberOf(view);
      const byKey = Map.groupBy(mapped(view), ([name]) => name);
      return Array.from(byKey, ([name, pairs]) => {
        const values = pairs.map(([, value]) => {
          const text = texts.get(value) ?? textIn(view, value);
          texts.set(value, text);
          return text;
        });
        return { view: number, key: this.#keyOf(number, name), values };
      });
    });
  }

  #keyOf(view: number, key: string): number {
    const keys = this.#keys.getOrInsertComputed(view, () => new Map<string, number>());
    const known =
      keys.get(key) ??
      this.#sql.get`select number from view_keys where view = ${view} and key = ${key}`?.['number'] ??
      this.#sql.get`insert into view_keys (view, key, count) values (${view}, ${key}, 0) returning number`![
        'number'
      ];
    keys.set(key, known as number);
    return known as number;
  }
}

/** A value of a view as it is kept. @throws when it cannot be */
export function textIn({ name }: AnyView, value: unknown): string {
  try {
    return textOf(value);
  } catch (cause) {
    throw new Error(`The view ${name} gives a value that cannot be kept`, { cause });
  }
}
