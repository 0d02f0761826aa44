import type { Field } from '../announcement/field.ts';
import type { Span } from '../diagnostic.ts';
import type { MapEntry, MapNode, Tree } from './tree.ts';

/** The place of a value by its path of English keys, `corrections.0.from`; the nearest existing ancestor's if absent. */
export function placeOf(tree: Tree, path: readonly (string | number)[], fields: readonly Field[]): Span {
  const [step, ...rest] = path;
  if (step === undefined) return tree.span;
  if (tree.kind === 'list') {
    const item = tree.items[Number(step)];
    return item ? placeOf(item, rest, fields) : tree.span;
  }
  if (tree.kind !== 'map') return tree.span;
  // A list of one may be written without its dash.
  if (/^\d+$/u.test(String(step))) return placeOf(tree, rest, fields);
  const field = fields.find((candidate) => candidate.key === step);
  const entry = field && entryOf(tree, field.label);
  if (!entry) return tree.entries[0]?.keySpan ?? tree.span;
  return rest.length === 0 ? valueSpan(entry) : placeOf(entry.value, rest, field.fields ?? []);
}

/** What a record says under a label. */
export const entryOf = (map: MapNode, label: string): MapEntry | undefined =>
  map.entries.find((entry) => entry.key === label);

/** A list or record is pointed at by its name: its own text spans many lines. */
export const valueSpan = (entry: MapEntry): Span =>
  entry.value.kind === 'text' && entry.value.text !== '' ? entry.value.span : entry.keySpan;

/** Where each setting of a record stands, by its path of English keys. */
export const placesOf = (
  tree: Tree,
  fields: readonly Field[],
  record: object,
): Readonly<Record<string, Span>> =>
  Object.fromEntries(pathsOf(fields, record).map((path) => [path.join('.'), placeOf(tree, path, fields)]));

/** The path of every setting that a record has or could have. */
const pathsOf = (fields: readonly Field[], value: object): readonly (string | number)[][] =>
  fields.flatMap(({ key, fields: inner }) => {
    const records: unknown = inner && (value as Readonly<Record<string, unknown>>)[key];
    const within = Array.isArray(records)
      ? records.flatMap((record: object, index) =>
          pathsOf(inner!, record).map((path) => [key, index, ...path]),
        )
      : [];
    return [[key], ...within];
  });
