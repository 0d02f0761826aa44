import type { Edition, View, Views } from './questions.ts';

/** An announcement by the moment of its publication. */
interface Placed {
  readonly id: string;
  readonly publishedAt: string;
}

/** Sorts what announcements contribute as `Views` gives it. */
export const byOldest = (a: Placed, b: Placed): number =>
  a.publishedAt < b.publishedAt
    ? -1
    : a.publishedAt > b.publishedAt
      ? 1
      : a.id < b.id
        ? -1
        : a.id > b.id
          ? 1
          : 0;

/** Views of announcements that are all in memory: each is made whole on the first question. */
export function viewsInMemory(edition: () => Edition, announcements: () => readonly Placed[]): Views {
  const made = new Map<string, Made>();
  const of = (view: View<unknown, unknown>): Made => {
    const known = made.get(view.name) ?? makeView(view, edition(), announcements());
    if (known.view !== view) throw new Error(`Two views are named ${view.name}`);
    made.set(view.name, known);
    return known;
  };
  const valuesOf = <V>(view: View<V, unknown>, key: string): readonly Contribution<V>[] =>
    (of(view).byKey.get(key) ?? []) as readonly Contribution<V>[];
  return {
    values: (view, key) => valuesOf(view, key).map(({ value }) => value),
    newest: (view, key, count) => newestFirst(valuesOf(view, key), count).map(({ value }) => value),
    keys: (view) => [...of(view).byKey.keys()],
    counts: (view) => new Map([...of(view).byKey].map(([key, values]) => [key, values.length])),
    reduced: <R>(view: View<unknown, R>, key: string) => of(view).sums.get(key)?.value as R | undefined,
    reductions: <R>(view: View<unknown, R>, group?: string) =>
      [...of(view).sums.values()]
        .filter((sum) => group === undefined || sum.group === group)
        .map(({ value }) => value as R),
    groups: (view) =>
      [
        ...new Set([...of(view).sums.values()].flatMap(({ group }) => (group === undefined ? [] : [group]))),
      ].sort(),
  };
}

/** The last `count` of what is sorted by `byOldest`, the newest first; of one moment the smaller id first. */
function newestFirst<V>(values: readonly Contribution<V>[], count: number): readonly Contribution<V>[] {
  const last = values.at(-count);
  const from = last ? values.findIndex(({ publishedAt }) => publishedAt === last.publishedAt) : 0;
  const isNewer = (a: Placed, b: Placed): number => (a.publishedAt === b.publishedAt ? 0 : -byOldest(a, b));
  return values.slice(from).toSorted(isNewer).slice(0, count);
}

type Sum = NonNullable<ReturnType<NonNullable<View<unknown, unknown>['reduce']>>>;

interface Contribution<V> extends Placed {
  readonly value: V;
}

interface Made {
  readonly view: View<unknown, unknown>;
  readonly byKey: ReadonlyMap<string, readonly Contribution<unknown>[]>;
  readonly sums: ReadonlyMap<string, Sum>;
}

function makeView(view: View<unknown, unknown>, edition: Edition, announcements: readonly Placed[]): Made {
  const contributions = announcements
    .toSorted(byOldest)
    .flatMap(({ id, publishedAt }) =>
      Array.from(view.map(edition, id), ([key, value]) => ({ key, id, publishedAt, value })),
    );
  const byKey = new Map(
    [...Map.groupBy(contributions, ({ key }) => key)].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { view, byKey, sums: sumsOf(view, byKey) };
}

const sumsOf = (view: View<unknown, unknown>, byKey: Made['byKey']): Made['sums'] =>
  new Map(
    [...byKey].flatMap(([key, contributions]) => {
      const sum = view.reduce?.(
        contributions.map(({ value }) => value),
        key,
      );
      return sum ? [[key, sum] as const] : [];
    }),
  );
