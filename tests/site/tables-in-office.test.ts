import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import type { Table } from '../../src/core/table.ts';
import { findOffice } from '../../src/importer/documents/convert.ts';
import { announcementTable, projectTable } from '../../src/site/data.ts';
import { disposalTable } from '../../src/site/disposals.ts';
import { sampleEdition } from './edition.ts';

/*
 * What a clerk's spreadsheet makes of the tables, on machines that have LibreOffice: every line, and no cell a formula.
 */

const office = findOffice(process.env['PATH']);
/** The first start takes five seconds, on a busy machine many. */
const LONG = 180_000;

const edition = sampleEdition();
const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '甲\r=1+1', '甲\n=1+1', '"=1+1'];
const tables: Readonly<Record<string, Table>> = {
  announcements: announcementTable(edition, '2026'),
  projects: projectTable(edition, '2026'),
  disposals: disposalTable(edition, '2026'),
  hostile: {
    columns: [{ heading: '编号' }, { heading: '值' }],
    rows: hostile.map((text, at) => [String(at), text]),
  },
};

describe.runIf(office !== undefined)('LibreOffice opens', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhangbang-tables-'));
    mkdirSync(join(folder, 'out'));
    const files = Object.entries(tables).map(([name, table]) => {
      const file = join(folder, `${name}.csv`);
      writeFileSync(file, toCsv(table));
      return file;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    // Comma, quotation mark, UTF-8, from the first line on: what its dialog offers for such a file.
    const asCsv = '--infilter=CSV:44,34,76,1';
    const options = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, asCsv];
    execFileSync(office!, [...options, '--convert-to', 'fods', '--outdir', join(folder, 'out'), ...files], {
      stdio: 'ignore',
      timeout: LONG,
    });
  }, LONG);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.keys(tables))('%s: every line is there, and no cell is a formula', (name) => {
    const sheet = readFileSync(join(folder, 'out', `${name}.fods`), 'utf8');
    expect(sheet).not.toContain('table:formula');
    const rows = [...sheet.matchAll(/<table:table-row[^>]*>([^]*?)<\/table:table-row>/gu)].filter(
      ([, cells]) => cells!.includes('<text:p>'),
    );
    expect(rows).toHaveLength(tables[name]!.rows.length + 1);
  });
});
