import type { Category } from '../announcement/category.ts';
import type { Field } from '../announcement/field.ts';
import { formOf } from '../announcement/schema.ts';
import type { MapEntry, MapNode, Tree } from './tree.ts';
import { readType } from './type-line.ts';
import { meaningOf, withUnit } from './unit-in-name.ts';
import { withJoined } from './joined.ts';
import { withKept } from './kept.ts';
import { withRecords } from './records.ts';
import { withRemarks } from './remarks.ts';
import { withWindows } from './windows.ts';

/**
 * An announcement with every field under its own name, as its type knows it; as it is where its type is not known. `folder` is
 * the category in whose folder it lies. With
 * it what was kept among 其他事项, since no field asks for it.
 */
export function inOwnNames(
  tree: Tree,
  folder: Category | undefined,
): {
  tree: Tree;
  kept: readonly MapEntry[];
} {
  const spec = tree.kind === 'map' ? readType(tree, () => {}, folder).spec : undefined;
  const named = spec ? withOwnNames(tree, formOf(spec)) : tree;
  if (!spec || named.kind !== 'map') return { tree: named, kept: [] };
  const { map, kept } = meantParts(named, formOf(spec));
  return { tree: map, kept };
}

/**
 * A whole announcement of a form with every field under its own name, every period in its two fields, what belongs into
 * the records of a list in these, remarks behind values in a place of their own, and what no field asks for among 其他事项.
 */
export function asMeant(tree: Tree, form: readonly Field[]): Tree {
  const named = withOwnNames(tree, form);
  if (named.kind !== 'map') return named;
  return meantParts(named, form).map;
}

const meantParts = (named: MapNode, form: readonly Field[]) =>
  withKept(withRemarks(withWindows(withJoined(withRecords(named, form), form), form), form), form);

/**
 * A record with every field under its own name, those inside its lists too: 采购单位 becomes 采购人, and 预算金额（万元）
 * 预算金额, its unit behind the figure. A name that two entries would have stays as it was written, for each could be
 * meant.
 */
function withOwnNames(tree: Tree, form: readonly Field[]): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => withOwnNames(item, form)) };
  if (tree.kind !== 'map' || tree.entries.every((entry) => isPlain(entry, form))) return tree;
  const meant = tree.entries.map((entry) => meaningOf(entry, form));
  const count = Map.groupBy(tree.entries.keys(), (index) => meant[index]?.field);
  return {
    ...tree,
    entries: tree.entries.map((entry, index) => {
      const { field, unit } = meant[index] ?? {};
      if (!field || !isTheOne(entry, field, count.get(field)!, tree.entries)) return entry;
      const value = field.fields ? withOwnNames(entry.value, field.fields) : withUnit(entry.value, unit);
      return { ...entry, key: field.label, value };
    }),
  };
}

/**
 * Whether an entry alone can mean a field. Of several whom one may ask, 项目联系人 and 采购人联系人, the one does whose
 * name comes first.
 */
function isTheOne(
  entry: MapEntry,
  { block, label, alsoCalled }: Field,
  places: readonly number[],
  entries: readonly MapEntry[],
): boolean {
  if (places.length === 1) return true;
  if (block !== 'contact') return false;
  const rankOf = ({ key }: MapEntry): number => [label, ...alsoCalled].indexOf(key);
  return places.every((place) => rankOf(entry) <= rankOf(entries[place]!));
}

/** Whether an entry has the name of a field that has no fields within. */
const isPlain = ({ key }: MapEntry, form: readonly Field[]): boolean =>
  form.some(({ label, fields }) => label === key && !fields);
