import { isObject, type Json } from './json.ts';
import type { MergeRules } from './merge-rules.ts';

/** What every release says of itself. */
export type Release = Json & {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
};

type Growing = Record<string, unknown>;

/** Takes a value into a merged release: it is new there, or stands in the place of another. */
type Write = (into: Growing, key: string, value: unknown) => void;

/** The releases of one procedure as they are merged: by date, and those of one moment in the order in which they came. */
export const inOrder = (releases: readonly Release[]): readonly Release[] =>
  releases.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));

/** The latest value of everything: null takes away, a list of objects joins by `id`, any other list is one value. */
export function compiledRelease(releases: readonly Release[], rules: MergeRules): Release {
  const sorted = inOrder(releases);
  const { ocid, date } = sorted.at(-1)!;
  const merged: Growing = {};
  for (const release of sorted) mergeObject(merged, release, '', rules, latest);
  return { ...merged, ocid, id: `${ocid}-${date}`, date, tag: ['compiled'] };
}

/** What a compiled release has so far, for who builds the next one. */
export const mergedInto = (before: Json, release: Release, rules: MergeRules): Json => {
  const merged = structuredClone(before) as Growing;
  mergeObject(merged, release, '', rules, latest);
  return merged;
};

const latest: Write = (into, key, value) => {
  if (value === null) Reflect.deleteProperty(into, key);
  else into[key] = value;
};

/** Every value that anything ever had, with the release that brought it. */
export function versionedRelease(releases: readonly Release[], rules: MergeRules): Json {
  const sorted = inOrder(releases);
  const { ocid } = sorted.at(-1)!;
  const merged: Growing = {};
  for (const { ocid: _, ...release } of sorted) mergeObject(merged, release, '', rules, versionBy(release));
  return { ocid, ...merged };
}

/** Adds a version where the value is another than the last one. */
const versionBy =
  ({ id, date, tag }: Json): Write =>
  (into, key, value) => {
    const versions = (into[key] ?? []) as readonly Json[];
    if (versions.length > 0 && isSame(versions.at(-1)!['value'], value)) return;
    into[key] = [...versions, { releaseID: id, releaseDate: date, releaseTag: tag, value }];
  };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function mergeObject(into: Growing, from: Json, path: string, rules: MergeRules, write: Write): void {
  for (const [key, value] of Object.entries(from)) {
    const here = path === '' ? key : `${path}/${key}`;
    const rule = rules.get(here);
    if (rule === 'omit' || (rule !== 'whole' && isEmpty(value))) continue;
    if (isObject(value)) mergeObject(held(into, key, {}) as Growing, value, here, rules, write);
    else if (rule !== 'whole' && Array.isArray(value) && value.every(isObject))
      mergeList(held(into, key, []) as Growing[], value, here, rules, write);
    else write(into, key, value);
  }
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const held = (into: Growing, key: string, otherwise: unknown): unknown => (into[key] ??= otherwise);

/** Joins by `id`, of which 1 and "1" are two; what has none is added each time. An `id` has no versions of its own. */
function mergeList(
  into: Growing[],
  from: readonly Json[],
  path: string,
  rules: MergeRules,
  write: Write,
): void {
  for (const { id, ...rest } of from) {
    const same = id === undefined ? undefined : into.find((one) => one['id'] === id);
    const target = same ?? (id === undefined ? {} : { id });
    if (!same) into.push(target);
    mergeObject(target, rest, path, rules, write);
  }
}
