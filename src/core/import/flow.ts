import { isStruck } from './seen.ts';
import { childrenOf, isBlock, isTag, isText, isUnseen, lineOf, type AnyNode, type Element } from './tree.ts';

/** One line of words, as a reader sees it, and the line of the source that it begins in. */
export interface Line {
  kind: 'line';
  text: string;
  line: number;
}

export interface Cell {
  /** Its lines, joined by line breaks. */
  text: string;
  lines: readonly Line[];
  isHead: boolean;
}

/** A table: every place of its rows has its cell, one that spans several places is in each of them. */
export interface Grid {
  kind: 'grid';
  rows: readonly (readonly Cell[])[];
}

/** What a reader sees of a body, from top to bottom. */
export type Flow = readonly (Line | Grid)[];

/**
 * The lines and tables of a body in the order of the page. What a table only lays out, one column or tables in its
 * cells, is lines.
 */
export function flowOf(nodes: readonly AnyNode[]): Flow {
  const flow: (Line | Grid)[] = [];
  let words = '';
  let line = 0;
  const flush = (): void => {
    const text = words.trim();
    if (text !== '') flow.push({ kind: 'line', text, line });
    words = '';
    line = 0;
  };
  const walk = (node: AnyNode): void => {
    if (isText(node)) {
      if (line === 0 && node.data.trim() !== '') line = lineOf(node) + breaksBefore(node.data);
      words += node.data.replace(/[ \t\r\n\f]+/gu, ' ');
      return;
    }
    // What is struck out is no longer said: no value is read of it.
    if (isTag(node) && (isUnseen(node) || isStruck(node))) return;
    if (isTag(node) && node.name === 'br') flush();
    const block = isBlock(node);
    if (block) flush();
    if (isTag(node) && node.name === 'table') flow.push(...tableOf(rowsOf(node)));
    else if (isTag(node) && node.name === 'dl') flow.push(...tableOf(termsOf(node)));
    else for (const child of childrenOf(node)) walk(child);
    if (block) flush();
  };
  nodes.forEach(walk);
  flush();
  return flow;
}

const breaksBefore = (text: string): number => /^\s*/u.exec(text)![0].split('\n').length - 1;

interface Placed {
  flow: Flow;
  cell: Cell;
  columns: number;
  rows: number;
}
type Rows = readonly (readonly Placed[])[];

/** A table as rows; those with tables in their cells, and tables of one column, as what stands in the cells. */
function tableOf(rows: Rows): Flow {
  const flow: (Line | Grid)[] = [];
  let plain: (readonly Placed[])[] = [];
  const flush = (): void => {
    if (plain.length > 0) flow.push(...gridOf(plain));
    plain = [];
  };
  for (const row of rows) {
    if (row.some((placed) => placed.flow.some(({ kind }) => kind === 'grid'))) {
      flush();
      flow.push(...row.flatMap((placed) => placed.flow));
    } else plain.push(row);
  }
  flush();
  return flow;
}

/** How far one cell may reach: more is a slip that would fill the memory. */
const FARTHEST = 100;
/** Most columns of a table of which any is read. */
const MOST_COLUMNS = 200;

function gridOf(rows: Rows): Flow {
  const isLaidOut = rows.every((row) => row.filter(({ cell }) => cell.text !== '').length <= 1);
  if (isLaidOut) return rows.flatMap((row) => row.flatMap(({ cell }) => cell.lines));
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    let column = 0;
    for (const { cell, columns, rows: height } of row) {
      if (column >= MOST_COLUMNS) break;
      while (grid[top]![column] !== undefined) column += 1;
      for (let below = 0; below < height && top + below < grid.length; below += 1)
        for (let right = 0; right < columns; right += 1) grid[top + below]![column + right] = cell;
      column += columns;
    }
  });
  return [{ kind: 'grid', rows: grid.map((row) => Array.from(row, (cell) => cell ?? EMPTY)) }];
}

const EMPTY: Cell = { text: '', lines: [], isHead: false };

const rowsOf = (table: Element): Rows =>
  childrenOf(table).flatMap((part) => {
    if (!isTag(part) || isUnseen(part)) return [];
    if (part.name === 'tr') return [cellsOf(part)];
    if (/^t(?:head|body|foot)$/u.test(part.name)) return rowsOf(part);
    // A caption is read as a row of its own.
    return part.name === 'caption' ? [[placedOf(part)]] : [];
  });

const cellsOf = (row: Element): readonly Placed[] =>
  childrenOf(row).flatMap((cell) =>
    isTag(cell) && !isUnseen(cell) && /^t[dh]$/u.test(cell.name) ? [placedOf(cell)] : [],
  );

/** A list of terms as a table of two columns. */
function termsOf(list: Element): Rows {
  const rows: Placed[][] = [];
  const gather = (node: AnyNode): void => {
    if (!isTag(node) || isUnseen(node)) return;
    if (node.name === 'dt') rows.push([placedOf(node)]);
    else if (node.name === 'dd') (rows.at(-1) ?? rows[rows.push([]) - 1]!).push(placedOf(node));
    else childrenOf(node).forEach(gather);
  };
  childrenOf(list).forEach(gather);
  return rows;
}

function placedOf(cell: Element): Placed {
  const flow = flowOf(cell.children);
  const lines = flow.filter((item) => item.kind === 'line');
  const spanOf = (name: string): number => {
    const span = Number.parseInt(cell.attribs[name] ?? '1', 10);
    return span >= 1 ? Math.min(span, FARTHEST) : 1;
  };
  return {
    flow,
    cell: {
      text: lines.map(({ text }) => text).join('\n'),
      lines,
      isHead: cell.name === 'th' || cell.name === 'dt',
    },
    columns: spanOf('colspan'),
    rows: spanOf('rowspan'),
  };
}
