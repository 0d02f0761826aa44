import { readFileSync } from 'node:fs';
import { expect, test, describe } from 'vitest';
import { exportFor } from '../../../src/core/platform/export.ts';
import { mappingTables } from '../../../src/core/platform/guide.ts';
import { parseMapping, type Mapping } from '../../../src/core/platform/mapping.ts';
import { reportedSince } from '../../../src/site/reported.ts';
import { sampleEdition } from '../../site/edition.ts';

const text = readFileSync('src/core/platform/mapping.yaml', 'utf8');

function mappingOf(changed = text): Mapping {
  const parsed = parseMapping(changed);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.mapping;
}

const edition = sampleEdition();
const exported = (since: string, mapping = mappingOf()) =>
  exportFor(mapping, since, reportedSince(edition, since));

type Rows = readonly Readonly<Record<string, string>>[];
const rowsIn = ({ files }: ReturnType<typeof exported>, name: string): Rows =>
  JSON.parse(files.find(([file]) => file === `${name}.json`)![1]) as Rows;
const reportOf = ({ files }: ReturnType<typeof exported>): string => files.at(-1)![1];

describe('files for a platform above', () => {
  const all = exported('2000-01-01');

  test('a tender has its code, its deadline in force and its body', () => {
    const row = rowsIn(all, 'TENDER_QUA_INQUERY_ANN').find(
      ({ URL }) => URL === 'https://www.example.gov.cn/announcements/gm-js-2026-031-tender/',
    );
    expect(row).toMatchObject({
      TENDER_PROJECT_CODE: 'GM-JS-2026-031',
      BID_DOC_REFER_END_TIME: '2026-12-08T09:30:00+08:00',
      NOTICE_CONTENT: expect.stringContaining('<p>') as string,
    });
  });

  test('a result has a row for each lot that was won, with its own winner and price in 万元', () => {
    const rows = rowsIn(all, 'RESULT_NOTICE').filter(({ URL }) => URL!.includes('gm-js-2026-020-award'));
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ BID_SECTION_CODE }) => BID_SECTION_CODE)).size).toBe(rows.length);
    for (const { WIN_BIDDER_NAME, BID_AMOUNT } of rows) {
      expect(WIN_BIDDER_NAME).toBeTruthy();
      expect(BID_AMOUNT).toMatch(/^\d+(?:\.\d{1,6})?$/u);
    }
  });

  test('land that was granted has a row a parcel; mining rights and what was not granted have none', () => {
    const rows = rowsIn(all, 'DEAL_LAND_INFO');
    expect(rows.find(({ LAND_CODE }) => LAND_CODE === 'GM-2026-03')).toMatchObject({
      LENDING_NAME: '佛山市示例新材料有限公司',
      DEAL_PRICE: '1976',
      LAND_AREA: '23,456.7平方米',
    });
    expect(rows.some(({ URL }) => URL!.includes('-kc-'))).toBe(false);
    expect(rows.some(({ LAND_CODE, URL }) => LAND_CODE === 'GM-2026-08' && URL!.includes('05-result'))).toBe(
      false,
    );
  });

  test('the report tells what is filled, what lacks with its reason, and what has no place', () => {
    const report = reportOf(all);
    expect(report).toContain('注意：对应表“未经确认”，文件只供核对，不要直接上报。');
    expect(report).toContain('PLATFORM_CODE（交易系统标识码）');
    expect(report).toContain('对应表里的“固定值”没有填：每一行');
    expect(report).toMatch(/能填：TENDER_PROJECT_CODE（招标项目编号）/u);
    expect(report).toMatch(/无处可填：.*资格要求 \d+ 份/u);
    expect(report).toMatch(/对应表里没有表的：.*中标候选人公示 \d+ 份/u);
    expect(report).toMatch(/存量公告（栏目不全）：\d+ 份/u);
  });

  test('only what was published or changed since the day is there, a correction counts', () => {
    const rows = rowsIn(exported('2026-11-01'), 'TENDER_QUA_INQUERY_ANN');
    const corrected = rows.find(({ URL }) => URL!.includes('gm-js-2026-031-tender'));
    expect(corrected!['NOTICE_SEND_TIME']! < '2026-11-01').toBe(true);
    expect(corrected!['DATA_TIMESTAMP']! >= '2026-11-01').toBe(true);
    expect(rows.length).toBeLessThan(rowsIn(all, 'TENDER_QUA_INQUERY_ANN').length);
  });

  test('a fixed value and a code of the province are taken', () => {
    const own = text
      .replace(
        "名称: PLATFORM_CODE, 说明: 交易系统标识码, 固定值: ''",
        "名称: PLATFORM_CODE, 说明: 交易系统标识码, 固定值: 'GM01'",
      )
      .replace('代码: {}', "代码: { tender-notice: '01' }");
    const mapping = mappingOf(own);
    const [row] = rowsIn(exported('2026-11-01', mapping), 'TENDER_QUA_INQUERY_ANN').filter(
      (one) => one['BULLETIN_TYPE'] !== undefined,
    );
    expect(row).toMatchObject({ PLATFORM_CODE: 'GM01', BULLETIN_TYPE: '01' });
  });
});

test('the guide has the mapping as it is; otherwise run npm run docs:fields', () => {
  expect(readFileSync('docs/platform.md', 'utf8')).toContain(mappingTables(mappingOf()));
});

describe('a mapping that is wrong is told with its place', () => {
  test.each([
    ['取自: [projectCode]', '取自: [projectKode]', '“TENDER_PROJECT_CODE”取自“projectKode”，本站没有这一栏'],
    ["['@正文']", "['@正问']", '“NOTICE_CONTENT”取自“@正问”，本站没有这一栏'],
    ['每行: 公告', '每行: 公示', '“表 › 第 1 项 › 每行”写得不对'],
    ['表:', '表: [', '第'],
  ])('%s → %s', (right, wrong, told) => {
    const parsed = parseMapping(text.replace(right, wrong));
    expect('fault' in parsed && parsed.fault).toContain(told);
  });
});
