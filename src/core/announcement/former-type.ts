import { isLegacy } from './legacy.ts';
import { typesNamed, type Announcement } from './schema.ts';
import type { TypeSpec } from './type.ts';

/**
 * The types that the words of an old site can mean by which an announcement of it is kept: one, several where platforms
 * call several so, none where they say nothing that is known here, or where it is no 存量公告.
 */
const formerTypesOf = (announcement: Announcement): readonly TypeSpec[] =>
  isLegacy(announcement) && 'formerType' in announcement
    ? typesNamed(announcement.category, announcement.formerType)
    : [];

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
