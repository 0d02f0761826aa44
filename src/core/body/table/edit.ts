import type { Text } from '../blocks/text.ts';
import type { GridCell, TableGrid } from './grid.ts';

/** A table that was changed, or why it was not and what to do. */
export type Changed = { readonly grid: TableGrid } | { readonly refusal: string };

/** The same table with other words in the cell that has this place. */
export const withText = (grid: TableGrid, row: number, column: number, text: Text): TableGrid => ({
  ...grid,
  cells: grid.cells.map((cell) => (isAt(cell, row, column) ? { ...cell, text } : cell)),
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

const isAt = (cell: GridCell, row: number, column: number): boolean =>
  cell.row === row && cell.column === column;
