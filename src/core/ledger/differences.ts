import type { Field } from '../announcement/field.ts';
import type { Kind } from '../announcement/kind.ts';
import { canonical, type AnnouncementRecord, type Plain } from './record.ts';

/** One place where a field says another thing than before. */
export interface Difference {
  /** Path of English keys, `corrections.0.to`; that of the list where an item of it is gone. */
  path: string;
  /** What a clerk calls the place: `“更正内容”第 1 项的“新”`. */
  name: string;
  /** As a reader sees it; absent where there was, or is, nothing. */
  was: string | undefined;
  is: string | undefined;
}

/** The first difference in each of the fields, in the order of the form. */
export const fieldDifferences = (
  form: readonly Field[],
  was: AnnouncementRecord['fields'],
  is: AnnouncementRecord['fields'],
): readonly Difference[] =>
  form.flatMap(
    (field) =>
      inField(field, { path: field.key, name: `“${field.label}”` }, was[field.key], is[field.key]) ?? [],
  );

type Place = Pick<Difference, 'path' | 'name'>;
type Value = Plain | undefined;

function inField(field: Field, place: Place, was: Value, is: Value): Difference | undefined {
  if (isSame(was, is)) return undefined;
  if (!Array.isArray(was) || !Array.isArray(is))
    return { ...place, was: shown(field, was), is: shown(field, is) };
  const index = Array.from({ length: Math.max(was.length, is.length) }, (_, i) => i).find(
    (i) => !isSame(was[i], is[i]),
  )!;
  return inItem(field, place, index, was[index] as Value, is[index] as Value);
}

function inItem(field: Field, list: Place, index: number, was: Value, is: Value): Difference {
  const path = is === undefined ? list.path : `${list.path}.${index}`;
  const place = { path, name: `${list.name}第 ${index + 1} 项` };
  const inner = (field.fields ?? []).flatMap((one) => {
    const [before, after] = [was, is].map(
      (item) => (item as Readonly<Record<string, Plain>> | undefined)?.[one.key],
    );
    const at = { path: `${path}.${one.key}`, name: `${place.name}的“${one.label}”` };
    return was === undefined || is === undefined ? [] : (inField(one, at, before, after) ?? []);
  });
  return inner[0] ?? { ...place, was: shownItem(field, was), is: shownItem(field, is) };
}

const isSame = (a: Value, b: Value): boolean => a === b || canonical(a ?? null) === canonical(b ?? null);

function shown(field: Field, value: Value): string | undefined {
  if (Array.isArray(value)) return value.map((item: Plain) => shownItem(field, item)).join('；');
  return value === undefined ? undefined : printed(field.kind, value);
}

function shownItem({ item, fields }: Field, value: Value): string | undefined {
  if (value === undefined) return undefined;
  if (!fields) return printed(item, value);
  const record = value as Readonly<Record<string, Plain>>;
  return fields.flatMap((field) => shown(field, record[field.key]) ?? []).join('，');
}

/** A value that this version cannot print, since its kind has changed, is shown as it was kept. */
function printed(kind: Kind<unknown> | undefined, value: Plain): string {
  try {
    return kind?.print(value) ?? String(value);
  } catch {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** The first line in which two bodies differ, counted from 0; absent where there was, or is, no such line. */
export function bodyDifference(
  was: string,
  is: string,
): { line: number; was?: string; is?: string } | undefined {
  const [before, after] = [was.split('\n'), is.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  if (line < 0)
    return after.length > before.length ? { line: before.length, is: after[before.length]! } : undefined;
  const present = after[line];
  return { line, was: before[line]!, ...(present !== undefined && { is: present }) };
}
