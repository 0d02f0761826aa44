import type { Table } from '../../core/table.ts';
import type { YearPage } from './year.ts';

/** All numbers of a year's page, one a line: the question, the row, the column with its unit, the value. */
export const yearTable = ({ figures }: Pick<YearPage, 'figures'>): Table => ({
  columns: [{ heading: '统计' }, { heading: '行' }, { heading: '列' }, { heading: '数值', kind: 'mixed' }],
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
