import { describe, expect, test } from 'vitest';
import { move, tenderAnd, termination } from '../core/agenda/announcements.ts';
import { editionFrom } from './edition.ts';
import { editionWith, idsOf, others } from './tenders.ts';
import { openPage } from '../../src/site/open.ts';

describe('可参与的项目', () => {
  test('先截止的在前，按地区再排一遍，没有的地区没有链接', () => {
    const page = openPage(editionWith());
    expect(idsOf(page.rows)).toEqual(['t3', 't2', 't1']);
    expect(page.regions).toEqual([
      { label: '荷城街道', count: 2, href: '#region-1' },
      { label: '杨和镇', count: 1, href: '#region-2' },
    ]);
    expect(page.byRegion.map(({ region, rows }) => [region, rows.length])).toEqual([
      ['荷城街道', 2],
      ['杨和镇', 1],
    ]);
    expect(page.categories[0]).toEqual({
      label: '建设工程',
      category: 'construction',
      count: 3,
      href: '/construction/#open',
    });
    expect(page.categories[1]).toEqual({
      label: '政府采购',
      category: 'procurement',
      count: 0,
      href: undefined,
    });
    expect(page.asOf).toBe('2026年3月13日（星期五）09:00');
  });

  test('到了截止那一分钟就不在', () => {
    const at = (now: string) => openPage(editionFrom(tenderAnd(...others), now)).rows.length;
    expect(at('2026-03-13T09:29:59+08:00')).toBe(3);
    expect(at('2026-03-13T09:30+08:00')).toBe(2);
  });

  test('文件获取结束的第二天起，没有领取文件的不能再参加，另列给已经领取的', () => {
    const at = (now: string) => openPage(editionFrom(tenderAnd(), now));
    const [open, over] = [at('2026-03-09T23:59+08:00'), at('2026-03-10T00:00+08:00')];
    expect(idsOf(open.rows)).toEqual(['tender']);
    expect(idsOf(open.inside)).toEqual([]);
    expect(idsOf(over.rows)).toEqual([]);
    expect(idsOf(over.inside)).toEqual(['tender']);
    expect(over.inside[0]!.gate).toMatchObject({ label: '文件获取结束', over: '文件获取已结束' });
    expect(idsOf(at('2026-03-25T09:30+08:00').inside)).toEqual([]);
  });

  test('延期的按新的时间，终止的不在', () => {
    const moved = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
    expect(openPage(editionWith(moved)).inside.at(-1)).toMatchObject({
      deadline: { value: '2026-04-02T09:30:00+08:00' },
    });
    const stopped = { ...termination };
    const path = Object.keys(stopped)[0]!;
    const early = { [path]: String(stopped[path]).replace('2026-03-20', '2026-03-12') };
    expect(idsOf(openPage(editionWith(early)).rows)).toEqual(['t3', 't2', 't1']);
  });

  test('标尺三十天，从今天起；能参加的和只限已领取的分开标，点了到那一天的第一条', () => {
    const { ruler } = openPage(editionWith());
    expect([ruler.length, ruler[0]!.day, ruler.at(-1)!.day]).toEqual([30, '2026-03-13', '2026-04-11']);
    expect(ruler.flatMap(({ month }) => month ?? [])).toEqual(['3月', '4月']);
    const marked = ruler.filter(({ marks }) => marks.length > 0);
    expect(
      marked.map(({ date, marks, href }) => [date, marks.map(({ isInside }) => isInside), href]),
    ).toEqual([
      [13, [false], '#open-2026-03-13'],
      [25, [false, true], '#open-2026-03-25'],
      [27, [false], '#open-2026-03-27'],
    ]);
    expect(marked[1]!.words).toBe('3月25日，1 项截止，1 项只限已领取文件或者已报名的单位');
  });

  test('什么都没有也是一页', () => {
    const page = openPage(editionFrom(tenderAnd(), '2027-01-01T09:00+08:00'));
    expect([page.rows, page.inside, page.byRegion]).toEqual([[], [], []]);
  });
});
