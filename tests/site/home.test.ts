import { describe, expect, test } from 'vitest';
import { tenderAnd } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { editionWith, idsOf, tender } from './tenders.ts';
import { homePage } from '../../src/site/home.ts';

describe('首页', () => {
  test('先截止的在前，新发布的在前；说有几个可以参加、最近一个什么时候截止、是什么时候数的', () => {
    const page = homePage(editionWith());
    expect(idsOf(page.next)).toEqual(['t3', 't2', 't1']);
    expect(idsOf(page.later)).toEqual([]);
    expect(idsOf(page.inside)).toEqual(['tender']);
    expect(idsOf(page.newest)).toEqual(['t2', 't1', 'tender', 't3', 't4']);
    expect([page.openCount, page.firstClosing, page.asOf]).toEqual([3, '3月13日 09:30', '3月13日 09:00']);
    expect(page.closings).toEqual([
      '2026-03-13T09:30:00+08:00',
      '2026-03-25T09:30:00+08:00',
      '2026-03-27T09:30:00+08:00',
    ]);
  });

  test('三张卡片，之后五条，最新十二条', () => {
    const many = Array.from({ length: 15 }, (_, number) => tender(`m${number}`, '2026-03-07', '2026-04-01'));
    const page = homePage(editionWith(...many));
    expect([page.next.length, page.later.length, page.newest.length, page.openCount]).toEqual([3, 5, 12, 18]);
  });

  test('没有可以参加的，也没有最近一个', () => {
    const page = homePage(editionFrom(tenderAnd(), '2027-01-01T09:00+08:00'));
    expect([page.openCount, page.firstClosing, page.next, page.inside]).toEqual([0, undefined, [], []]);
  });
});
