import { describe, expect, test } from 'vitest';
import { later, move, termination } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { erratum, pageOf, tenderWith } from './announcement-page.ts';

const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');

describe('标题下面的方框', () => {
  const boxes = (...trees: readonly Tree[]) =>
    pageOf('tender', trees).boxes.map(({ kind, text, href }) => [kind, text, href]);

  test('没有发生什么，就没有方框', () => {
    expect(boxes()).toEqual([]);
  });

  test('更正先说投标截止，其余只说几处', () => {
    const several = later(
      'c1',
      '更正公告',
      '2026-03-10 09:00',
      '原因: 图纸调整\n更正内容:\n  - 字段: 预算金额\n    原: 358.6万元\n    新: 360万元\n  - 字段: 投标截止\n    原: 2026-03-25 09:30\n    新: 2026-04-02 09:30',
    );
    expect(boxes(several)).toEqual([
      [
        'corrected',
        '本公告已更正：投标截止改为 2026年4月2日（星期四）09:30，另改了 1 处。',
        '/announcements/c1/',
      ],
    ]);
  });

  test('更正几次的，说最近一次', () => {
    const second = move('c2', '2026-03-12 09:00', '预算金额', '358.6万元', '360万元');
    expect(boxes(extension, second)).toEqual([
      ['corrected', '本公告已更正 2 次，最近一次：预算金额改为 360万元。', '/announcements/c2/'],
    ]);
  });

  test('终止的写明原因，排在更正前面', () => {
    expect(boxes(extension, termination).map(([kind, text]) => [kind, text])).toEqual([
      ['terminated', '本项目已经终止，原因：规划调整。'],
      ['corrected', '本公告已更正：投标截止改为 2026年4月2日（星期四）09:30。'],
    ]);
  });

  test('有了结果的走到结果，结果公告自己不说', () => {
    const award = later(
      'award',
      '中标结果公告',
      '2026-04-10 09:00',
      '中标人: 佛山示例建设有限公司\n中标价: 350万元',
    );
    expect(boxes(award)).toEqual([['result', '结果已经公布。', '/announcements/award/']]);
    expect(pageOf('award', [award]).boxes).toEqual([]);
  });

  test('勘误写明哪一天把什么改成什么、为什么', () => {
    expect(boxes(tenderWith(erratum))).toEqual([
      [
        'erratum',
        '勘误（2026年3月3日（星期二）10:00）：地区的“杨和镇”改为“荷城街道”。原因：录入笔误。',
        '/announcements/tender/v1/',
      ],
    ]);
  });
});
