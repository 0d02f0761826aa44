import { writeXlsx, type CellValue, type ColumnDef, type WriteSheet } from 'hucre/xlsx';
import { rfc3339 } from './announcement/instant.ts';
import { toYuan, type Fen } from './announcement/money.ts';
import { toWellFormedText } from './markup.ts';
import type { Table, TableCell, TableColumn } from './table.ts';

type ColumnKind = NonNullable<TableColumn['kind']>;

/** The format of a column. `@` keeps as text also what somebody types into a cell of codes later. */
const FORMAT: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  money: '#,##0.00',
  moment: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
  number: 'General',
  mixed: 'General',
};

/** Width in characters: `2026-03-25 09:30` and a hundred million yuan must not print as `####`. */
const WIDTH: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  money: 20,
  moment: 18,
  day: 12,
  number: 10,
  mixed: 20,
};

/** Digits of a number that a spreadsheet keeps; a longer sum is text. */
const DIGITS = 15;

/** Characters of a cell that Excel opens. */
const LONGEST = 32_767;

/** A file would else name the moment at which it was made; the tables say themselves of when they are. */
const NO_TIME = new Date(0);

/**
 * A table as a workbook for spreadsheets: codes and long figures stay text, days and moments (in Beijing time) are
 * dates, money is a number in yuan. Nothing is a formula. A second sheet says what the columns mean, then `notes`. The
 * same table gives the same bytes.
 */
export async function toXlsx(given: {
  /** Name of the sheet: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  table: Table;
  notes?: readonly string[];
}): Promise<Uint8Array<ArrayBuffer>> {
  const { name, table, notes = [] } = given;
  const helps = table.columns.filter(({ help }) => help !== undefined);
  const lines = [
    ...helps.map(({ heading, help }) => [heading, help!]),
    ...notes.map((note) => ['说明', note]),
  ];
  const bytes = await writeXlsx({
    sheets: [sheetOf(name, table), ...(lines.length === 0 ? [] : [helpSheet(lines)])],
    properties: { title: name, created: NO_TIME, modified: NO_TIME },
  });
  return new Uint8Array(bytes);
}

const sheetOf = (name: string, { columns, rows }: Table): WriteSheet => ({
  name,
  columns: columns.map(({ kind = 'text' }): ColumnDef => ({ width: WIDTH[kind], numFmt: FORMAT[kind] })),
  rows: [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => row.map((cell, at) => valueOf(cell, columns[at]!.kind ?? 'text'))),
  ],
  freezePane: { rows: 1 },
});

const helpSheet = (lines: readonly (readonly string[])[]): WriteSheet => ({
  name: '栏目说明',
  columns: [
    { width: 28, numFmt: FORMAT.text },
    { width: 100, numFmt: FORMAT.text },
  ],
  rows: [['栏目', '说明'], ...lines.map((line) => line.map(toCellText))],
});

function valueOf(cell: TableCell, kind: ColumnKind): CellValue {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'object') return sumOf(cell.fen);
  switch (kind) {
    case 'money':
      return sumOf(cell as Fen);
    case 'moment':
      return new Date(`${rfc3339(cell as string).slice(0, 19)}Z`);
    case 'day':
      return new Date(`${cell as string}T00:00:00Z`);
    default:
      return typeof cell === 'number' ? cell : toCellText(cell);
  }
}

/** Yuan as a number; as text where a spreadsheet would round it. */
function sumOf(fen: Fen): CellValue {
  const yuan = toYuan(fen);
  return yuan.replace(/\D/gu, '').length <= DIGITS ? Number(yuan) : yuan;
}

const toCellText = (text: string): string => toWellFormedText(text).slice(0, LONGEST);
