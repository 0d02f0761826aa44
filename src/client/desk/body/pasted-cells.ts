import { typed } from '../../../core/body/blocks/text.ts';
import { withText, type Changed } from '../../../core/body/table/edit.ts';
import { tableFrom } from '../../../core/body/table/make.ts';
import { withRow } from '../../../core/body/table/rows-and-columns.ts';
import type { GridCell, TableGrid } from '../../../core/body/table/grid.ts';

/** A table with a range in it: an empty one becomes the range, else it goes over the cells from this one on. */
export function withRange(grid: TableGrid, from: GridCell, range: readonly (readonly string[])[]): Changed {
  if (grid.cells.every(({ text }) => text.words.trim() === '')) return tableFrom(range);
  const widest = Math.max(...range.map(({ length }) => length));
  if (from.column + widest > grid.columns)
    return { refusal: `贴的有 ${widest} 列，从这里到右边只有 ${grid.columns - from.column} 列。先加几列。` };
  return { grid: range.reduce((all, cells, down) => withCells(all, from, down, cells), grid) };
}

function withCells(grid: TableGrid, from: GridCell, down: number, cells: readonly string[]): TableGrid {
  const row = from.row + down;
  const long = row < grid.rows ? grid : withRow(grid, grid.rows);
  return cells.reduce((all, words, across) => {
    const column = from.column + across;
    const text = all.cells.find((cell) => cell.row === row && cell.column === column)?.text;
    return text ? withText(all, row, column, typed(text, words)) : all;
  }, long);
}
