import type { Text } from '../blocks/text.ts';
import type { Changed } from './edit.ts';
import { filled, type GridCell, type TableGrid } from './grid.ts';

/** A stretch of cells between two places, both in it. */
interface Stretch {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The same table with these cells as one, their words behind each other; a cell that is in it in part is in it whole. */
export function merged(grid: TableGrid, chosen: Stretch): Changed {
  const { row, column, lastRow, lastColumn } = grown(grid, chosen);
  if (row < grid.headRows && lastRow >= grid.headRows)
    return { refusal: '表头不能和下面的行合并。请分开选。' };
  const isIn = (cell: GridCell): boolean =>
    cell.row >= row && cell.row <= lastRow && cell.column >= column && cell.column <= lastColumn;
  const text = together(grid.cells.filter(isIn).map((cell) => cell.text));
  const whole = { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1, text };
  return { grid: filled({ ...grid, cells: [...grid.cells.filter((cell) => !isIn(cell)), whole] }) };
}

/** The same table with the cell of this place in its single places, its words in the first. */
export const split = (grid: TableGrid, row: number, column: number): TableGrid =>
  filled({
    ...grid,
    cells: grid.cells.map((cell) => (covers(cell, row, column) ? { ...cell, rows: 1, columns: 1 } : cell)),
  });

const covers = (cell: GridCell, row: number, column: number): boolean =>
  row >= cell.row &&
  row < cell.row + cell.rows &&
  column >= cell.column &&
  column < cell.column + cell.columns;

/** A stretch with all of every cell that it touches. */
function grown(grid: TableGrid, chosen: Stretch): Stretch {
  const touched = grid.cells.filter(
    ({ row, column, rows, columns }) =>
      row <= chosen.lastRow &&
      row + rows > chosen.row &&
      column <= chosen.lastColumn &&
      column + columns > chosen.column,
  );
  const whole = {
    row: Math.min(...touched.map(({ row }) => row)),
    column: Math.min(...touched.map(({ column }) => column)),
    lastRow: Math.max(...touched.map(({ row, rows }) => row + rows - 1)),
    lastColumn: Math.max(...touched.map(({ column, columns }) => column + columns - 1)),
  };
  const isSame =
    whole.row === chosen.row &&
    whole.column === chosen.column &&
    whole.lastRow === chosen.lastRow &&
    whole.lastColumn === chosen.lastColumn;
  return isSame ? whole : grown(grid, whole);
}

/** Texts behind each other, a blank between them. */
function together(texts: readonly Text[]): Text {
  let words = '';
  const looks: Text['looks'][number][] = [];
  for (const text of texts.filter((one) => one.words !== '')) {
    if (words !== '') words += ' ';
    looks.push(
      ...text.looks.map((look) => ({ ...look, from: look.from + words.length, to: look.to + words.length })),
    );
    words += text.words;
  }
  return { words, looks };
}
