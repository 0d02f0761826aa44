import { linesOf, widthOf } from './lines.ts';
import { emPx, type Panel } from './panel.ts';
import { spareIn, NO_RAIL, railOf, type Rail } from './rail.ts';
import { warningAfter } from './words.ts';

/**
 * How rows are set, by the room for a title. wide: date, type, title side by side; narrow: the date beside the rest;
 * stacked: all below each other.
 */
type Arrangement = 'wide' | 'narrow' | 'stacked';

/** Where everything stands on one panel, in its pixels unless a name says em. The style sheet takes its numbers from here. */
export interface Layout extends Rail {
  arrangement: Arrangement;
  width: number;
  height: number;
  /** Font sizes of the three tiers. */
  floor: number;
  body: number;
  key: number;
  /** Line heights of the tiers. */
  floorLine: number;
  bodyLine: number;
  keyLine: number;
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
  /** What is said to the whole hall, above the list; 0 while there is nothing. */
  band: number;
  /** Its font size and line height. */
  bandEm: number;
  bandLine: number;
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
const NARROWEST_TITLE = { wide: 14, narrow: 11.5 } as const;

const WHEN_EM = widthOf('12月28日') + 0.1;
const TYPE_EM = 7.1;
const LINE_HEIGHT = 1.35;
/** `12/12`, `10:32` and `12月28日 星期三` in the header. */
const PAGE_EM = 2.6;
const CLOCK_EM = 2.9;
const DATE_EM = 7.9;

/** Widest that the stamps of the footer can be. */
const LONGEST_STAMPS = '数据 12月28日 08:05 · 检查 12月28日 10:32 · 3f9c';
/** Widest that the note beside them can be. */
const LONGEST_NOTE = warningAfter(119);

/** What a screen shows besides its rows. */
interface Extras {
  /** The modules of its QR code, the quiet edge counted in. */
  qrModules?: number | undefined;
  /** The widest heading of each part of its round. */
  headings?: readonly string[];
}

/** Sets a screen. */
export function layoutOf(
  panel: Panel,
  words: HeaderWords,
  { qrModules, headings = [] }: Extras = {},
): Layout {
  const { width, height } = panel;
  const [floor, body, key] = [emPx(panel, 'floor'), emPx(panel, 'body'), emPx(panel, 'key')];
  const lineOf = (em: number): number => Math.ceil(em * LINE_HEIGHT);
  const [floorLine, bodyLine, keyLine] = [lineOf(floor), lineOf(body), lineOf(key)];
  const edge = Math.round(body * 0.9);
  const gap = Math.round(body * 0.8);
  const rowPad = Math.round(body * 0.15);
  const rowRule = Math.max(1, Math.round(body / 27));
  const inner = width - 2 * edge;
  const isUpright = height > width;
  const sizes = { floor, floorLine, body, edge };
  const rail = qrModules === undefined ? NO_RAIL : railOf(panel, qrModules, sizes);
  const free = inner - (isUpright ? 0 : rail.rail);

  const { arrangement, titleEm } = arrange((free - 2 * gap) / body, (free - gap) / body, free / body);

  const names = widthOf(`${words.centre} ${words.screen}`) * floor;
  const oneLine =
    (widthOf(words.heading) + PAGE_EM) * body + names + DATE_EM * floor + CLOCK_EM * key + 4 * gap;
  const headerLines = oneLine <= inner ? 1 : 2;
  const showsDate = headerLines === 1 || secondLine(words, body) + DATE_EM * floor + 3 * gap <= inner;
  const nameLines = linesOf(`${words.centre} ${words.screen}`, inner / floor);
  const header = (headerLines === 1 ? keyLine : nameLines * floorLine + bodyLine) + Math.round(body * 0.5);

  const columns = arrangement === 'stacked' ? 0 : floorLine + Math.round(body * 0.2);
  const isOneLine = widthOf(LONGEST_STAMPS) + widthOf(LONGEST_NOTE) + 2 <= inner / floor;
  const footerLines = isOneLine
    ? 1
    : linesOf(LONGEST_STAMPS, inner / floor) + linesOf(LONGEST_NOTE, inner / floor);
  const footer = footerLines * floorLine + Math.round(body * 0.4);
  const list = height - header - columns - footer - (isUpright ? rail.rail : 0);
  const lowest = arrangement === 'stacked' ? 3 : 2;
  return {
    arrangement,
    width,
    height,
    floor,
    body,
    key,
    floorLine,
    bodyLine,
    keyLine,
    edge,
    gap,
    rowPad,
    rowRule,
    headerLines,
    showsDate,
    header,
    columns,
    footerLines,
    footer,
    band: 0,
    bandEm: key,
    bandLine: keyLine,
    list,
    ...rail,
    ...(rail.rail > 0 && {
      spare: spareIn(headings, rail, { width, height, beside: list + columns }, sizes),
    }),
    whenEm: WHEN_EM,
    typeEm: TYPE_EM,
    titleEm,
    rows: Math.max(1, Math.floor(list / (lowest * bodyLine + 2 * rowPad + rowRule))),
  };
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
