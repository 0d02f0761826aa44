import type { Item } from './feed.ts';
import { linesOf, widthOf } from './lines.ts';

/** A place where a line may end, without a sign of its own. */
export const BREAK = '\u200B';
/** And one where it may not. */
export const JOIN = '\u2060';

type Named = Pick<Item, 'title' | 'short' | 'breaks'>;

/** What an announcement is called on a board. */
export const nameOf = ({ title, short }: Named): string => short ?? title;

/** The pieces of a name, at whose ends alone its lines end. Data of an earlier version has them as one. */
function piecesOf(item: Named): readonly string[] {
  const name = nameOf(item);
  const ends = [0, ...(item.breaks ?? []).filter((place) => place > 0 && place < name.length), name.length];
  return ends.slice(1).map((end, index) => name.slice(ends[index], end));
}

/** A name as the glass has it: the style sheet lets its lines end at the breaks alone, and no code ends at a hyphen. */
export const setName = (item: Named): string =>
  piecesOf(item)
    .join(BREAK)
    .replace(/([A-Za-z\d]-)(?=[A-Za-z\d])/gu, `$1${JOIN}`);

/** How many lines of `em` a name takes at most; `indent` em of the first are taken already, and `tail` em follow it. */
export function nameLines(item: Named, em: number, indent = 0, tail: readonly string[] = []): number {
  let lines = 1;
  let used = indent;
  for (const piece of [...piecesOf(item), ...tail.map((words) => ` ${words}`)]) {
    const wide = widthOf(piece);
    if (used > 0 && used + wide > em) {
      lines += 1;
      used = 0;
    }
    if (wide <= em) used += wide;
    else {
      // Longer than a whole line: it is broken anywhere.
      const own = linesOf(piece, em);
      lines += own - 1;
      used = Math.min(em, wide - (own - 1) * (em - 1));
    }
  }
  return lines;
}
