import { describe, expect, test } from 'vitest';
import { editionWith, idsOf } from './tenders.ts';
import { archives, monthOf, yearsOf } from '../../src/site/month-archives.ts';

describe('一类公告的归档', () => {
  test('按年、按月，新的在前，写明几条', () => {
    const years = yearsOf(editionWith(), 'construction');
    expect(years.map(({ year, href, count, months }) => [year, href, count, months.length])).toEqual([
      ['2026', '/construction/2026/', 4, 2],
      ['2025', '/construction/2025/', 1, 1],
    ]);
    expect(
      years.flatMap(({ months }) => months.map(({ label, href, count }) => [label, href, count])),
    ).toEqual([
      ['2026年3月', '/construction/2026/03/', 3],
      ['2026年2月', '/construction/2026/02/', 1],
      ['2025年6月', '/construction/2025/06/', 1],
    ]);
    expect(idsOf(monthOf(editionWith(), 'construction', '2026-03').rows)).toEqual(['t2', 't1', 'tender']);
  });

  test('没有公告的类别也列出来，没有年份', () => {
    expect(archives(editionWith()).map(({ term, years }) => `${term} ${years.length}`)).toEqual([
      '建设工程 2',
      '政府采购 0',
      '土地 0',
      '产权 0',
      '通知公告 0',
    ]);
  });
});
