import type { Table, TableColumn } from '../../core/table.ts';
import type { YearPage } from './year.ts';

export const figureColumns: readonly TableColumn[] = [
  { heading: '统计', help: '统计页上的一个表。' },
  { heading: '行', help: '那个表的一行。' },
  { heading: '列', help: '那个表的一列，单位写在括号里。' },
  { heading: '数值', kind: 'mixed', help: '数、以元为单位的金额或者文字。' },
];

/** All numbers of a year's page, one a line: the question, the row, the column with its unit, the value. */
export const yearTable = ({ figures }: Pick<YearPage, 'figures'>): Table => ({
  columns: figureColumns,
  rows: figures.flatMap(({ title, table: { unit, head, rows } }) =>
    rows.flatMap(([name, ...cells]) =>
      cells.map(({ text, count, fen }, column) => [
        title,
        name!.text,
        unit === undefined ? head[column + 1]! : `${head[column + 1]!}（${unit}）`,
        fen === undefined ? (count ?? text) : { fen },
      ]),
    ),
  ),
});
