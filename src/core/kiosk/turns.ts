/** What is read, from its upper to its lower edge, in pixels from the top of the whole. */
export interface Span {
  top: number;
  bottom: number;
}

/**
 * What no edge of a page may part, from top to bottom: what belongs together, such as a row of a table, where it takes
 * no more than a third of a page, else single lines. What stands side by side is one piece.
 * @param height of a page
 */
export function piecesOf(lines: readonly Span[], together: readonly Span[], height: number): readonly Span[] {
  const kept = together.filter(({ top, bottom }) => bottom - top <= height / 3);
  return joined([...lines, ...kept]).flatMap((piece) =>
    piece.bottom - piece.top <= height
      ? [piece]
      : joined(lines.filter(({ top, bottom }) => top >= piece.top && bottom <= piece.bottom)),
  );
}

/** Edges that lie less than this over each other part well, in pixels. */
const SLACK = 1;

function joined(spans: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const { top, bottom } of [...spans].sort((a, b) => a.top - b.top)) {
    const last = pieces[pieces.length - 1];
    if (last && top < last.bottom - SLACK) last.bottom = Math.max(last.bottom, bottom);
    else pieces.push({ top, bottom });
  }
  return pieces;
}

/**
 * Where each page begins, in whole pixels. All pieces together stand on the pages, each on one of them; a piece that is higher than a
 * page goes on from one to the next.
 * @param above room that a page leaves above its first piece, where nothing else stands there
 */
export function startsOf(pieces: readonly Span[], height: number, above: number): readonly number[] {
  const starts = [0];
  let start = 0;
  let before = 0;
  const begin = (at: number): void => void starts.push((start = at));
  for (const { top, bottom } of pieces) {
    if (bottom > start + height && top > start) begin(beginOf(top, bottom, before, height, above));
    while (bottom > start + height) begin(start + height);
    before = Math.max(before, bottom);
  }
  return starts;
}

const beginOf = (top: number, bottom: number, before: number, height: number, above: number): number =>
  Math.min(Math.floor(top), Math.ceil(Math.max(before, top - above, bottom - height)));

/** Where a page begins whose first piece stands at a place, or is the next below it. */
export function startAt(pieces: readonly Span[], at: number, height: number, above: number): number {
  let before = 0;
  for (const { top, bottom } of pieces) {
    if (bottom > at + SLACK) return beginOf(top, bottom, before, height, above);
    before = Math.max(before, bottom);
  }
  return before;
}

/** Where a page that begins at `start` must end, so that it cuts nothing. */
export function endOf(pieces: readonly Span[], start: number, height: number): number {
  const next = pieces.find(({ top, bottom }) => top > start + SLACK && bottom > start + height);
  return Math.min(start + height, next ? next.top : Infinity);
}

/** Where somebody is who reads: which page it is, 1 for the first, and where those before and after it begin. */
interface Place {
  page: number;
  previous: number | undefined;
  next: number | undefined;
}

/**
 * The place that a scrolled text has among its pages.
 * @param starts where they begin, as `startsOf` told them
 * @param scrolled pixels of it above the upper edge
 */
export function placeAt(
  starts: readonly number[],
  pieces: readonly Span[],
  scrolled: number,
  height: number,
): Place {
  // Led to one of its last parts, it may show the end before the last page begins.
  const last = pieces[pieces.length - 1];
  const isEnd = !last || last.bottom <= scrolled + height;
  const page = isEnd ? starts.length : starts.filter((start) => start <= scrolled + SLACK).length;
  return { page, previous: starts.filter((start) => start < scrolled - SLACK).pop(), next: starts[page] };
}

/**
 * Each heading with what stands next below it, side by side or not, so that neither is parted from the other.
 * @param below lines and things that stand below headings, in any order
 */
export function headedBy(headings: readonly Span[], below: readonly Span[]): readonly Span[] {
  return headings.map(({ top, bottom }) => {
    const next = below.filter((one) => one.top >= bottom - SLACK);
    const first = Math.min(...next.map((one) => one.top));
    const beside = next.filter((one) => one.top < first + SLACK);
    return { top, bottom: Math.max(bottom, ...beside.map((one) => one.bottom)) };
  });
}
