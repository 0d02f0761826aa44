/** Where each cell of a table begins and ends across, in pixels from its left edge. Cells may be merged. */
export type Cells = readonly { left: number; right: number }[];

/**
 * Where a table that is wider than its frame is moved to show what lies further right: to the first cell that is not
 * seen whole, and never further than by the frame, so that a cell wider than it goes on within itself.
 * @param seen what of the table is left of the frame, `width` the frame's own, in pixels
 */
export function onIn(cells: Cells, seen: number, width: number): number {
  const next = cells.filter(({ left, right }) => left > seen + SLACK && right > seen + width + SLACK);
  return Math.min(seen + width, ...next.map(({ left }) => left));
}

/** The same to the left: to the first cell from which on all is seen that was not seen whole. */
export function backIn(cells: Cells, seen: number, width: number): number {
  const cut = cells.filter(({ left, right }) => left < seen - SLACK && right > seen && right - left <= width);
  const least = Math.max(seen, ...cut.map(({ right }) => right)) - width;
  const from = cells.filter(({ left }) => left >= least - SLACK).map(({ left }) => left);
  const first = Math.min(...from);
  return first < seen - SLACK ? first : least;
}

/** A browser scrolls by whole pixels, and cells stand on parts of them. */
const SLACK = 1;
