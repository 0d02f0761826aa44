/** What a rule of wording finds in a line: where, counted in UTF-16 units, and what to say of it. */
export interface WordingFault {
  code: string;
  index: number;
  text: string;
  message: string;
  help: string;
  citation?: string;
}

/** One line of an announcement, of its fields or of its body. */
export interface Line {
  text: string;
  /** Of a row in a table: its heading's cells, as `cellsOf` gives them. */
  headings: readonly string[] | undefined;
  /** Whether the announcement gives the result of a procurement. */
  isProcurementResult: boolean;
}

export type WordingRule = (line: Line) => readonly WordingFault[];

/** The cells of a table's row with their places in the line. */
export function cellsOf(row: string): readonly { text: string; index: number }[] {
  let index = 0;
  return row
    .split('|')
    .map((part) => {
      const cell = { text: part.trim(), index: index + part.length - part.trimStart().length };
      index += part.length + 1;
      return cell;
    })
    .slice(1, -1);
}
