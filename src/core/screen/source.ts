import type { Field } from '../announcement/field.ts';
import { lengthOf } from '../announcement/line.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Item, PartKind } from './browser/feed.ts';
import type { Collection } from '../edition.ts';

/** Where the words of a row were written. */
interface Source {
  /** The id of the announcement. */
  announcement: string;
  /** Path of English keys into its fields. */
  at: string;
  /** The Chinese term of the field. */
  label: string;
}

/** Where the title or the detail of a row comes from: a correction stands under the title that it corrects. */
export function sourceOf(
  kind: PartKind,
  { id }: Item,
  words: 'title' | 'detail',
  collection: Collection,
): Source {
  if (words === 'title') {
    const about =
      kind === 'corrections' ? collection.alterations().find(({ by }) => by === id)?.about : undefined;
    return { announcement: about ?? id, at: 'title', label: '标题' };
  }
  return { announcement: id, ...fieldOf(kind, collection.effective(id).announcement) };
}

function fieldOf(kind: PartKind, announcement: Announcement): Omit<Source, 'announcement'> {
  const values = announcement as unknown as Readonly<Record<string, unknown>>;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const isSource = ({ key, role }: Field): boolean =>
    kind === 'corrections' ? key === 'reason' : role === (kind === 'openings' ? 'opening-place' : 'winner');
  const whole = form.find((field) => isSource(field) && values[field.key] !== undefined);
  if (whole) return { at: whole.key, label: whole.label };
  const list = form.find(({ key, fields }) => values[key] !== undefined && fields?.some(isSource))!;
  const { key, label } = list.fields!.find(isSource)!;
  const lengths = (values[list.key] as readonly Readonly<Record<string, string | undefined>>[]).map(
    (record) => lengthOf(record[key] ?? ''),
  );
  return { at: `${list.key}.${lengths.indexOf(Math.max(...lengths))}.${key}`, label };
}
