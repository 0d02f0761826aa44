import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { toCsv } from '../../src/core/csv.ts';
import { columns } from '../../src/core/open-data/columns.ts';
import { loadContent } from '../../src/site/content.ts';
import { announcementTable, announcementWorkbook } from '../../src/site/data.ts';
import { cellsInWorkbook } from '../core/workbook.ts';

/** The cells of a table whose cells hold no line breaks. */
const cellsIn = (csv: string): readonly (readonly string[])[] =>
  csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(([, quoted, plain]) =>
        quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
      ),
    );

const [head, ...rows] = cellsIn(toCsv(announcementTable(loadContent().edition, '2026'))) as [
  readonly string[],
  ...(readonly string[])[],
];
const column = (heading: string): readonly string[] => rows.map((row) => row[head.indexOf(heading)]!);
const lineOf = (id: string): Readonly<Record<string, string>> =>
  Object.fromEntries(head.map((heading, index) => [heading, rows.find(([own]) => own === id)![index]!]));

test('a year’s table has a line for every announcement of the year, and a cell for every heading', () => {
  const ids = check('content')
    .corpus.entries.filter(({ announcement }) => announcement.publishedAt.startsWith('2026'))
    .map(({ id }) => id);
  expect(column('公告标识').toSorted()).toEqual(ids.toSorted());
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
  expect(new Set(head).size).toBe(columns.length);
});

test('money is yuan as a decimal without a sign, and instants carry their offset', () => {
  for (const heading of ['预算、起始价（元）', '成交价（元）']) {
    const amounts = column(heading).filter(Boolean);
    expect(amounts.length).toBeGreaterThan(10);
    expect(amounts.filter((amount) => !/^\d+\.\d{2}$/u.test(amount))).toEqual([]);
  }
  for (const heading of ['发布时间', '截止时间', '原截止时间', '开标（竞价）时间']) {
    const instants = column(heading).filter(Boolean);
    expect(instants.length).toBeGreaterThan(1);
    expect(instants.filter((instant) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u.test(instant))).toEqual(
      [],
    );
  }
});

test('a corrected tender has its deadline in force, the first one, and who moved it', () => {
  expect(lineOf('gm-js-2026-031-tender')).toMatchObject({
    截止种类: '投标截止',
    截止时间: '2026-12-08T09:30:00+08:00',
    原截止时间: '2026-11-18T09:30:00+08:00',
    项目编号: 'GM-JS-2026-031',
    '预算、起始价（元）': '11600000.00',
  });
  expect(lineOf('gm-js-2026-031-tender')['更正公告']).toContain('gm-js-2026-031-correction-2');
});

test('a rent says by what it is reckoned, and lots that were let together are one sum', () => {
  expect(lineOf('gm-cq-2026-05-lease')['计价方式']).not.toBe('');
  expect(lineOf('gm-js-2026-020-award')['成交价（元）']).toBe('8609000.00');
});

test('the workbook of a year has the same lines as its table, its codes as text', async () => {
  const { edition } = loadContent();
  const cells = cellsInWorkbook(await announcementWorkbook(edition, '2026'));
  expect(cells[0]).toEqual(head);
  expect(cells.slice(1).map(([id]) => id)).toEqual(rows.map(([id]) => id));
  for (const heading of ['公告标识', '网址', '项目编号'])
    expect(cells.slice(1).map((row) => row[head.indexOf(heading)] ?? '')).toEqual(column(heading));
  const line = cells.find(([id]) => id === 'gm-js-2026-031-tender')!;
  expect(line[head.indexOf('预算、起始价（元）')]).toMatchObject({ number: 11_600_000 });
  expect(line[head.indexOf('截止时间')]).toMatchObject({ format: 'yyyy-mm-dd hh:mm' });
});

test('what may be added is called a total, and every total has a sum', () => {
  const priced = rows.map(([id]) => lineOf(id!)).filter((line) => line['成交价种类']);
  const totals = priced.filter((line) => line['成交价种类'] === '总价');
  expect(totals.length).toBeGreaterThan(20);
  expect(totals.filter((line) => !line['成交价（元）'])).toEqual([]);
  expect(
    priced
      .filter((line) => !totals.includes(line))
      .map((line) => line['成交价种类']!)
      .toSorted(),
  ).toEqual(['分项报价', '单价（每亩每年）', '单价（每月）']);
});
