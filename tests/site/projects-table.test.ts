import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import { projectColumns } from '../../src/core/open-data/project-columns.ts';
import { loadContent } from '../../src/site/content.ts';
import { calledYears, projectTable, projectWorkbook } from '../../src/site/data.ts';
import { newestRows } from '../../src/site/newest.ts';
import { later, tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { cellsInWorkbook } from '../core/workbook.ts';

type Line = Readonly<Record<string, string>>;

const { edition } = loadContent();
/** The table as somebody reads it who has nothing else. */
const linesOf = (year: string): readonly Line[] =>
  parse(toCsv(projectTable(edition, year)), { bom: true, columns: true });
const lines = linesOf('2026');
const linesWith = (id: string): readonly Line[] => lines.filter((line) => line['公告标识'] === id);

/** Hundredths of a yuan, so that nothing is rounded. */
const inFen = (yuan: string): number => Math.round(Number(yuan) * 100);

describe('记者把一年的成交按中标人加起来', () => {
  /** Read by hand from the result announcements of the sample whose calls are of 2026, in 元. */
  const EXPECTED: Readonly<Record<string, number>> = {
    '广东示例路桥建设有限公司、广东示例桥梁科技有限公司（联合体）': 172_886_000,
    佛山市示例矿业有限公司: 92_400_000,
    广东示例环境投资有限公司: 57_680_000,
    广东示例供应链有限公司: 54_000_000,
    佛山市示例商业管理有限公司: 39_110_000,
    佛山示例建设集团有限公司: 27_683_000,
    佛山市示例新材料有限公司: 19_760_000,
    佛山市示例智能装备有限公司: 14_970_000,
    佛山市示例包装制品有限公司: 12_900_000,
    佛山示例装饰工程有限公司: 4_899_000 + 4_012_600,
    广东示例水利水电工程有限公司: 6_417_000,
    广东示例展览设计工程有限公司: 5_724_000,
    广东示例路桥建设有限公司: 4_413_000,
    广东示例教育科技有限公司: 4_386_000,
    佛山示例公路工程有限公司: 4_196_000,
    广东示例软件有限公司: 4_155_000,
    佛山市示例供电有限公司: 3_960_000,
    广东示例建筑工程有限公司: 3_412_000,
    佛山市示例医疗器械有限公司: 3_068_000,
    广东示例检验设备有限公司: 1_876_000,
    佛山市示例水域环境服务有限公司: 1_782_000,
    佛山市示例消防器材有限公司: 1_096_000,
    高明区示例电脑商行: 422_560,
    佛山市示例旅游客运有限公司: 58_000,
    '梁某（示例）': 41_000,
    佛山市示例再生资源有限公司: 19_000,
  };

  test('用表里的两列就够了，不用问人', () => {
    const sums: Record<string, number> = {};
    for (const { '中标（成交）人': winner, '成交价（元）': price } of lines)
      if (price) sums[winner!] = (sums[winner!] ?? 0) + inFen(price) / 100;
    expect(sums).toEqual(EXPECTED);
  });

  test('租金、分项报价没有元数，照公告印在旁边', () => {
    const unsummed = lines.filter((line) => line['中标（成交）人'] && !line['成交价（元）']);
    expect(unsummed.map((line) => [line['成交价种类'], line['成交价原文']])).toEqual([
      ['单价（每亩每年）', '3,760元（每亩每年）'],
      ['分项报价', '施工部分：评审后最终价的97.67%；设计部分：收费标准的58.6%'],
      ['单价（每月）', '13,384元（每月）'],
      ['单价（每月）', '5,588元（每月）'],
    ]);
  });
});

test('每年的每一份征集公告都在表里，一个标段一行', () => {
  for (const year of calledYears(edition)) {
    const calls = newestRows(edition, Infinity).filter(
      (row) => row.stage === 'call' && row.publishedAt.startsWith(year),
    );
    expect(new Set(linesOf(year).map((line) => line['公告标识']))).toEqual(
      new Set(calls.map(({ id }) => id)),
    );
    const keys = linesOf(year).map((line) => `${line['公告标识']} ${line['标段、包、地块、标的']}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(
    linesWith('gm-js-2026-020-tender').map((line) => [line['标段、包、地块、标的'], line['状态']]),
  ).toEqual([
    ['01', '已成交'],
    ['02', '已成交'],
    ['03', '流标'],
  ]);
});

test('结果后来终止的没有中标人，重新招标的另起一行', () => {
  const [first] = linesOf('2025').filter((line) => line['公告标识'] === 'gm-cg-2025-041-tender');
  expect(first).toMatchObject({ 状态: '已重新招标', '中标（成交）人': '', '成交价（元）': '' });
  const [again] = linesOf('2025').filter((line) => line['公告标识'] === 'gm-cg-2025-041-retender');
  expect(again).toMatchObject({
    '成交价（元）': '11720000.00',
    接在哪份公告之后: 'gm-cg-2025-041-termination',
  });
});

test('截止、天数、家数、合同和更正都是现在有效的', () => {
  expect(linesWith('gm-js-2026-031-tender')[0]).toMatchObject({
    项目编号: 'GM-JS-2026-031',
    截止时间: '2026-12-08T09:30:00+08:00',
    原截止时间: '2026-11-18T09:30:00+08:00',
    留给投标的天数: '43',
    更正次数: '2',
  });
  expect(linesWith('gm-js-2026-012-tender')[0]).toMatchObject({
    参加家数: '5',
    状态: '已履约',
    合同公告: 'gm-js-2026-012-contract',
    '合同金额（元）': '3412000.00',
  });
  expect(linesWith('gm-cg-2026-018-tender')[0]).toMatchObject({
    '最高限价（元）': '4656000.00',
    合同公告: 'gm-cg-2026-018-contract-change',
  });
});

test('几个标段合写的一笔钱，只在一行里', () => {
  for (const id of new Set(lines.map((line) => line['公告标识']!))) {
    const own = linesWith(id);
    const budget = edition.row(id).amount?.value;
    const sum = own.reduce((all, line) => all + inFen(line['预算、起始价（元）']!), 0);
    if (typeof budget === 'number' && !edition.row(id).amount!.label.includes('每'))
      expect(sum, id).toBe(budget);
  }
});

test('几个标段合写一笔成交价、一份合同的，第一行有，下面的行说在上面', () => {
  // The tender of the base content has lots 01 道路工程 and 02 照明工程, and one budget.
  const made = editionFrom(
    tenderAnd(
      later('award', '中标结果公告', '2026-04-03 10:00', '中标人: 广东示例建筑有限公司\n中标价: 300万元'),
    ),
  );
  const own: readonly Line[] = parse(toCsv(projectTable(made, '2026')), { bom: true, columns: true });
  expect(
    own.map((line) => [line['标段名称'], line['中标（成交）人'], line['成交价（元）'], line['成交价种类']]),
  ).toEqual([
    ['道路工程', '广东示例建筑有限公司', '3000000.00', '总价'],
    ['照明工程', '广东示例建筑有限公司', '', '已写在本项目上面的行'],
  ]);
  expect(own.map((line) => line['预算、起始价（元）'])).toEqual(['3586000.00', '']);
});

test('项目表的工作簿有同样的行，编号是文字', async () => {
  const cells = cellsInWorkbook(await projectWorkbook(edition, '2026'));
  expect(cells[0]).toEqual(projectColumns.map(({ heading }) => heading));
  expect(cells.slice(1).map(([code = '', lot = '']) => [code, lot])).toEqual(
    lines.map((line) => [line['项目编号'], line['标段、包、地块、标的']]),
  );
});
