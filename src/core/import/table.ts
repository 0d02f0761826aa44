import { rowsOfTable, type TableCell } from '../body/writing/table-rows.ts';
import type { Grid } from './grid.ts';

/** Columns up to which the check of bodies takes a table. */
const MOST_COLUMNS = 200;
/** Rows above the rule that the dialect looks through, the rule not counted. */
const MOST_HEADS = 9;

/**
 * Writes a table in the dialect: `||` for what spans columns, `^^` for what spans rows, the rule below the head. Rows
 * and columns without words go, and so do columns in which no cell begins.
 * @returns lines, none for an empty table; the columns that are left; how many rows are not
 */
export function tableLines(
  grid: Grid,
  texts: readonly string[],
): { lines: readonly string[]; columns: number; dropped: number } {
  const all = grid.cells.map(({ row, column, rows, columns }, index): TableCell => ({
    text: texts[index]!,
    row,
    column,
    rows,
    columns,
  }));
  const rows = kept(all, 'row');
  const columns = kept(all, 'column');
  const cells = all.flatMap((cell) => placed(cell, rows, columns));
  const dropped = grid.rows - rows.length;
  if (cells.length === 0) return { lines: [], columns: 0, dropped };
  if (columns.length > MOST_COLUMNS)
    return { lines: asTexts(cells, rows.length), columns: columns.length, dropped };
  const inHead = rows.filter((row) => row < grid.headRows).length;
  // A page that takes all of a table for its head has marked nothing.
  const marked = inHead < rows.length && inHead <= MOST_HEADS ? inHead : 0;
  // A page that marks the names of rows would have marked a head too.
  const marksRows = grid.cells.some(({ element, row }) => element.name === 'th' && row > 0);
  const guessed = marksRows ? 0 : guessedHead(cells, rows.length, columns.length);
  const head =
    closedHead(cells, marked || guessed, rows.length) ?? (marked > 0 ? Math.min(marked, MOST_HEADS) : 0);
  const lines = [...rowsOfTable(cells, rows.length, columns.length, head)];
  return { lines, columns: columns.length, dropped };
}

/** The rows or columns in which a cell with words begins. */
function kept(cells: readonly TableCell[], axis: 'row' | 'column'): readonly number[] {
  const begins = new Set(cells.filter(({ text }) => text !== '').map((cell) => cell[axis]));
  return [...begins].sort((one, other) => one - other);
}

/** A cell in the rows and columns that are left; an empty one that began where nothing is left is gone. */
function placed(cell: TableCell, rows: readonly number[], columns: readonly number[]): readonly TableCell[] {
  const row = firstFrom(rows, cell.row);
  const column = firstFrom(columns, cell.column);
  const height = firstFrom(rows, cell.row + cell.rows) - row;
  const width = firstFrom(columns, cell.column + cell.columns) - column;
  return cell.text === '' || height < 1 || width < 1
    ? []
    : [{ ...cell, row, column, rows: height, columns: width }];
}

/** The place of the first number that is not less. */
function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A table too wide for any reader: a line for each row. */
function asTexts(cells: readonly TableCell[], rows: number): readonly string[] {
  const lines: string[][] = Array.from({ length: rows }, () => []);
  for (const { row, text } of cells) lines[row]!.push(text);
  return lines.flatMap((line) => ['', line.join('；')]).slice(1);
}

/** Rows that a span from the head reaches into belong to the head; none where it reaches too far to be one. */
function closedHead(cells: readonly TableCell[], head: number, rows: number): number | undefined {
  let end = head;
  for (const cell of cells) if (cell.row < end) end = Math.max(end, cell.row + cell.rows);
  return end > MOST_HEADS || end >= rows ? undefined : end;
}

const FIGURE = /^[\d０-９¥￥][\d０-９.,，:：年月日时分秒%％\s/-]*(?:万元|元|万|个|天|日)?$/u;
const HEAD_WORD =
  /(?:内容|金额|备注|时间|得分|数量|单位|价|说明|要求|结果|情况|名称|编号|地点|排名|人|商|日期|标准|条件|方式|期限|次序|顺序|类别|型号|规格|品牌|比例|范围)$/u;
const LONGEST_HEAD = 20;

/**
 * How many first rows look like a head where the page marks none: every column has a short name and none is a figure.
 * In two or four columns they may as well be labels with their values, and then no row is a head.
 */
function guessedHead(cells: readonly TableCell[], rows: number, columns: number): number {
  const titles = cells.filter((cell) => cell.columns === columns && cell.row === 0).length;
  const first = cells.filter(({ row }) => row === titles);
  const covered = first.reduce((sum, cell) => sum + cell.columns, 0);
  const isNamed = first.every(
    ({ text }) => [...text].length <= LONGEST_HEAD && !FIGURE.test(text) && !/[：:。；]/u.test(text),
  );
  if (columns < 2 || rows - titles < 2 || covered < columns || !isNamed) return 0;
  return isOfPairs(cells, titles, columns) ? 0 : titles + 1;
}

/** Whether the first cells of the rows name what stands beside them, as in a form of two or four columns. */
function isOfPairs(cells: readonly TableCell[], titles: number, columns: number): boolean {
  if (columns !== 2 && columns !== 4) return false;
  const values = cells.filter(({ row, column }) => row === titles && column % 2 === 1);
  if (!values.every(({ text }) => HEAD_WORD.test(text.replaceAll('**', '')))) return true;
  const below = cells.filter(({ row, column }) => row > titles && column === 0);
  const named = below.filter(({ text }) => HEAD_WORD.test(text.replaceAll('**', '').replace(/[：:]$/u, '')));
  return named.length * 2 > below.length;
}
