import type { SQLTagStore } from 'node:sqlite';
import type { Views } from '../core/edition/questions.ts';
import type { AnyView } from './contributions.ts';
import { fromStored, valueIn } from './encoding.ts';

/**
 * Answers of views: the values of a key lie side by side in the order in which they are asked for.
 * @param names of the views that are kept; to ask another is an error
 */
export const storedViews = (sql: SQLTagStore, names: ReadonlySet<string>): Views => {
  const nameOf: NameOf = ({ name }) => {
    if (names.has(name)) return name;
    throw new Error(`The view ${name} is not in the list of views, so its values are not kept`);
  };
  return { ...valuesIn(sql, nameOf), ...keysIn(sql, nameOf), ...sumsIn(sql, nameOf) };
};

/** The name under which a view is kept. */
type NameOf = (view: AnyView) => string;

function valuesIn(sql: SQLTagStore, nameOf: NameOf): Pick<Views, 'values' | 'newest'> {
  const numberOf = (view: AnyView, key: string): number => numberIn(sql, nameOf(view), key);
  return {
    values: <V>(view: AnyView, key: string) =>
      sql.all`select value from contributions where key = ${numberOf(view, key)} order by at, id, place`.map(
        ({ value }) => valueIn<V>(fromStored(value)),
      ),
    newest: <V>(view: AnyView, key: string, count: number) =>
      sql.all`select value from contributions where key = ${numberOf(view, key)} order by at desc, id, place limit ${Number.isFinite(count) ? count : -1}`.map(
        ({ value }) => valueIn<V>(fromStored(value)),
      ),
  };
}

const keysIn = (sql: SQLTagStore, nameOf: NameOf): Pick<Views, 'keys' | 'counts'> => ({
  keys: (view) =>
    inOrder(sql.all`select key from view_keys where view = ${nameOf(view)}`).map(({ key }) => key),
  counts: (view) =>
    new Map(
      inOrder(sql.all`select key, count from view_keys where view = ${nameOf(view)}`).map(
        ({ key, count }) => [key, count as number],
      ),
    ),
});

const sumsIn = (sql: SQLTagStore, nameOf: NameOf): Pick<Views, 'reduced' | 'reductions' | 'groups'> => ({
  reduced: <R>(view: AnyView, key: string) => {
    const number = numberIn(sql, nameOf(view), key);
    const sum = sql.get`select sum from view_keys where number = ${number}`?.['sum'];
    return typeof sum === 'string' ? valueIn<R>(sum) : undefined;
  },
  reductions: <R>(view: AnyView, group?: string) =>
    inOrder(
      group === undefined
        ? sql.all`select key, sum from view_keys where view = ${nameOf(view)} and sum is not null`
        : sql.all`select key, sum from view_keys where view = ${nameOf(view)} and part = ${group}`,
    ).map(({ sum }) => valueIn<R>(sum as string)),
  groups: (view) =>
    sql.all`select distinct part from view_keys where view = ${nameOf(view)} and part is not null`
      .map(({ part }) => part as string)
      .sort(),
});

/** The number of a key of a view; none of which there is no key. */
const numberIn = (sql: SQLTagStore, view: string, key: string): number =>
  (sql.get`select number from view_keys where view = ${view} and key = ${key}`?.['number'] as
    number | undefined) ?? -1;

/** By code unit, as a script sorts; SQLite sorts by code point. */
const inOrder = (
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly (Readonly<Record<string, unknown>> & { readonly key: string })[] =>
  (rows as readonly { readonly key: string }[]).toSorted((a, b) => (a.key < b.key ? -1 : 1));
