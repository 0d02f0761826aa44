import { MOST_COLUMNS } from '../check-body.ts';
import type { Changed } from './edit.ts';
import { filled, type GridCell, type TableGrid } from './grid.ts';
import { tooWide } from './make.ts';

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

/** A row or a column. */
type Axis = 'row' | 'column';

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
