import { describe, expect, test } from 'vitest';
import { tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import type { Edition } from '../../src/core/edition.ts';
import { comingPage, type Plan } from '../../src/site/coming.ts';
import { editionFrom } from './edition.ts';

const folder = 'announcements/construction/2026';

const plan = (id: string, publishedAt: string, month: string, code?: string): Tree => ({
  [`${folder}/${id}.md`]: `---
标题: ${id}招标计划
类别: 建设工程
类型: 招标计划
发布时间: ${publishedAt}
地区: 荷城街道
${code === undefined ? '' : `项目编号: ${code}\n`}招标人: 高明区示例街道建设办公室
招标范围: 道路改造
投资估算: 358.6万元
预计招标时间: ${month}
---

现予公布。
`,
});

const NOW = '2026-05-10T09:00+08:00';
const page = (trees: readonly Tree[], now = NOW) => comingPage(editionFrom(tenderAnd(...trees), now));
const idsOf = (plans: readonly Plan[]): readonly string[] => plans.map(({ row }) => row.id);

describe('招标计划和采购意向', () => {
  test('本月和以后的按月份排，近的在前；同一个月里新发布的在前', () => {
    const { ahead, overdue, past } = page([
      plan('p1', '2026-04-01 09:00', '2026-07'),
      plan('p2', '2026-04-02 09:00', '2026-05'),
      plan('p3', '2026-04-03 09:00', '2026-07'),
    ]);
    expect(ahead.map(({ label, plans }) => [label, ...idsOf(plans)])).toEqual([
      ['2026年5月', 'p2'],
      ['2026年7月', 'p3', 'p1'],
    ]);
    expect([overdue, past]).toEqual([[], []]);
  });

  test('月份过了没有公告的另列，不再算作将要招标', () => {
    const { ahead, overdue, past } = page([plan('p1', '2026-02-01 09:00', '2026-04')]);
    expect([ahead, past]).toEqual([[], []]);
    expect(idsOf(overdue)).toEqual(['p1']);
    expect(overdue[0]).toMatchObject({ expected: '2026年4月', calls: [] });
  });

  test('同一项目编号发布了招标公告的，写明哪一天、在哪里，不算没有发布', () => {
    const { overdue, past } = page([plan('p1', '2026-02-01 09:00', '2026-03', 'GM-JS-2026-001')]);
    expect(overdue).toEqual([]);
    expect(past[0]!.plans[0]!.calls).toMatchObject([
      { when: '2026年3月2日', href: '/announcements/tender/', row: { typeTerm: '招标公告' } },
    ]);
  });

  test('招标公告的关联公告写的是它，没有项目编号也找得到', () => {
    const file = `${folder}/tender.md`;
    const tender = String(tenderAnd()[file]).replace('发布时间', '关联公告: p1\n发布时间');
    const { past } = page([plan('p1', '2026-02-01 09:00', '2026-03'), { [file]: tender }]);
    expect(past[0]!.plans[0]!.calls.map(({ row }) => row.id)).toEqual(['tender']);
  });

  test('公告既写了关联公告又写了项目编号，只列一次，每次问到的是另一个对象也一样', () => {
    const file = `${folder}/tender.md`;
    const tender = String(tenderAnd()[file]).replace('发布时间', '关联公告: p1\n发布时间');
    const tree = tenderAnd(plan('p1', '2026-02-01 09:00', '2026-03', 'GM-JS-2026-001'), { [file]: tender });
    const edition = editionFrom(tree, NOW);
    const fresh = Object.create(edition, {
      row: { value: (id: string) => structuredClone(edition.row(id)) },
    }) as Edition;
    const { past } = comingPage(fresh);
    expect(past[0]!.plans[0]!.calls.map(({ row }) => row.id)).toEqual(['tender']);
  });

  test('比计划先发布的公告不是按它发布的', () => {
    const { overdue } = page([plan('p1', '2026-03-20 09:00', '2026-04', 'GM-JS-2026-001')]);
    expect(idsOf(overdue)).toEqual(['p1']);
  });

  test('预计在一年以前的不再列，可以搜索', () => {
    const { overdue, searches } = page([plan('p1', '2026-02-01 09:00', '2026-03')], '2027-05-10T09:00+08:00');
    expect(overdue).toEqual([]);
    expect(searches).toEqual([
      { label: '建设工程 招标计划', href: '/search/?category=construction&type=tender-plan&scope=all' },
    ]);
  });
});
