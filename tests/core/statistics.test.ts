import { describe, expect, test } from 'vitest';
import type { Category } from '../../src/core/announcement/category.ts';
import { addCounts, countMonths, disclosure, OFFICE_LABELS, totalOf } from '../../src/core/statistics.ts';

const counts = { construction: 276, procurement: 59, land: 163, property: 20, general: 18 };
const none = { construction: 0, procurement: 0, land: 0, property: 0, general: 0 };

describe('年度统计那段话', () => {
  test('与中心 2018 年的那一段一字不差', () => {
    expect(disclosure({ year: 2018, toMonth: 12, counts })).toBe(
      '2018年1-12月，中心累计发布各类招标信息536条，其中建设工程招标类276条，政府采购59条，土地163条，产权20条，通知公告18条。',
    );
  });

  test('没有的类别不写', () => {
    expect(disclosure({ year: 2018, toMonth: 9, counts: { ...none, land: 2, general: 1 } })).toBe(
      '2018年1-9月，中心累计发布各类招标信息3条，其中土地2条，通知公告1条。',
    );
  });

  test('只有一类时不写“其中”，只有一个月时不写区间', () => {
    expect(disclosure({ year: 2018, toMonth: 1, counts: { ...none, land: 2 }, centre: '分中心' })).toBe(
      '2018年1月，分中心累计发布各类招标信息2条。',
    );
  });

  test('一条也没有发布时照实说', () => {
    expect(disclosure({ year: 2018, toMonth: 3, counts: none })).toBe('2018年1-3月，中心未发布招标信息。');
  });

  test.each([
    ['漏了一类', OFFICE_LABELS.slice(1)],
    ['一类写了两次', [...OFFICE_LABELS, OFFICE_LABELS[0]!]],
  ])('%s，合计对不上，就不写', (_, labels) => {
    expect(() => disclosure({ year: 2018, toMonth: 12, counts, labels })).toThrow(/不等于总数 536 条/);
  });
});

describe('按月数', () => {
  const at = (category: Category, publishedAt: string) => ({ category, publishedAt });

  test('按北京时间的月份，别的年份不算', () => {
    const months = countMonths(
      [
        at('land', '2018-01-31T23:59:59+08:00'),
        at('land', '2018-02-01T00:00:00+08:00'),
        at('general', '2017-12-31T23:59:59+08:00'),
        at('general', '2018-12-31T23:59:59+08:00'),
      ],
      2018,
    );
    expect(months.map(totalOf)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(addCounts(months)).toEqual({ ...none, land: 2, general: 1 });
  });

  test('一个月也没有时合计是零', () => {
    expect(addCounts([])).toEqual(none);
  });
});
