import type { TableColumn } from '../table.ts';
import { fileName, unitOf, type DescribedTable, type Publication } from './described-table.ts';

type ColumnKind = NonNullable<TableColumn['kind']>;

const TYPES: Readonly<Record<ColumnKind, Readonly<Record<string, string>>>> = {
  text: { type: 'string' },
  money: { type: 'number' },
  moment: { type: 'datetime', format: '%Y-%m-%dT%H:%M:%S%z' },
  day: { type: 'date' },
  number: { type: 'number' },
  mixed: { type: 'string' },
};

/**
 * All tables as a Frictionless data package, which importers of spreadsheets know: https://specs.frictionlessdata.io/
 * @param urlOf gives the whole address of a file; the package may lie elsewhere than a table
 */
export const toDataPackage = (
  tables: readonly DescribedTable[],
  { publisher, licence }: Publication,
  urlOf: (path: string) => string,
): Record<string, unknown> => ({
  profile: 'tabular-data-package',
  name: 'tables',
  title: `${publisher}公告数据`,
  ...(licence && {
    licenses: [{ title: licence.name, ...(licence.url !== undefined && { path: licence.url }) }],
  }),
  contributors: [{ title: publisher, role: 'publisher' }],
  resources: tables.map(({ path, title, columns }) => ({
    profile: 'tabular-data-resource',
    name: fileName(path).replace(/\.csv$/u, ''),
    title,
    path: urlOf(path),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: columns.map(fieldOf), missingValues: [''] },
  })),
});

function fieldOf(column: TableColumn): Record<string, unknown> {
  const { heading, kind = 'text', help } = column;
  const unit = unitOf(column);
  return {
    name: heading,
    ...TYPES[kind],
    ...(help !== undefined && { description: help }),
    ...(unit !== undefined && { unit }),
  };
}
