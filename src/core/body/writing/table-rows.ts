/** A cell with its words in the dialect, in its place; rows and columns count from 0. */
export interface TableCell {
  text: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What a place says that no cell begins in. */
const EMPTY = ' ';
const JOINS_LEFT = '';
const JOINS_ABOVE = ' ^^ ';

/**
 * Writes a table in the dialect, a line each: `||` for what spans columns, `^^` for what spans rows, the rule below the
 * head, above which an empty row stands where there is none.
 * @param head how many rows are of it
 * @param rules what the rule says of each column, `---` or `:---:`
 */
export function* rowsOfTable(
  cells: readonly TableCell[],
  rows: number,
  columns: number,
  head: number,
  rules: readonly string[] = [],
): Generator<string> {
  const byRow: TableCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) byRow[cell.row]!.push(cell);
  const rule = `|${Array.from({ length: columns }, (_, at) => ` ${rules[at] ?? '---'} |`).join('')}`;
  /** By column, the cell that reaches down into this row. */
  let above: (TableCell | undefined)[] = [];
  if (head === 0) {
    yield `|${EMPTY}`.repeat(columns) + '|';
    yield rule;
  }
  for (let row = 0; row < rows; row += 1) {
    const shown: (TableCell | undefined)[] = [];
    const places = new Array<string>(columns).fill(EMPTY);
    const put = (cell: TableCell, words: string): void => {
      for (let at = cell.column; at < cell.column + cell.columns; at += 1) {
        places[at] = at === cell.column ? words : JOINS_LEFT;
        shown[at] = cell;
      }
    };
    for (const cell of new Set(above)) {
      // A head and a body are joined to nothing of each other.
      const isCut = row === head && head > 0;
      if (cell && cell.row + cell.rows > row && !isCut) put(cell, JOINS_ABOVE);
    }
    for (const cell of byRow[row]!) put(cell, ` ${cell.text} `);
    above = shown;
    yield `|${withoutRule(places).join('|')}|`;
    if (row + 1 === head) yield rule;
  }
}

/** A row of dashes alone would be the rule below the head. */
const withoutRule = (places: readonly string[]): readonly string[] =>
  places.every((place) => /^ :?(?:-+|=+):?\+? $/u.test(place))
    ? places.map((place, index) => (index === 0 ? ` \`${place.trim()}\` ` : place))
    : places;
