/** A piece of OCDS as it is written; keys in the order in which they stand in the file. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the keys that have no value: OCDS says nothing of what is not known. */
export const filled = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => !isNothing(value)));

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** Objects under a key that is a list of them; none where it is not there. */
export const listIn = (object: unknown, ...path: readonly string[]): readonly Json[] => {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), object);
  return Array.isArray(found) ? found.filter(isObject) : [];
};

/** Several statements of one release in one: objects join, lists follow each other, of one id as one; the last value counts. */
export const joined = (parts: readonly Json[]): Json =>
  parts.reduce<Json>((before, part) => join(before, part) as Json, {});

function join(a: unknown, b: unknown): unknown {
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(keys.map((key) => [key, key in b ? join(a[key], b[key]) : a[key]]));
  }
  return Array.isArray(a) && Array.isArray(b) ? joinLists(a, b) : b;
}

function joinLists(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const idOf = (one: unknown): unknown => (isObject(one) ? one['id'] : undefined);
  return b.reduce<readonly unknown[]>((list, one) => {
    const at = idOf(one) === undefined ? -1 : list.findIndex((other) => idOf(other) === idOf(one));
    return at < 0 ? [...list, one] : list.with(at, join(list[at], one));
  }, a);
}
