import { toCsv } from '../../core/csv.ts';
import type { YearPage } from './year.ts';

/** All numbers of a year's page, one a line: the question, the row, the column with its unit, the value. */
export function yearTable({ figures }: Pick<YearPage, 'figures'>): string {
  const rows = figures.flatMap(({ title, table: { unit, head, rows: all } }) =>
    all.flatMap(([name, ...cells]) =>
      cells.map(({ text, value }, column) => [
        title,
        name!.text,
        unit === undefined ? head[column + 1]! : `${head[column + 1]!}（${unit}）`,
        value ?? text,
      ]),
    ),
  );
  return toCsv(['统计', '行', '列', '数值'], rows);
}
