import { lineAt, type BlockRule, type BlockState } from './lines.ts';

/** Rows above the rule `| --- |` that are looked through for it. */
const MOST_HEADS = 10;

/** A cell that is open to others below it or beside it; columns count from 0. */
interface Cell {
  column: number;
  columns: number;
  rows: number;
  text: string;
  /** `^^` with nothing above that it could join. */
  joinsNothing: boolean;
}

/**
 * A table: one line a row, cells divided by `|`, head rows above the rule `| --- |`. Nothing between two bars joins the
 * cell on the left, `^^` the cell above within the head or within the body. Rows below one empty line go on with a body
 * of their own. No row loses a cell, however many it has. A head without a word is none: `| | |`.
 */
export const table: BlockRule = (state, line, end, silent) => {
  const rule = ruleBelow(state, line, end);
  if (rule === undefined) return false;
  if (silent) return true;
  const sides = cellsOf(lineAt(state, rule)).map(sideOf);
  const open = state.push('table_open', 'table', 1);
  const head = linesBetween(line, rule);
  if (head.some((at) => /[^\s|]/u.test(lineAt(state, at)))) pushRows(state, 'thead', head, sides);
  let next = rule + 1;
  while (next < end) {
    const from = next;
    while (next < end && isRow(state, next)) next += 1;
    if (next > from) pushRows(state, 'tbody', linesBetween(from, next), sides);
    if (next > from && goesOnAfter(state, next, end)) next += 1;
    else break;
  }
  open.map = [line, next];
  state.push('table_close', 'table', -1);
  state.line = next;
  return true;
};

const linesBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** The line of the rule below the head rows that begin here. */
function ruleBelow(state: BlockState, line: number, end: number): number | undefined {
  if (!isRow(state, line) || isRule(lineAt(state, line))) return undefined;
  for (let at = line + 1; at < end && at <= line + MOST_HEADS && isRow(state, at); at += 1) {
    if (isRule(lineAt(state, at))) return at;
  }
  return undefined;
}

/** Whether the rows below an empty line are of the same table: not where they have a rule of their own. */
const goesOnAfter = (state: BlockState, line: number, end: number): boolean =>
  line + 1 < end &&
  state.isEmpty(line) &&
  isRow(state, line + 1) &&
  /^\|.*\|\s*$/u.test(lineAt(state, line + 1)) &&
  ruleBelow(state, line + 1, end) === undefined;

const isRow = (state: BlockState, line: number): boolean =>
  state.sCount[line]! >= state.blkIndent && !state.isEmpty(line) && BAR.test(lineAt(state, line));

const BAR = /(?<!\\)\|/u;
const RULE_CELL = /^\s*:?(?:-+|=+):?\+?\s*$/u;
const isRule = (line: string): boolean =>
  /^[\s|:=+-]+$/u.test(line) && cellsOf(line).every((cell) => RULE_CELL.test(cell));

/** What stands between the bars of a row; the outer bars may be missing. */
function cellsOf(line: string): readonly string[] {
  const cells = line.trimEnd().split(/(?<!\\)\|/u);
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  if (cells.length > 1 && cells[0]!.trim() === '') cells.shift();
  return cells;
}

function sideOf(cell: string): string {
  const mark = cell.trim().replace(/\+$/u, '');
  if (!mark.endsWith(':')) return '';
  return mark.startsWith(':') ? 'align-center' : 'align-right';
}

function pushRows(
  state: BlockState,
  group: 'thead' | 'tbody',
  lines: readonly number[],
  sides: readonly string[],
): void {
  state.push(`${group}_open`, group, 1).map = [lines[0]!, lines.at(-1)! + 1];
  for (const { line, cells } of joined(
    lines.map((at) => cellsOf(lineAt(state, at))),
    lines,
  )) {
    state.push('tr_open', 'tr', 1).map = [line, line + 1];
    for (const cell of cells)
      pushCell(state, group === 'thead' ? 'th' : 'td', cell, line, sides[cell.column]);
    state.push('tr_close', 'tr', -1);
  }
  state.push(`${group}_close`, group, -1);
}

function pushCell(
  state: BlockState,
  tag: 'th' | 'td',
  { columns, rows, text, joinsNothing }: Cell,
  line: number,
  side = '',
): void {
  const open = state.push(`${tag}_open`, tag, 1);
  open.map = [line, line + 1];
  open.attrs = [
    ...(tag === 'th' ? [['scope', 'col'] as [string, string]] : []),
    ...(columns > 1 ? [['colspan', String(columns)] as [string, string]] : []),
    ...(rows > 1 ? [['rowspan', String(rows)] as [string, string]] : []),
    ...(side === '' ? [] : [['class', side] as [string, string]]),
  ];
  if (joinsNothing) open.meta = JOINS_NOTHING;
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push(`${tag}_close`, tag, -1);
}

/** What a cell is that prints its own `^^`. */
export const JOINS_NOTHING = 'joins nothing';

/** Joins the cells of a group of rows. */
function joined(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): readonly { line: number; cells: readonly Cell[] }[] {
  let above: readonly Cell[] = [];
  return rows.map((texts, row) => {
    const cells: Cell[] = [];
    /** The cells that this row shows to the next, by column. */
    const shown: Cell[] = [];
    for (let column = 0; column < texts.length;) {
      const text = texts[column]!;
      let columns = 1;
      while (texts[column + columns] === '') columns += 1;
      const target = text.trim() === '^^' ? above[column] : undefined;
      const width = target ? joinedWidth(texts, column, target) : undefined;
      if (target && width !== undefined) {
        target.rows += 1;
        columns = width;
        for (let at = 0; at < width; at += 1) shown[column + at] = target;
      } else {
        const cell = { column, columns, rows: 1, text: text.trim(), joinsNothing: text.trim() === '^^' };
        cells.push(cell);
        for (let at = 0; at < columns; at += 1) shown[column + at] = cell;
      }
      column += columns;
    }
    above = shown;
    return { line: lines[row]!, cells };
  });
}

/** How many columns of a row a cell above takes: all of its own must say `^^`, or be joined to one that does. */
function joinedWidth(texts: readonly string[], column: number, target: Cell): number | undefined {
  if (target.column !== column) return undefined;
  const own = texts.slice(column, column + target.columns);
  return own.length === target.columns && own.every((text) => text === '' || text.trim() === '^^')
    ? target.columns
    : undefined;
}
