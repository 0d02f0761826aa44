import type { SQLTagStore } from 'node:sqlite';
import type { Views } from '../core/edition/questions.ts';
import { Blocks, momentOf, valuesIn, type Line } from './blocks.ts';
import type { AnyView } from './view-keys.ts';
import { fromStored, valueIn } from './encoding.ts';

/** Answers of views from the tables. @param names of the views whose values are kept; to ask another is an error */
export function storedViews(sql: SQLTagStore, names: ReadonlySet<string>): Views {
  const blocks = new Blocks(sql);
  const numbers = new ViewNumbers(sql, names);
  return {
    ...valuesFrom(sql, blocks, numbers),
    ...keysFrom(sql, numbers),
    ...sumsFrom(sql, numbers),
  };
}

/** The numbers of views; that of one of which nothing is kept is of none. */
class ViewNumbers {
  readonly #names: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(sql: SQLTagStore, names: ReadonlySet<string>) {
    this.#names = names;
    this.#numbers = new Map(
      sql.all`select name, number from views`.map(({ name, number }) => [name as string, number as number]),
    );
  }

  of({ name }: AnyView): number {
    if (!this.#names.has(name))
      throw new Error(`The view ${name} is not in the list of views, so its values are not kept`);
    return this.#numbers.get(name) ?? -1;
  }
}

function valuesFrom(
  sql: SQLTagStore,
  blocks: Blocks,
  numbers: ViewNumbers,
): Pick<Views, 'values' | 'newest'> {
  const keyOf = (view: number, key: string): number => {
    const found = sql.get`select number from view_keys where view = ${view} and key = ${key}`;
    return (found?.['number'] as number | undefined) ?? -1;
  };
  const valuesOf = <V>(lines: readonly Line[]): readonly V[] =>
    lines.flatMap((line) => valuesIn(line).map((text) => valueIn<V>(text)));
  return {
    values: <V>(view: AnyView, key: string) => {
      const number = numbers.of(view);
      return valuesOf<V>(blocks.lines(number, keyOf(number, key)));
    },
    newest: <V>(view: AnyView, key: string, count: number) => {
      const number = numbers.of(view);
      const lines = lastOf(blocks.newest(number, keyOf(number, key)), count);
      return valuesOf<V>(newestFirst(lines)).slice(0, count);
    },
  };
}

/** As many of the last lines as have the last `count` values, with all others of the same moments. */
function lastOf(newest: Iterable<readonly Line[]>, count: number): readonly Line[] {
  const blocks: (readonly Line[])[] = [];
  // Of the oldest moment there may be more in the next block.
  let [all, ofOldest, oldest] = [0, 0, ''];
  for (const block of newest) {
    blocks.push(block);
    const moment = momentOf(block[0]!);
    const own = countIn(block.filter((line) => momentOf(line) === moment));
    ofOldest = own + (moment === oldest ? ofOldest : 0);
    [oldest, all] = [moment, all + countIn(block)];
    if (all - ofOldest >= count)
      return blocks
        .reverse()
        .flat()
        .filter((line) => momentOf(line) !== oldest);
  }
  return blocks.reverse().flat();
}

const countIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + valuesIn(line).length, 0);

/** The newest moment first; lines of one moment stay in their order. */
const newestFirst = (lines: readonly Line[]): readonly Line[] =>
  [...Map.groupBy(lines, momentOf).values()].reverse().flat();

function keysFrom(sql: SQLTagStore, numbers: ViewNumbers): Pick<Views, 'keys' | 'counts'> {
  return {
    keys: (view) =>
      inOrder(sql.all`select key from view_keys where view = ${numbers.of(view)}`).map(({ key }) => key),
    counts: (view) =>
      new Map(
        inOrder(sql.all`select key, count from view_keys where view = ${numbers.of(view)}`).map(
          ({ key, count }) => [key, count as number],
        ),
      ),
  };
}

function sumsFrom(sql: SQLTagStore, numbers: ViewNumbers): Pick<Views, 'reduced' | 'reductions' | 'groups'> {
  const sumIn = <R>(sum: unknown): R => valueIn<R>(fromStored(sum));
  return {
    reduced: <R>(view: AnyView, key: string) => {
      const found = sql.get`select sum from view_keys where view = ${numbers.of(view)} and key = ${key}`;
      const sum = found?.['sum'] ?? null;
      return sum === null ? undefined : sumIn<R>(sum);
    },
    reductions: <R>(view: AnyView, group?: string) =>
      inOrder(
        group === undefined
          ? sql.all`select key, sum from view_keys where view = ${numbers.of(view)} and sum is not null`
          : sql.all`select key, sum from view_keys where view = ${numbers.of(view)} and part = ${group}`,
      ).map(({ sum }) => sumIn<R>(sum)),
    groups: (view) =>
      sql.all`select distinct part from view_keys where view = ${numbers.of(view)} and part is not null`
        .map(({ part }) => part as string)
        .sort(),
  };
}

/** By code unit, as a script sorts; SQLite sorts by code point. */
const inOrder = (
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly (Readonly<Record<string, unknown>> & { readonly key: string })[] =>
  (rows as readonly { readonly key: string }[]).toSorted((a, b) => (a.key < b.key ? -1 : 1));
