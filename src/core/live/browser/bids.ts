import { linesOf, widthOf } from '../../screen/browser/lines.ts';
import type { Column, LiveTable } from './live.ts';

/** The glass that a table is drawn on, in its pixels: of a board or of a door sign. */
export interface BidsGlass {
  width: number;
  height: number;
  /** Font sizes of two tiers. */
  floor: number;
  body: number;
  edge: number;
}

/** Where everything of a table stands, in pixels; the style sheet takes its numbers from here. */
export interface BidsLayout {
  /** Size of figures, which are lower than ideographs: so they stand as high. */
  figures: number;
  /** Whether the values of a row stand below its name: the glass is too narrow for both. */
  isBelow: boolean;
  number: number;
  /** Width of the name. */
  name: number;
  /** Widths of the columns after the name, and between them. */
  values: readonly number[];
  gap: number;
  /** Heights: of the head, with the name of what is opened; of the columns' heads; of the sentence; of the foot. */
  head: number;
  heads: number;
  caution: number;
  foot: number;
  /** Height of each row, in their order. */
  rows: readonly number[];
  /** What is left for rows. */
  list: number;
}

/** What stands in the head of a table: 开标中, 303, the short name of the project. */
interface BidsHead {
  tag: string;
  room: string;
  title: string;
}

/** An ideograph is 0.90 em high and a figure 0.733. */
const FIGURES = 1.23;

/** A name has room for so many characters beside its values, or they stand below it. */
const LEAST_NAME = 7;

/** Line heights: of a row's first line in figures, of all else in em. */
const ROW = 1.05;
const LINE = 1.25;

/** What stands for a value that was not read yet. */
export const TO_COME = '待唱标';

/** Longest values that most tables have: columns do not move when the first is read. */
const USUAL = '1248.60';

/** A text as wide as it can come to be: figures in their own size. */
export const isFigure = (text: string): boolean => /^[\d.,，:：+-]+%?$/u.test(text);

/**
 * Sets a table on a glass.
 * @param above pixels that a notice to the hall takes
 */
export function bidsLayoutOf(table: LiveTable, words: BidsHead, glass: BidsGlass, above = 0): BidsLayout {
  const { width, height, floor, body, edge } = glass;
  const figures = Math.round(body * FIGURES);
  const gap = Math.round(body * 0.5);
  const free = width - 2 * edge;
  // Numbers that are called have no other before them.
  const number =
    table.kind === 'opening' ? Math.ceil(widthOf(String(table.rows.length)) * figures + body * 0.45) : 0;
  const values = table.columns
    .slice(1)
    .map((column, index) => valueWidth(column, index + 1, table, glass, figures));
  const beside = free - number - values.reduce((sum, value) => sum + value + gap, 0);
  const isBelow = beside < LEAST_NAME * body;
  const name = isBelow ? free - number : beside;
  const lineWidth = free - number;
  const valueLines = isBelow && values.length > 0 ? linesOfValues(values, gap, lineWidth) : 0;
  const [line, more] = [Math.ceil(figures * ROW), Math.ceil(body * LINE)];
  const pad = Math.round(body * (isBelow ? 0.1 : 0));
  const rows = table.rows.map(([text]) => {
    const lines = linesOf(text!, name / body);
    return (isBelow ? lines * more + valueLines * figures : line + (lines - 1) * more) + pad;
  });
  const head = headHeight(words, glass, figures);
  const headLines = linesOfValues([widthOf(table.columns[0]!.label) * floor, ...values], gap, lineWidth);
  const heads = Math.ceil(floor * 1.15) * headLines;
  const caution = table.kind === 'opening' ? Math.ceil(body * 1.2) * linesOf(CAUTION, free / body) : 0;
  const foot = Math.ceil(floor * 1.35) * (isTall(glass) ? 2 : 1);
  return {
    figures,
    isBelow,
    number,
    name,
    values,
    gap,
    head,
    heads,
    caution,
    foot,
    rows,
    list: height - above - head - heads - caution - foot,
  };
}

/** The room and the clock stand on one line, the name behind the room or, upright, below it. */
function headHeight({ tag, room, title }: BidsHead, glass: BidsGlass, figures: number): number {
  const { width, edge, body } = glass;
  const [line, more] = [Math.ceil(body * 1.36), Math.ceil(body * LINE)];
  const free = width - 2 * edge;
  if (isTall(glass)) return line + linesOf(title, free / body) * more + Math.round(body * 0.1);
  const beside = (widthOf(tag) + 1.6) * body + (widthOf(room) + widthOf('10:41')) * figures;
  return Math.max(line, linesOf(title, (free - beside) / body) * more);
}

/** What is said below bids: whoever reads a list of prices takes its first for the winner. */
export const CAUTION = '按唱标顺序，不是评标结果';

const isTall = ({ width, height }: BidsGlass): boolean => height > width;

function valueWidth(
  { label, unit = '' }: Column,
  place: number,
  { kind, rows }: LiveTable,
  { floor, body }: BidsGlass,
  figures: number,
): number {
  const texts = rows.map((row) => row[place] ?? '');
  const isFirst = place === 1 && kind === 'opening';
  return Math.ceil(
    Math.max(
      widthOf([label, unit].filter(Boolean).join(' ')) * floor,
      isFirst ? Math.max(widthOf(TO_COME) * body, widthOf(USUAL) * figures) : 0,
      ...texts.map((text) => widthOf(text) * (isFigure(text) ? figures : body)),
    ),
  );
}

/** How many lines values take that stand one after the other. */
function linesOfValues(values: readonly number[], gap: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const value of values) {
    if (used > 0 && used + gap + value > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? gap : 0) + value;
  }
  return lines;
}

/** Most rows that a page of a table can have on a glass. */
export const mostBids = ({ height, body }: BidsGlass): number => Math.floor(height / (body * FIGURES * ROW));

/** The rows of each page, by their places in the table. A row higher than the list has a page of its own. */
export function bidsPages({ rows, list }: Pick<BidsLayout, 'rows' | 'list'>): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let room = list;
  rows.forEach((height, place) => {
    const page = pages[pages.length - 1]!;
    if (height <= room || page.length === 0) page.push(place);
    else {
      pages.push([place]);
      room = list;
    }
    room -= height;
  });
  return pages;
}

/** The row that is being read or called, counted from 0; none where nothing is yet. */
export function currentRow(table: LiveTable): number | undefined {
  const count = table.kind === 'opening' ? table.read : (table.current ?? 0);
  return count === 0 ? undefined : count - 1;
}

/**
 * Which pages take turns: the one of what is being read follows it; once all is read, or where nothing is being called,
 * all of them.
 */
export function pagesInTurn(
  table: LiveTable,
  pages: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const current = currentRow(table);
  if (current === undefined) return table.kind === 'opening' ? pages.slice(0, 1) : pages;
  if (table.kind === 'opening' && table.read === table.rows.length) return pages;
  return pages.filter((page) => page.indexOf(current) >= 0);
}

/** How many were read of how many, or the page of a table. */
export function countNote(table: LiveTable, page: number, pages: number): string {
  const turn = pages > 1 ? ` · 第 ${page + 1} / ${pages} 页` : '';
  return table.kind === 'opening'
    ? `已唱 ${table.read} / 共 ${table.rows.length} 家${turn}`
    : `共 ${table.rows.length} 行${turn}`;
}

/** Who entered it and when; a table that no longer answers says that it stands still. */
export const sourceNote = ({ source, updatedAt }: LiveTable, isStill: boolean): string =>
  `${source} ${isStill ? '停在 ' : ''}${updatedAt.slice(11, 16)}`;
