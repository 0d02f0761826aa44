import { rfc3339 } from './announcement/instant.ts';
import { toYuan, type Fen } from './announcement/money.ts';

/**
 * What the values of a column are: text, codes among it; money in fen; a moment in Beijing time; a calendar day; a
 * plain number; or words, numbers and sums mixed, as among figures of many kinds.
 */
type ColumnKind = 'text' | 'money' | 'moment' | 'day' | 'number' | 'mixed';

/** The head of a column, in Chinese; a unit stands in brackets. Without a kind its cells are text. */
export interface TableColumn {
  heading: string;
  kind?: ColumnKind;
  /** For who reads the description of the table. */
  help?: string;
}

/** A value of the kind of its column, a sum among mixed ones as `{ fen }`; what a row does not have is absent. */
export type TableCell = string | number | { readonly fen: Fen } | undefined;

export interface Table {
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
}

/** A cell as programs read it: money in yuan with two decimals, moments with their offset, an absent one empty. */
export function textOf(cell: TableCell, kind: ColumnKind = 'text'): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return toYuan(cell.fen);
  if (kind === 'money') return toYuan(cell as Fen);
  return kind === 'moment' ? rfc3339(cell as string) : String(cell);
}
