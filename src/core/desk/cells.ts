/**
 * The cells of a range as a spreadsheet puts it on the clipboard: a line for each row, tabs between cells; a cell with a
 * tab, a line break or a quotation mark in it stands in quotation marks. Empty rows at the end are none.
 */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const { 1: quoted, 2: plain = '', 3: end } of text.matchAll(CELL)) {
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    // A text ends once, though nothing can be found at its end once more.
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell === '')) rows.pop();
  return rows;
}

const CELL = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gu;

/** Whether a text is a range of a spreadsheet: two rows or more of as many cells each, or one of several. */
export function isRange(text: string): boolean {
  const rows = cellsOf(text);
  const [first] = rows;
  return first !== undefined && first.length > 1 && rows.every(({ length }) => length === first.length);
}
