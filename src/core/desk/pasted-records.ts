import { fieldNamed, type Field } from '../announcement/field.ts';
import { unitInName } from '../announcement/unit-in-name.ts';
import { understandRecord, type RecordAnswer } from '../drafting/draft.ts';
import { cellsOf } from './cells.ts';

/** What was made of a range for a list of records. */
export interface PastedRecords {
  readonly records: readonly RecordAnswer[];
  /** What did not fit, a sentence each; the words are all there. */
  readonly messages: readonly string[];
}

/** A column of the range: the field that it fills, and the unit that its heading gives to bare figures. */
interface Column {
  field: Field | undefined;
  unit?: string;
  heading?: string;
}

/**
 * Records from a range of a spreadsheet. Where its first row names the columns, they go to the fields of those names;
 * else they are taken in the order of the form.
 * @param fields of a record
 * @param text as the clipboard has it
 */
export function recordsFrom(fields: readonly Field[], text: string): PastedRecords {
  const [first = [], ...rest] = cellsOf(text);
  const named = first.map((heading) => columnNamed(fields, heading));
  const isHeaded =
    named.some(({ field }) => field) && named.filter(({ field }) => field).length * 2 >= filled(first);
  const rows = isHeaded ? rest : [first, ...rest];
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = isHeaded
    ? onceEach(named)
    : Array.from({ length: width }, (_, at) => ({ field: fields[at] }));
  const records = rows.filter((row) => filled(row) > 0).map((row) => recordOf(columns, row));
  return {
    records,
    messages: [...leftOver(columns, rows), ...records.flatMap((record, at) => faultsOf(fields, record, at))],
  };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

function columnNamed(fields: readonly Field[], heading: string): Column {
  const name = heading.replaceAll(/\s/gu, '');
  const field = fieldNamed(fields, name);
  return { heading, ...(field ? { field } : { field: undefined, ...unitInName(name, fields) }) };
}

/** A second column of the same name fills nothing. */
const onceEach = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column, at) =>
    columns.findIndex(({ field }) => field === column.field) < at ? { ...column, field: undefined } : column,
  );

const recordOf = (columns: readonly Column[], row: readonly string[]): RecordAnswer =>
  Object.fromEntries(
    row.flatMap((cell, at) => {
      const { field, unit } = columns[at] ?? { field: undefined };
      return field && cell !== '' ? [[field.label, valueOf(field, cell, unit)] as const] : [];
    }),
  );

/** A figure with the unit of its heading; one that has its own keeps that. */
function valueOf({ kind }: Field, cell: string, unit: string | undefined): string {
  const isBare = /^[¥￥]?[-−]?\d[\d,，.]*$/u.test(cell);
  return unit !== undefined && isBare && kind && 'value' in kind.parse(`${cell}${unit}`)
    ? `${cell}${unit}`
    : cell;
}

/** Columns that no field takes, with the first word that stands in them. */
const leftOver = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, at) => at).flatMap((at) => {
    const words = rows.map((row) => row[at] ?? '').find((cell) => cell !== '');
    if (columns[at]?.field || words === undefined) return [];
    const name = columns[at]?.heading || `第 ${at + 1} 列`;
    return [`“${name}”没有对应的栏，没有填进来：${words.slice(0, 12)}`];
  });

function faultsOf(fields: readonly Field[], record: RecordAnswer, at: number): readonly string[] {
  const understood = understandRecord(fields, record);
  return 'fault' in understood ? [`第 ${at + 1} 行：${understood.fault.message}`] : [];
}
