import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import type { DescribedTable } from '../../src/core/table-description/described-table.ts';
import { toCsvw } from '../../src/core/table-description/csvw.ts';
import type { Table } from '../../src/core/table.ts';
import { announcementTable, projectTable } from '../../src/site/data.ts';
import { disclosureTable } from '../../src/site/disclosure/data.ts';
import { disposalTable } from '../../src/site/disposals.ts';
import { yearTable } from '../../src/site/statistics/table.ts';
import { yearPage } from '../../src/site/statistics/year.ts';
import {
  announcementsOf,
  DATA_PACKAGE,
  disclosureItemsOf,
  disposalsOf,
  figuresOf,
  packageOf,
  projectsOf,
} from '../../src/site/tables.ts';
import { keysOf } from '../../src/site/unit.ts';
import { KINDS } from '../../src/site/units.ts';
import { sampleEdition } from './edition.ts';

const edition = sampleEdition();

/** Each table of 2026 as it is described and as it is. */
const tables: readonly (readonly [DescribedTable, Table])[] = [
  [announcementsOf(edition, '2026'), announcementTable(edition, '2026')],
  [projectsOf(edition, '2026'), projectTable(edition, '2026')],
  [disposalsOf(edition, '2026'), disposalTable(edition, '2026')],
  [figuresOf(edition, '2026'), yearTable(yearPage(edition, 2026))],
  [disclosureItemsOf(edition), disclosureTable(edition)],
];

/** What a cell of a datatype looks like; an empty one is absent. */
const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^/u,
  decimal: /^-?\d+(?:\.\d+)?$/u,
  dateTimeStamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u,
  date: /^\d{4}-\d\d-\d\d$/u,
};

describe.each(tables.map(([described, table]) => [described.path, described, table] as const))(
  '%s',
  (_, described, table) => {
    const [head, ...rows] = parse(toCsv(table), { bom: true }) as string[][];
    const columns = (
      toCsvw(described, { publisher: '示例中心' })['tableSchema'] as {
        columns: { titles: string; datatype: string; 'dc:description'?: string }[];
      }
    ).columns;

    test('the description has every column of the file, in its order, each once', () => {
      expect(columns.map(({ titles }) => titles)).toEqual(head);
      expect(new Set(head).size).toBe(head!.length);
      expect(rows.length).toBeGreaterThan(3);
    });

    test('every cell is of the datatype that the description says', () => {
      const wrong = rows.flatMap((row) =>
        row.filter((cell, at) => cell !== '' && !FORMS[columns[at]!.datatype]!.test(cell)),
      );
      expect(wrong).toEqual([]);
    });
  },
);

const files = KINDS.flatMap((kind) =>
  keysOf(kind, edition).flatMap((key) => [
    ...kind.pages(edition, key).map(({ path }) => path),
    ...[...(kind.files?.(edition, key) ?? [])].map(({ path }) => path),
  ]),
);
const csvs = files.filter((path) => path.endsWith('.csv') && !path.startsWith('parties/'));

test('every table has its description beside it, but those of single units', () => {
  expect(csvs.length).toBeGreaterThan(8);
  for (const path of csvs) expect(files, path).toContain(`${path}-metadata.json`);
});

test('the data package names the same tables with the same columns', () => {
  const file = packageOf(edition) as { path: string; text: string };
  const { resources } = JSON.parse(file.text) as {
    resources: { path: string; name: string; schema: { fields: { name: string }[] } }[];
  };
  expect(file.path).toBe(DATA_PACKAGE);
  expect(resources.map(({ path }) => path).toSorted()).toEqual(
    csvs.map((path) => edition.absolute(path)).toSorted(),
  );
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  for (const [{ path, columns }] of tables) {
    const { schema } = resources.find((one) => one.path === edition.absolute(path))!;
    expect(schema.fields.map(({ name }) => name)).toEqual(columns.map(({ heading }) => heading));
  }
});

test('money says its unit, and so does a number that has one behind its name', () => {
  const described = JSON.stringify(toCsvw(disposalsOf(edition, '2026'), { publisher: '示例中心' }));
  expect(described).toContain('{"titles":"成交价（元）","datatype":"decimal"');
  expect(described).toMatch(/"titles":"年限（月）","datatype":"decimal",[^{}]*"schema:unitText":"月"/u);
});
