import type { FactTable } from './facts.ts';
import type { Piece } from './parties/known.ts';

/** A cell with how it is set: one figure with its unit, a date or a code stays in one line, a sentence in few. */
export interface Cell {
  text: string;
  /** Of one that names units: the same in pieces, with a link on each that has a page. */
  pieces?: readonly Piece[];
  set?: 'one-figure' | 'sentence';
  /** In place of the text: each word with where it is told in full. */
  links?: readonly { text: string; href: string }[];
}

/** A table of key facts with how it is set. */
export interface SetTable {
  label: string;
  head: readonly string[];
  /** The column that says what later announcements made of each row, where there is one: it is no part of this one. */
  later?: number;
  rows: readonly (readonly Cell[])[];
  /** Whether a sheet of paper holds it with no figure parted, though a line may end after any Chinese sign. */
  fitsPaper: boolean;
}

/** Sets a table for screens and for A4 paper; `linkNames` finds the pages of the units that a cell names. */
export function setTable(
  { label, head, rows, names = [] }: FactTable,
  linkNames: (text: string) => readonly Piece[] = (text) => [{ text }],
): SetTable {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => longestRun(row[column]!))));
  const ems = widths.reduce((sum, run) => sum + Math.max(LEAST_EMS, run * FIGURE_EMS) + PADDING_EMS, 0);
  const cellsOf = (row: readonly string[]): readonly Cell[] =>
    row.map((text, column) => ({
      ...toCell(text),
      ...(names.includes(column) && { pieces: linkNames(text) }),
    }));
  return { label, head, rows: rows.map(cellsOf), fitsPaper: ems <= PAPER_EMS };
}

/** A4 between its margins, 180mm, at 9pt; two Chinese signs a line are the least. */
const PAPER_EMS = 56;
const LEAST_EMS = 2;
const FIGURE_EMS = 0.6;
const PADDING_EMS = 0.4;

/** Characters of the longest run that is not Chinese. */
const longestRun = (text: string): number =>
  Math.max(...text.split(/[\u2e80-\uffff]/u).map(({ length }) => length));

/** `12,345,678.90元`, `GM-2026-31`. */
const LONGEST_FIGURE = 14;
/** What is longer stands on end in a column that is as narrow as a figure. */
const LONGEST_WORD = 8;

function toCell(text: string): Cell {
  if (text.length <= LONGEST_FIGURE && /\d/u.test(text) && !/[、，；（]/u.test(text))
    return { text, set: 'one-figure' };
  return text.length > LONGEST_WORD ? { text, set: 'sentence' } : { text };
}
