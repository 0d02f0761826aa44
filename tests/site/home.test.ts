import { describe, expect, test } from 'vitest';
import { editionWith, idsOf, tender } from './tenders.ts';
import { homePage } from '../../src/site/home.ts';

describe('首页', () => {
  test('先截止的在前，新发布的在前，分类写可参与几条', () => {
    const page = homePage(editionWith());
    expect(idsOf(page.closing)).toEqual(['t3', 't2', 't1']);
    expect(idsOf(page.newest)).toEqual(['t2', 't1', 'tender', 't3', 't4']);
    expect(page.kinds.map(({ label, note }) => `${label} ${note}`)).toEqual([
      '全部可参与 共 3 条',
      '建设工程 可参与 3 条',
      '政府采购 暂无可参与项目',
      '土地 暂无可参与项目',
      '产权 暂无可参与项目',
      '通知公告 暂无可参与项目',
    ]);
    expect([page.year, page.asOf, page.openCount]).toEqual(['2026', '2026年3月13日', 3]);
  });

  test('各列十二条', () => {
    const many = Array.from({ length: 15 }, (_, number) => tender(`m${number}`, '2026-03-07', '2026-04-01'));
    const page = homePage(editionWith(...many));
    expect([page.closing.length, page.newest.length, page.openCount]).toEqual([12, 12, 18]);
  });
});
