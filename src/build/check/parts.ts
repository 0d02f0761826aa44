import type { Ground } from './ground.ts';
import { namesNow } from './named-now.ts';

/** Whole matters, in parts of about so many files as are checked at once. */
export function partsOf(ground: Ground, files: ReadonlySet<string>): readonly ReadonlySet<string>[] {
  const { most = Infinity } = ground.order;
  if (files.size <= most) return [files];
  nameAll(ground, files, most);
  const { announcements, names } = ground.tables;
  const last = checkedLast(ground);
  const placed = new Set(last);
  const parts = [new Set<string>()];
  // What is published together is mostly kept together.
  for (const file of announcements.inOrder(files)) {
    if (placed.has(file)) continue;
    if (parts.at(-1)!.size >= most) parts.push(new Set());
    for (const other of names.together([file], new Map())) {
      placed.add(other);
      parts.at(-1)!.add(other);
    }
  }
  return last.size > 0 ? [...parts, last] : parts;
}

/** A file that has another name by now is known by what is in it: all new ones are held against all that are gone. */
const checkedLast = ({ tables: { names, past }, ids }: Ground): ReadonlySet<string> =>
  names.together(past.gone(ids).length > 0 ? past.unpublished() : [], new Map());

/** Takes down by what names files are known, reading so many at once. */
function nameAll(ground: Ground, files: ReadonlySet<string>, most: number): void {
  const all = [...files];
  for (let index = 0; index < all.length; index += most) {
    const some = all.slice(index, index + most);
    for (const [file, known] of namesNow(ground, new Set(some)))
      ground.tables.names.put(file, { ...known, questions: [] });
    ground.order.named?.(some.length, all.length);
  }
}
