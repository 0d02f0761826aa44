import type { Instant } from '../announcement/instant.ts';
import { cellsOf, changeText, type Cells } from './cells.ts';
import type { Item, PartKind } from './feed.ts';
import { linesOf, widthOf } from './lines.ts';
import { emPx, type Panel } from './panel.ts';
import { warningAfter } from './words.ts';

/**
 * How rows are set, by the room for a title. wide: date, type, title side by side; narrow: the date beside the rest;
 * stacked: all below each other.
 */
export type Arrangement = 'wide' | 'narrow' | 'stacked';

/** Where everything stands on one panel, in its pixels unless a name says em. The style sheet takes its numbers from here. */
export interface Layout {
  arrangement: Arrangement;
  width: number;
  height: number;
  /** Font sizes of the three tiers. */
  floor: number;
  body: number;
  key: number;
  /** Line heights of the floor and body tiers. */
  floorLine: number;
  bodyLine: number;
  /** Left and right of everything. */
  edge: number;
  /** Between columns. */
  gap: number;
  /** Above and below the text of a row. */
  rowPad: number;
  rowRule: number;
  headerLines: 1 | 2;
  /** Whether the header has room for the date beside the clock. */
  showsDate: boolean;
  header: number;
  /** The line of column names; 0 where there is none. */
  columns: number;
  footerLines: number;
  footer: number;
  list: number;
  /** Widths of columns, in em of the body tier. */
  whenEm: number;
  typeEm: number;
  titleEm: number;
  /** Most rows that a page can hold. */
  rows: number;
}

/** The words of the header, which decide how many lines it takes. */
export interface HeaderWords {
  /** The widest of the headings that come to stand there. */
  heading: string;
  centre: string;
  screen: string;
}

/** Titles narrower than this, in em, read like a column of type; the next arrangement gives them more. */
const NARROWEST_TITLE = { wide: 15, narrow: 11.5 } as const;

const WHEN_EM = widthOf('12月28日') + 0.1;
const TYPE_EM = 7.1;
const LINE_HEIGHT = 1.35;
/** `12/12`, `10:32` and `12月28日 星期三` in the header. */
const PAGE_EM = 2.6;
const CLOCK_EM = 2.9;
const DATE_EM = 7.9;
/** Box, inner and outer space of a mark before a title, in em. */
const MARK_EM = 1;
const PIECE_GAP_EM = 0.6;

/** Widest that the stamps of the footer can be. */
const LONGEST_STAMPS = '数据 12月28日 08:05 · 检查 12月28日 10:32 · 3f9c';
/** Widest that the note beside them can be. */
const LONGEST_NOTE = warningAfter(119);

/** Sets a screen. */
export function layoutOf(panel: Panel, words: HeaderWords): Layout {
  const { width, height } = panel;
  const [floor, body, key] = [emPx(panel, 'floor'), emPx(panel, 'body'), emPx(panel, 'key')];
  const [floorLine, bodyLine] = [Math.ceil(floor * LINE_HEIGHT), Math.ceil(body * LINE_HEIGHT)];
  const edge = Math.round(body * 0.9);
  const gap = Math.round(body * 0.8);
  const rowPad = Math.round(body * 0.15);
  const rowRule = Math.max(1, Math.round(body / 27));
  const inner = width - 2 * edge;

  const { arrangement, titleEm } = arrange((inner - 2 * gap) / body, (inner - gap) / body, inner / body);

  const names = widthOf(`${words.centre} ${words.screen}`) * floor;
  const oneLine =
    (widthOf(words.heading) + PAGE_EM) * body + names + DATE_EM * floor + CLOCK_EM * key + 4 * gap;
  const headerLines = oneLine <= inner ? 1 : 2;
  const showsDate = headerLines === 1 || secondLine(words, body) + DATE_EM * floor + 3 * gap <= inner;
  const nameLines = linesOf(`${words.centre} ${words.screen}`, inner / floor);
  const header =
    (headerLines === 1 ? Math.ceil(key * LINE_HEIGHT) : nameLines * floorLine + bodyLine) +
    Math.round(body * 0.5);

  const columns = arrangement === 'stacked' ? 0 : floorLine + Math.round(body * 0.2);
  const beside = widthOf(LONGEST_STAMPS) + widthOf(LONGEST_NOTE) + 2 <= inner / floor;
  const footerLines = beside
    ? 1
    : linesOf(LONGEST_STAMPS, inner / floor) + linesOf(LONGEST_NOTE, inner / floor);
  const footer = footerLines * floorLine + Math.round(body * 0.4);
  const list = height - header - columns - footer;

  const layout = {
    arrangement,
    width,
    height,
    floor,
    body,
    key,
    floorLine,
    bodyLine,
    edge,
    gap,
    rowPad,
    rowRule,
  };
  const rest = {
    headerLines,
    showsDate,
    header,
    columns,
    footerLines,
    footer,
    list,
    whenEm: WHEN_EM,
    typeEm: TYPE_EM,
    titleEm,
    rows: 1,
  } as const;
  const lowest = arrangement === 'stacked' ? 3 : 2;
  const rows = Math.max(1, Math.floor(list / (lowest * bodyLine + 2 * rowPad + rowRule)));
  return { ...layout, ...rest, rows };
}

/** Whether the second line of a header of two holds the heading, the page number and the clock. */
export function headerFits({ headerLines, width, edge, gap, body }: Layout, words: HeaderWords): boolean {
  return headerLines === 1 || secondLine(words, body) + 2 * gap <= width - 2 * edge;
}

const secondLine = ({ heading }: HeaderWords, body: number): number =>
  (widthOf(heading) + PAGE_EM + CLOCK_EM) * body;

function arrange(
  wide: number,
  narrow: number,
  stacked: number,
): { arrangement: Arrangement; titleEm: number } {
  if (wide - WHEN_EM - TYPE_EM >= NARROWEST_TITLE.wide)
    return { arrangement: 'wide', titleEm: wide - WHEN_EM - TYPE_EM };
  if (narrow - WHEN_EM >= NARROWEST_TITLE.narrow) return { arrangement: 'narrow', titleEm: narrow - WHEN_EM };
  return { arrangement: 'stacked', titleEm: stacked };
}

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
function aboutLines({ mark, title, detail, changes }: Cells, titleEm: number): number {
  const indent = mark === '' ? 0 : widthOf(mark) + MARK_EM;
  return changes.reduce(
    (sum, change) => sum + linesOf(changeText(change), titleEm),
    linesOf(title, titleEm, indent) + (detail === '' ? 0 : linesOf(detail, titleEm)),
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
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    used += (used > 0 ? PIECE_GAP_EM : 0) + wide;
  }
  return lines;
}
