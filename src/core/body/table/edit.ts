import { MOST_COLUMNS } from '../check-body.ts';
import { bareText, type Text } from '../blocks/text.ts';
import { filled, type GridCell, type TableGrid } from './grid.ts';

/** A table that was changed, or why it was not and what to do. */
export type Changed = { readonly grid: TableGrid } | { readonly refusal: string };

/** A row or a column. */
type Axis = 'row' | 'column';

/** A table of empty cells with a head of one row. */
export const emptyTable = (rows: number, columns: number): TableGrid =>
  filled({
    rows,
    columns,
    headRows: rows > 1 ? 1 : 0,
    sides: new Array(columns).fill('left') as 'left'[],
    cells: [],
  });

/** A table from the cells of a range; the first row is its head where there are more. Too wide a one is refused. */
export function tableFrom(range: readonly (readonly string[])[]): Changed {
  const columns = Math.max(1, ...range.map(({ length }) => length));
  if (columns > MOST_COLUMNS) return { refusal: tooWide(columns) };
  const { cells, ...grid } = emptyTable(Math.max(1, range.length), columns);
  return {
    grid: {
      ...grid,
      cells: cells.map((cell) => ({ ...cell, text: bareText(range[cell.row]?.[cell.column] ?? '') })),
    },
  };
}

/** The same table with other words in the cell that has this place. */
export const withText = (grid: TableGrid, row: number, column: number, text: Text): TableGrid => ({
  ...grid,
  cells: grid.cells.map((cell) => (isAt(cell, row, column) ? { ...cell, text } : cell)),
});

/** The same table with an empty row before this one; cells that reach across it grow. */
export const withRow = (grid: TableGrid, at: number): TableGrid =>
  filled({
    ...grid,
    rows: grid.rows + 1,
    headRows: grid.headRows + (at < grid.headRows ? 1 : 0),
    cells: grid.cells.map((cell) => pushed(cell, 'row', at)),
  });

/** The same table with an empty column before this one. */
export function withColumn(grid: TableGrid, at: number): Changed {
  const columns = grid.columns + 1;
  if (columns > MOST_COLUMNS) return { refusal: tooWide(columns) };
  const cells = grid.cells.map((cell) => pushed(cell, 'column', at));
  return { grid: filled({ ...grid, columns, sides: grid.sides.toSpliced(at, 0, 'left'), cells }) };
}

/** The same table without a row, and what stands in it alone; of which nothing but a head is left, that is none. */
export function withoutRow(grid: TableGrid, at: number): Changed {
  if (grid.rows === 1) return { refusal: '表格至少有一行。不要这张表，就删去这一块。' };
  const headRows = grid.headRows - (at < grid.headRows ? 1 : 0);
  const cells = grid.cells.flatMap((cell) => pulled(cell, 'row', at));
  const rows = grid.rows - 1;
  return { grid: filled({ ...grid, rows, headRows: headRows < rows ? headRows : 0, cells }) };
}

/** The same table without a column. */
export function withoutColumn(grid: TableGrid, at: number): Changed {
  if (grid.columns === 1) return { refusal: '表格至少有一列。不要这张表，就删去这一块。' };
  const cells = grid.cells.flatMap((cell) => pulled(cell, 'column', at));
  const sides = grid.sides.toSpliced(at, 1);
  return { grid: filled({ ...grid, columns: grid.columns - 1, sides, cells }) };
}

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

/** Rows above the rule that the dialect looks through. */
const MOST_HEADS = 9;

/** The same table with so many rows as its head. */
export function withHead(grid: TableGrid, headRows: number): Changed {
  if (headRows > MOST_HEADS || headRows >= grid.rows)
    return { refusal: `表头最多 ${MOST_HEADS} 行，下面至少有一行。` };
  const isCut = grid.cells.some(({ row, rows }) => row < headRows && row + rows > headRows);
  if (isCut) return { refusal: '有合并的格子跨过这里。先拆开它，再设表头。' };
  return { grid: { ...grid, headRows } };
}

/** Why a table of so many columns is refused. */
export const tooWide = (columns: number): string =>
  `表格有 ${columns} 列，最多 ${MOST_COLUMNS} 列。只留读者要看的几列，整张表作为附件发布。`;

const isAt = (cell: GridCell, row: number, column: number): boolean =>
  cell.row === row && cell.column === column;

const covers = (cell: GridCell, row: number, column: number): boolean =>
  row >= cell.row &&
  row < cell.row + cell.rows &&
  column >= cell.column &&
  column < cell.column + cell.columns;

const SPANS = { row: 'rows', column: 'columns' } as const;

/** A cell after something was put in before a place. */
function pushed(cell: GridCell, axis: Axis, at: number): GridCell {
  const [from, span] = [cell[axis], SPANS[axis]];
  if (from >= at) return { ...cell, [axis]: from + 1 };
  return from + cell[span] > at ? { ...cell, [span]: cell[span] + 1 } : cell;
}

/** A cell after a place was taken out; none where it was there alone. */
function pulled(cell: GridCell, axis: Axis, at: number): readonly GridCell[] {
  const [from, span] = [cell[axis], SPANS[axis]];
  if (from > at) return [{ ...cell, [axis]: from - 1 }];
  if (from + cell[span] <= at) return [cell];
  return cell[span] === 1 ? [] : [{ ...cell, [span]: cell[span] - 1 }];
}

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
