import { textOfTokens } from '../blocks/read.ts';
import { bareText, type Text } from '../blocks/text.ts';
import { writtenCell } from '../blocks/write.ts';
import { findLost } from '../lost.ts';
import { markdown, type Token } from '../markdown.ts';
import { rowsOfTable } from '../writing/table-rows.ts';

/** A cell of a table in its place; rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it takes; 1 for a cell that is joined to no other. */
  readonly rows: number;
  readonly columns: number;
  readonly text: Text;
}

/** Where the words of a column stand. */
type Side = 'left' | 'center' | 'right';

/** A table as it is filled in: every place of its rows and columns is of just one cell. */
export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  /** How many of the first rows are its head. No cell reaches from the head into what is below. */
  readonly headRows: number;
  /** One for each column. */
  readonly sides: readonly Side[];
  /** Row by row. */
  readonly cells: readonly GridCell[];
}

/** Reads a table of the dialect. Rows of fewer cells than others are filled up. Nothing where it is no table. */
export function tableIn(source: string): TableGrid | undefined {
  const tokens = markdown.parse(source, {});
  if (tokens[0]?.type !== 'table_open' || tokens.at(-1)!.type !== 'table_close') return undefined;
  const { cells, rows, headRows, aligned } = laidOut(tokens);
  const columns = Math.max(1, ...cells.map((cell) => cell.column + cell.columns));
  const sides = Array.from({ length: columns }, (_, at): Side => aligned.get(at) ?? 'left');
  return filled({ rows, columns, headRows, sides, cells });
}

const RULES: Readonly<Record<Side, string>> = { left: '---', center: ':---:', right: '---:' };

/**
 * Writes a table so that the same is read again; a head without a word is none. Where looks of several cells would be
 * read into each other, the words alone are written.
 */
export function writtenTable(grid: TableGrid): string {
  const source = writtenRows(grid);
  if (!grid.cells.some(({ text }) => text.looks.length > 0) || isRead(source, grid)) return source;
  return writtenRows({
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, text: bareText(cell.text.words) })),
  });
}

const writtenRows = ({ cells, rows, columns, headRows, sides }: TableGrid): string =>
  [
    ...rowsOfTable(
      cells.map((cell) => ({ ...cell, text: writtenCell(cell.text) })),
      rows,
      columns,
      headRows,
      sides.map((side) => RULES[side]),
    ),
  ].join('\n');

function isRead(source: string, { cells }: TableGrid): boolean {
  const read = tableIn(source)?.cells ?? [];
  const bare = ({ text }: GridCell): string => text.words.normalize('NFC').replaceAll(/\s/gu, '');
  return (
    read.length === cells.length &&
    read.every((cell, at) => bare(cell) === bare(cells[at]!)) &&
    findLost(source.split('\n'), markdown.parse(source, {})).length === 0
  );
}

interface LaidOut {
  cells: readonly GridCell[];
  rows: number;
  headRows: number;
  /** What the rule says of columns, as far as cells of their own show it. */
  aligned: ReadonlyMap<number, Side>;
}

/** The cells that the parser found, each in the first place of its row that no cell above reaches into. */
function laidOut(tokens: readonly Token[]): LaidOut {
  const cells: GridCell[] = [];
  const aligned = new Map<number, Side>();
  /** By column, the first row that is free again. */
  const free: number[] = [];
  let row = -1;
  let column = 0;
  let headRows = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'thead_close') headRows = row + 1;
    if (token.type === 'tr_open') [row, column] = [row + 1, 0];
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    while ((free[column] ?? 0) > row) column += 1;
    const [rows, columns] = [spanOf(token, 'rowspan'), spanOf(token, 'colspan')];
    cells.push({ row, column, rows, columns, text: textOfTokens([tokens[index + 1]!]) });
    const side = /^align-(center|right)$/u.exec(String(token.attrGet('class') ?? ''))?.[1];
    if (side) aligned.set(column, side as Side);
    for (let at = column; at < column + columns; at += 1) free[at] = row + rows;
    column += columns;
  }
  return { cells, rows: row + 1, headRows, aligned };
}

const spanOf = (token: Token, name: 'rowspan' | 'colspan'): number => Number(token.attrGet(name) ?? 1);

/** The same table with an empty cell in each place that no cell takes, and its cells in order. */
export function filled(grid: TableGrid): TableGrid {
  const taken = new Set<number>();
  for (const { row, column, rows, columns } of grid.cells)
    for (let down = row; down < row + rows; down += 1)
      for (let across = column; across < column + columns; across += 1)
        taken.add(down * grid.columns + across);
  const empty = Array.from({ length: grid.rows * grid.columns }, (_, at) => at)
    .filter((at) => !taken.has(at))
    .map((at) => emptyCell(Math.floor(at / grid.columns), at % grid.columns));
  const cells = [...grid.cells, ...empty].sort(
    (one, other) => one.row - other.row || one.column - other.column,
  );
  return { ...grid, cells };
}

const emptyCell = (row: number, column: number): GridCell => ({
  row,
  column,
  rows: 1,
  columns: 1,
  text: bareText(''),
});
