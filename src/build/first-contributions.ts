import type { SQLTagStore } from 'node:sqlite';
import { Blocks, lineOf, placeOf, valuesIn, type Line, type LinePlace } from './blocks.ts';
import { toStored, valueIn } from './encoding.ts';
import { textIn, ViewKeys, type AnyView, type Mapped } from './view-keys.ts';

/**
 * What announcements contribute to views under which nothing stands yet, part by part. Of a part no key is summed up:
 * that would read each long key again with every part.
 */
export class FirstContributions {
  readonly #sql: SQLTagStore;
  readonly #keys: ViewKeys;
  readonly #blocks: Blocks;
  /** Lines of a part, by the numbers of views and keys. */
  readonly #lines = new Map<number, Map<number, Map<LinePlace, Line>>>();

  constructor(sql: SQLTagStore, views: readonly AnyView[]) {
    this.#sql = sql;
    this.#keys = new ViewKeys(sql, views);
    this.#blocks = new Blocks(sql);
  }

  /** Takes what an announcement contributes. @returns the numbers of the keys that it stands under */
  put(id: string, at: string, mapped: Mapped): readonly number[] {
    const place = placeOf(at, id);
    return this.#keys.mapped(mapped).map(({ view, key, values }) => {
      const lines = this.#lines.getOrInsertComputed(view, () => new Map());
      lines.getOrInsertComputed(key, () => new Map()).set(place, lineOf(place, values));
      return key;
    });
  }

  /** Writes down what was taken. */
  write(): void {
    for (const [view, keys] of this.#lines) {
      this.#blocks.learn(
        view,
        [...keys.values()].flatMap((lines) => [...lines.values()]),
      );
      for (const [key, lines] of keys) {
        this.#blocks.write(view, key, lines);
        const more = lines.values().reduce((sum, line) => sum + valuesIn(line).length, 0);
        this.#sql.run`update view_keys set count = count + ${more} where number = ${key}`;
      }
    }
    this.#lines.clear();
  }

  /** Sums up every key, when all is written down. */
  sumUp(): void {
    for (const view of this.#keys.views) if (view.reduce) this.#sumUpView(view);
  }

  #sumUpView(view: AnyView): void {
    const number = this.#keys.numberOf(view);
    for (const row of this.#sql.all`select number, key from view_keys where view = ${number}`) {
      const key = row['number'] as number;
      const lines = this.#blocks.lines(number, key);
      const values = lines.flatMap((line) => valuesIn(line).map(valueIn));
      const sum = view.reduce!(values, row['key'] as string);
      if (!sum) continue;
      this.#sql
        .run`update view_keys set sum = ${toStored(textIn(view, sum.value))}, part = ${sum.group ?? null} where number = ${key}`;
    }
  }
}
