import { expect, test } from 'vitest';
import { Figures } from './figures.ts';
import { Sheet } from './sheet.ts';

const use = { wallSeconds: 2, cpuSeconds: 3, peakBytes: 2 ** 30, readBytes: 0 };

/** A part of the bench that is measured, and what it has printed so far. */
function part() {
  const printed: string[] = [];
  const sheet = new Sheet((line) => printed.push(line));
  return { printed, sheet, figures: new Figures(sheet.take) };
}

test('each row is printed before the next stage begins', async () => {
  const { printed, figures } = part();
  await figures.measured('check', 1000, async () => use);
  const seen = await figures.stage('the next stage', () => printed.join('\n'));
  expect(seen).toMatch(/^check +2\.0 +3\.0 +1024 +3\.00 +1049$/mu);
});

test('a stage that fails is named, and leaves the figures before and after it', async () => {
  const { printed, sheet, figures } = part();
  await figures.measured('check', 1000, async () => use);
  const pages = await figures.measured('pages', 1000, () => Promise.reject(new Error('no disk')));
  await figures.measured('mirror', 1000, async () => use);
  expect(pages).toBeUndefined();
  expect(sheet.failed).toEqual(['pages']);
  expect(printed).toContain('FAILED pages: no disk');
  expect(sheet.tables.flatMap(({ rows }) => rows.map(([name]) => name))).toEqual(['check', 'mirror']);
});

test('a promise that is not kept is missed in its row; one that does not bind fails nothing', () => {
  const { sheet, figures } = part();
  figures.goal('kept', 50, 100, 'ms');
  figures.goal('not kept', 150, 100, 'ms');
  figures.goal('not measured', NaN, 100, 'ms');
  figures.goal('of a small archive', 150, 100, 'ms', false);
  figures.goal('nothing at all', 1, 0, 'files');
  expect(sheet.missed).toEqual(['not kept', 'not measured', 'nothing at all']);
  expect(sheet.tables[0]!.rows).toEqual([
    ['kept', '50 ms', '100 ms', '0.50'],
    ['not kept', '150 ms', '100 ms', '1.50 missed'],
    ['not measured', 'NaN ms', '100 ms', 'NaN missed'],
    ['of a small archive', '150 ms', '100 ms', '1.50 missed'],
    ['nothing at all', '1 files', '0 files', 'missed'],
  ]);
});

test('a table has no column in which nothing stands', () => {
  const { sheet, figures } = part();
  figures.known('yaml', 2.5, 's');
  expect(sheet.tables).toEqual([{ head: ['figure', 'measured'], rows: [['yaml', '2.50 s']] }]);
});
