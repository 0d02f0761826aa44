import type { Field } from './field.ts';
import { isLegacy } from './legacy.ts';
import { formOf, typeOf, typesNamed, type Announcement } from './schema.ts';
import type { TypeSpec } from './type.ts';

/**
 * The types that the words of an old site can mean by which an announcement of it is kept: one, several where platforms
 * call several so, none where they say nothing that is known here, or where it is no 存量公告.
 */
export const formerTypesOf = (announcement: Announcement): readonly TypeSpec[] =>
  isLegacy(announcement) && 'formerType' in announcement
    ? typesNamed(announcement.category, announcement.formerType)
    : [];

/** The type of an announcement; of an old one its former type, where the words of the old site mean just one. */
export function typeIn(announcement: Announcement): TypeSpec {
  const [only, ...others] = formerTypesOf(announcement);
  return only && others.length === 0 ? only : typeOf(announcement.category, announcement.type);
}

/** What lists call an announcement: by the term of its type, or by the words of its old site, marked as that. */
export const typeTermOf = (announcement: Announcement): string =>
  isLegacy(announcement) && 'formerType' in announcement
    ? `${announcement.formerType}（存量）`
    : typeOf(announcement.category, announcement.type).term;

/**
 * The fields of an announcement that are what they are for: its whole form. 存量公告 may state any field of the category,
 * and a deadline that a notice of candidates recalls is none; of those it is the fields that its old type has, where
 * that is known.
 */
export function formInUse(announcement: Announcement): readonly Field[] {
  const form = formOf(typeOf(announcement.category, announcement.type));
  const former = formerTypesOf(announcement);
  return former.length === 0 ? form : formOfOnes(form, former);
}

const kept = new Map<string, readonly Field[]>();

/** The fields of a form that any of some types has, found once for them: an archive asks for each of its announcements. */
function formOfOnes(form: readonly Field[], former: readonly TypeSpec[]): readonly Field[] {
  const name = former.map(({ category, id }) => `${category} ${id}`).join(', ');
  const known = kept.get(name);
  if (known) return known;
  const keys = new Set(former.flatMap(formOf).map(({ key }) => key));
  const fields = form.filter(({ key }) => keys.has(key));
  kept.set(name, fields);
  return fields;
}

/**
 * Whether an announcement of a type may name an earlier one as what it follows. One of an old site may stand anywhere in
 * the life of a matter, and what its old type could not precede does not follow it.
 */
export function canFollow(spec: TypeSpec, earlier: Announcement): boolean {
  if (earlier.category !== spec.category) return false;
  if (isLegacy({ type: spec.id })) return true;
  if (!isLegacy(earlier)) return spec.follows.includes(earlier.type);
  const former = formerTypesOf(earlier);
  return former.length === 0 || former.some(({ id }) => spec.follows.includes(id));
}
