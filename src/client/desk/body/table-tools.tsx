import { withHead, type Changed } from '../../../core/body/table/edit.ts';
import { merged, split } from '../../../core/body/table/joined-cells.ts';
import { withColumn, withoutColumn, withoutRow, withRow } from '../../../core/body/table/rows-and-columns.ts';
import type { TableGrid } from '../../../core/body/table/grid.ts';

interface ToolsProps {
  readonly grid: TableGrid;
  /** The cell that one was in last. */
  readonly at: { readonly row: number; readonly column: number };
  readonly change: (changed: Changed) => void;
  readonly name: string;
}

/** What can be done to a table, at the cell that one was in last. */
export function TableTools({ grid, at, change, name }: ToolsProps) {
  const cell = grid.cells.find(({ row, column }) => row === at.row && column === at.column) ?? grid.cells[0]!;
  const { row, column, rows, columns } = cell;
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  const joined = (down: number, across: number): Changed =>
    merged(grid, { row, column, lastRow: lastRow + down, lastColumn: lastColumn + across });
  const tools: readonly (readonly [words: string, isOff: boolean, act: () => Changed])[] = [
    ['下面加一行', false, () => ({ grid: withRow(grid, lastRow + 1) })],
    ['右边加一列', false, () => withColumn(grid, lastColumn + 1)],
    ['删这一行', false, () => withoutRow(grid, row)],
    ['删这一列', false, () => withoutColumn(grid, column)],
    ['和右边合并', lastColumn + 1 >= grid.columns, () => joined(0, 1)],
    ['和下面合并', lastRow + 1 >= grid.rows, () => joined(1, 0)],
    ['拆开', rows === 1 && columns === 1, () => ({ grid: split(grid, row, column) })],
    ['多一行表头', false, () => withHead(grid, grid.headRows + 1)],
    ['少一行表头', grid.headRows === 0, () => withHead(grid, grid.headRows - 1)],
  ];
  return (
    <p class="block-tools" role="group" aria-label={`改${name}`}>
      <span class="quiet">
        在第 {row + 1} 行第 {column + 1} 列：
      </span>
      {tools.map(([words, isOff, act]) => (
        <button key={words} type="button" class="button-text" disabled={isOff} onClick={() => change(act())}>
          {words}
        </button>
      ))}
    </p>
  );
}
