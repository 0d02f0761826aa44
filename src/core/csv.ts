import { stringify } from 'csv-stringify/sync';
import { textOf, type Table } from './table.ts';

/**
 * A table as CSV for spreadsheets in Chinese offices: UTF-8 with a byte-order mark, lines ended as on Windows, every
 * cell text. A cell that a spreadsheet would take for a formula gets an apostrophe before it, so amounts carry no sign.
 */
export const toCsv = ({ columns, rows }: Table): string =>
  stringify(
    [
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map((cell, at) => textOf(cell, columns[at]!.kind))),
    ],
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      // Unquoted, a lone carriage return begins a new line in LibreOffice, where `=1` behind it was a formula.
      quoted_match: /[\r\n]/u,
    },
  );
