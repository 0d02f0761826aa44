import type { Instant } from '../../announcement/instant.ts';
import { rowCells } from './row-cells.ts';
import { columnsOf, isGrouped } from './columns.ts';
import type { Item, PartKind } from './feed.ts';
import type { Layout } from './layout.ts';
import { linesOf, widthOf } from './lines.ts';
import { nameLines } from './name.ts';
import { belowEm, openingCells } from './opening-cells.ts';
import type { Opening } from './openings.ts';

/** Box, inner and outer space of a mark before a name, in em. */
const MARK_EM = 1;

/** Between pieces of a line, in em. */
const PIECE_GAP_EM = 0.6;

/** Lines of the grid that an item takes in a list or a group, on data made at `generated`. Never less than on the glass. */
export function rowLines(
  kind: PartKind,
  item: Item,
  generated: Instant,
  layout: Layout,
  isInGroup: boolean,
): number {
  const { year, mark, tail, details, changes } = rowCells(kind, item, generated, layout);
  const { isStacked, em } = columnsOf(kind, isInGroup, layout);
  const about =
    nameLines(item, em, mark === '' ? 0 : widthOf(mark) + MARK_EM, tail) +
    (details.length === 0 ? 0 : inlineLines(details, em)) +
    changes.reduce((sum, { label, was, now }) => sum + inlineLines([label, was, now], em), 0);
  const moment = year === '' ? 1 : 2;
  return isStacked ? moment + about : Math.max(moment, about);
}

/** Lines of the grid that an opening takes on the board. */
export function openingLines(opening: Opening, layout: Layout): number {
  const { arrangement, nameEm } = layout;
  const { place, to } = openingCells(opening, layout);
  const below = belowEm(layout);
  return (
    (arrangement === 'wide' ? 0 : 1) +
    nameLines(opening.item, nameEm) +
    (place === '' ? 0 : linesOf(place, below)) +
    (to ? toLines(to, below) : 0)
  );
}

/** An arrow, a day, an hour and a room, in em; the words of another place follow there or below. */
function toLines(
  { day, hour, room, place }: NonNullable<ReturnType<typeof openingCells>['to']>,
  em: number,
): number {
  const wide = 1.3 + (day === '' ? 0 : 4.7) + (hour === '' ? 0 : 3.7) + (room === '' ? 0 : 3.3);
  const follows = place !== '' && wide + 0.7 + widthOf(place) <= em;
  return Math.ceil(wide / em) + (place === '' || follows ? 0 : linesOf(place, em));
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

/** The most lines that an item takes in any of the forms in which its part may come to stand. */
export function mostLines(kind: PartKind, item: Item, generated: Instant, layout: Layout): number {
  const waiting: Opening = {
    item,
    state: 'waiting',
    phase: 'coming',
    isNext: false,
    ...(item.moved && { held: 'begun' }),
  };
  return Math.max(
    rowLines(kind, item, generated, layout, false),
    isGrouped(kind) ? rowLines(kind, item, generated, layout, true) : 0,
    kind === 'openings' ? openingLines(waiting, layout) : 0,
  );
}
