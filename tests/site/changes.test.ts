import { describe, expect, test } from 'vitest';
import {
  failure,
  later,
  move,
  suspension,
  tenderAnd,
  tenderFile,
  termination,
  withdrawn,
} from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { alterationMonth, ALTERATIONS, changesPage } from '../../src/site/changes.ts';

const NOW = '2026-06-01T09:00+08:00';
const linesOf = (...trees: readonly Tree[]) => {
  const edition = editionFrom(tenderAnd(...trees), NOW);
  return edition.keys(ALTERATIONS).flatMap((month) => alterationMonth(edition, month).lines);
};

const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');

describe('变更', () => {
  test.each([
    ['延期', extension],
    ['更正', move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-03-24 09:30')],
    ['更正', move('c1', '2026-03-10 09:00', '预算金额', '358.6万元', '360万元')],
    ['中止', suspension],
    ['终止', termination],
    ['流标', failure],
  ])('%s写明是哪一种、关于哪份公告、凭哪份公告', (tag, tree) => {
    const [line, ...rest] = linesOf(tree);
    expect(line).toMatchObject({
      tag,
      about: { title: '沿江路市政道路改造工程施工招标公告', href: '/announcements/tender/' },
      facts: ['建设工程', '招标公告', '荷城街道'],
    });
    expect(line!.by!.href).toMatch(/^\/announcements\/(?!tender)/u);
    expect(rest).toEqual([]);
  });

  test('撤下是公告自己的事，写明原因和依据', () => {
    const [line] = linesOf(
      withdrawn(tenderFile(), '2026-03-12 10:00', '项目信息有误', '高建函〔2026〕12号（示例）'),
    );
    expect(line).toMatchObject({
      tag: '撤下',
      when: '2026年3月12日（星期四）10:00',
      reason: '项目信息有误',
      basis: '高建函〔2026〕12号（示例）',
      by: undefined,
    });
  });

  test('一份更正改了几处，先列截止时间', () => {
    const several = later(
      'c1',
      '更正公告',
      '2026-03-10 09:00',
      '原因: 图纸调整\n更正内容:\n  - 字段: 预算金额\n    原: 358.6万元\n    新: 360万元\n  - 字段: 投标截止\n    原: 2026-03-25 09:30\n    新: 2026-04-02 09:30',
    );
    expect(linesOf(several)[0]!.lines.map(({ label }) => label)).toEqual(['投标截止', '预算金额']);
  });
});

describe('变更的页', () => {
  test('按月份，新的在前，写明几项；归档按年', () => {
    const page = changesPage(editionFrom(tenderAnd(extension, { ...failure }, april), NOW));
    expect(page.newest.map(({ label, href, count }) => [label, href, count])).toEqual([
      ['2026年4月', '/changes/2026/04/', 1],
      ['2026年3月', '/changes/2026/03/', 2],
    ]);
    expect(page.years.map(({ year, months }) => [year, months.length])).toEqual([['2026', 2]]);
    expect(page.oldest).toBe('2026-03-10');
  });

  test('什么都没有变更过，也是一页', () => {
    expect(changesPage(editionFrom(tenderAnd(), NOW))).toEqual({ newest: [], oldest: '', years: [] });
  });
});

const april = move('c9', '2026-04-03 09:00', '预算金额', '358.6万元', '360万元');
