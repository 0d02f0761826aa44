import { bareText } from '../blocks/text.ts';
import { MOST_COLUMNS } from '../check-body.ts';
import type { Changed } from './edit.ts';
import { filled, type TableGrid } from './grid.ts';

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

/** Why a table of so many columns is refused. */
export const tooWide = (columns: number): string =>
  `表格有 ${columns} 列，最多 ${MOST_COLUMNS} 列。只留读者要看的几列，整张表作为附件发布。`;
