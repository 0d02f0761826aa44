import type { Instant } from '../../announcement/instant.ts';
import { cellsOf, type Cells } from './cells.ts';
import type { Item, PartKind } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, widthOf } from './lines.ts';

/** Box, inner and outer space of a mark before a title, in em. */
const MARK_EM = 1;

/** Between pieces of a line, in em. */
const PIECE_GAP_EM = 0.6;

/** Height of the row of an item, on data made at `generated`. Never less than it takes on the glass. */
export function rowHeight(kind: PartKind, item: Item, generated: Instant, layout: Layout): number {
  const { bodyLine, rowPad, rowRule } = layout;
  return rowLines(cellsOf(kind, item, generated), layout) * bodyLine + 2 * rowPad + rowRule;
}

function rowLines(cells: Cells, { arrangement, titleEm, typeEm }: Layout): number {
  const { year, date, time, label, what, where } = cells;
  const about = aboutLines(cells, titleEm);
  if (arrangement === 'wide') {
    return Math.max(year ? 3 : 2, linesOf(what, typeEm) + (where ? linesOf(where, typeEm) : 0), about);
  }
  const lines = inlineLines([what, where], titleEm) + about;
  if (arrangement === 'narrow') return Math.max(year ? 3 : 2, lines);
  return inlineLines([year + date, time, label], titleEm) + lines;
}

/** Lines of the title and of what is told of it below. */
function aboutLines({ mark, title, details, changes }: Cells, titleEm: number): number {
  const indent = mark === '' ? 0 : widthOf(mark) + MARK_EM;
  return changes.reduce(
    (sum, { label, was, now }) => sum + inlineLines([label, was, now], titleEm),
    linesOf(title, titleEm, indent) + (details.length === 0 ? 0 : inlineLines(details, titleEm)),
  );
}

/** Lines of pieces set beside each other, each moved to the next line as a whole where it has no room. */
function inlineLines(pieces: readonly string[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of pieces.filter(Boolean)) {
    const wide = widthOf(piece);
    if (used > 0 && used + PIECE_GAP_EM + wide > width) {
      lines += 1;
      used = 0;
    }
    lines += linesOf(piece, width) - 1;
    used += (used > 0 ? PIECE_GAP_EM : 0) + wide;
  }
  return lines;
}
