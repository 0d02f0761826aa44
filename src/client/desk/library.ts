/*
 * What the core uses of the language's library and a browser of 2022 lacks. The rest of such names are lowered by the
 * bundler, or are not reached by the desk's page; tests/desk/page.test.ts looks for them in what is made.
 */
interface Lacking {
  groupBy?: unknown;
}

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    index += 1;
  }
  return groups;
}

const define = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
};

define(Map as Lacking, 'groupBy', groupBy);
define(Array.prototype, 'toSorted', function <T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare);
});
define(Array.prototype, 'toReversed', function <T>(this: readonly T[]): T[] {
  return [...this].reverse();
});
define(Array.prototype, 'with', function <T>(this: readonly T[], index: number, value: T): T[] {
  const copy = [...this];
  copy[index] = value;
  return copy;
});

define(Array.prototype, 'toSpliced', function <
  T,
>(this: readonly T[], at: number, gone: number, ...come: readonly T[]): T[] {
  const copy = [...this];
  copy.splice(at, gone, ...come);
  return copy;
});

export {};
