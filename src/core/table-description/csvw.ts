import type { TableColumn } from '../table.ts';
import { fileName, unitOf, type DescribedTable, type Publication } from './described-table.ts';

type ColumnKind = NonNullable<TableColumn['kind']>;

/** By what programs read the cells; amounts have two decimals, moments their offset. */
const DATATYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  money: 'decimal',
  moment: 'dateTimeStamp',
  day: 'date',
  number: 'decimal',
  mixed: 'string',
};

/** Where the description of a table lies: CSV on the Web looks for it there by itself. */
export const descriptionPath = (path: string): string => `${path}-metadata.json`;

/** The description of a table by CSV on the Web: https://www.w3.org/TR/tabular-metadata/ */
export const toCsvw = (
  { path, title, columns }: DescribedTable,
  { publisher, licence }: Publication,
): Record<string, unknown> => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
  url: fileName(path),
  lang: 'zh',
  'dc:title': title,
  'dc:publisher': publisher,
  ...(licence && { 'dc:rights': licence.name }),
  ...(licence?.url !== undefined && { 'dc:license': { '@id': licence.url } }),
  dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
  tableSchema: { columns: columns.map(columnOf) },
});

function columnOf(column: TableColumn): Record<string, unknown> {
  const { heading, kind = 'text', help } = column;
  const unit = unitOf(column);
  return {
    titles: heading,
    datatype: DATATYPES[kind],
    ...(help !== undefined && { 'dc:description': help }),
    ...(unit !== undefined && { 'schema:unitText': unit }),
  };
}
