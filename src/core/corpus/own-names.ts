import { fieldNamed, type Field } from '../announcement/field.ts';
import { formOf } from '../announcement/schema.ts';
import type { MapEntry, Tree } from './tree.ts';
import { readType } from './type-line.ts';
import { withRecords } from './records.ts';
import { withRemarks } from './remarks.ts';
import { withWindows } from './windows.ts';

/** An announcement with every field under its own name, as its type knows it; as it is where its type is not known. */
export function inOwnNames(tree: Tree): Tree {
  const spec = tree.kind === 'map' ? readType(tree, () => {}).spec : undefined;
  return spec ? asMeant(tree, formOf(spec)) : tree;
}

/**
 * A whole announcement of a form with every field under its own name, every period in its two fields, what belongs into
 * the records of a list in these, and remarks behind values in a place of their own.
 */
export function asMeant(tree: Tree, form: readonly Field[]): Tree {
  const named = withOwnNames(tree, form);
  if (named.kind !== 'map') return named;
  return withRemarks(withWindows(withRecords(named, form), form), form);
}

/**
 * A record with every field under its own name, those inside its lists too: 采购单位 becomes 采购人, and 预算金额（万元）
 * 预算金额, its unit behind the figure. A name that two entries would have stays as it was written, for each could be
 * meant.
 */
function withOwnNames(tree: Tree, form: readonly Field[]): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => withOwnNames(item, form)) };
  if (tree.kind !== 'map' || tree.entries.every((entry) => isPlain(entry, form))) return tree;
  const meant = tree.entries.map((entry) => meaningOf(entry, form));
  const count = Map.groupBy(meant, (one) => one?.field);
  return {
    ...tree,
    entries: tree.entries.map((entry, index) => {
      const { field, unit } = meant[index] ?? {};
      if (!field || count.get(field)!.length > 1) return entry;
      const value = field.fields ? withOwnNames(entry.value, field.fields) : withUnit(entry.value, unit);
      return { ...entry, key: field.label, value };
    }),
  };
}

/** Whether an entry has the name of a field that has no fields within. */
const isPlain = ({ key }: MapEntry, form: readonly Field[]): boolean =>
  form.some(({ label, fields }) => label === key && !fields);

/** A name with the unit of its figure behind it, as tables have it. */
const WITH_UNIT =
  /^(.+?)[（(](元|万元|亿元|平方米|㎡|亩|公顷|平方公里|%|％|年|个月|月|日历天|天|日|个工作日)[）)]$/u;

/** A figure that says no unit itself. */
const FIGURE = /^[¥￥]?[-−]?\d[\d,，.]*$/u;

function meaningOf(
  { key, value }: MapEntry,
  form: readonly Field[],
): { field: Field; unit?: string } | undefined {
  const field = fieldNamed(form, key);
  if (field) return { field };
  const named = unitInName(key, form);
  if (!named || value.kind !== 'text') return undefined;
  const { unit, ...meant } = named;
  const text = value.text.trim();
  // Under another unit than its own, a figure could mean either.
  if (FIGURE.test(text)) return { ...meant, unit: unit.replace('％', '%') };
  const isSame = text.endsWith(unit) && FIGURE.test(text.slice(0, -unit.length).trim());
  return isSame ? meant : undefined;
}

/** The field and the unit that a name like 预算金额（万元） means. */
export function unitInName(key: string, form: readonly Field[]): { field: Field; unit: string } | undefined {
  const [, name, unit] = WITH_UNIT.exec(key) ?? [];
  const field = name === undefined ? undefined : fieldNamed(form, name);
  return field && { field, unit: unit! };
}

const withUnit = (value: Tree, unit = ''): Tree =>
  value.kind === 'text' && unit !== '' ? { ...value, text: `${value.text.trim()}${unit}` } : value;
