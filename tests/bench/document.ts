import type { Table } from './sheet.ts';

/** Where the figures of a part stand: between `<!-- bench: kiosk -->` and `<!-- end of bench -->`. */
const MARKED = /(<!-- bench: (\w+) -->\n)([^]*?)(<!-- end of bench -->)/gu;

/** The figures of a document that the bench has written, by the name of the part. */
export const partsOf = (document: string): ReadonlyMap<string, string> =>
  new Map([...document.matchAll(MARKED)].map(([, , name, text]) => [name!, text!]));

/** What was written by hand. */
export const proseOf = (document: string): string => document.replace(MARKED, '');

/**
 * The document with other figures of one part; the rest stays as it is.
 * @throws when the document has no place for that part
 */
export function renewPart(document: string, part: string, text: string): string {
  if (!partsOf(document).has(part)) throw new Error(`the document has no marker for the part ${part}`);
  return document.replace(MARKED, (all, start: string, name: string, _, end: string) =>
    name === part ? `${start}\n${text}\n\n${end}` : all,
  );
}

/** One paragraph of where the figures come from, and their tables, in Markdown. */
export const writtenPart = (origin: string, tables: readonly Table[]): string =>
  [origin, ...tables.map(markdownTable)].join('\n\n');

const markdownTable = ({ head, rows }: Table): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map(markdownRow).join('\n');

const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('*', '\\*')).join(' | ')} |`;
