import type { RecordAnswer } from '../../../core/drafting/draft.ts';

/** The cells of a range as spreadsheets copy it: tabs between cells, a line each row. Nothing where it is one cell. */
export function rangeIn(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n');
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  return rows.length > 1 || rows[0]!.length > 1 ? rows : undefined;
}

interface Pasting {
  readonly records: readonly RecordAnswer[];
  /** Labels of the columns that are shown. */
  readonly columns: readonly string[];
  readonly range: readonly (readonly string[])[];
  /** The cell that it is pasted into. */
  readonly index: number;
  readonly column: number;
}

/** The records with a range in them: by its own head where that names columns, else by place. */
export function withRange({ records, columns, range, index, column }: Pasting): readonly RecordAnswer[] {
  const head = range[0]!;
  const isHead = head.length > 1 && head.every((cell) => cell === '' || columns.includes(cell));
  const labels = isHead ? head : columns.slice(column);
  const rows = isHead ? range.slice(1) : range;
  const pasted = rows.map((cells) =>
    Object.fromEntries(cells.map((cell, place) => [labels[place] ?? '', cell] as const)),
  );
  const length = Math.max(records.length, index + pasted.length);
  return Array.from({ length }, (_none, place) => {
    const { '': _, ...given } = pasted[place - index] ?? {};
    return { ...records[place], ...given };
  });
}
