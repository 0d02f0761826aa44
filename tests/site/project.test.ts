import { describe, expect, test } from 'vitest';
import { later, move, suspension, tenderAnd, termination } from '../core/agenda/announcements.ts';
import type { Edition } from '../../src/core/edition.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';
import { expectedOf, timelineOf } from '../../src/site/project.ts';

const CODE = 'GM-JS-2026-001';
const extension = move('c1', '2026-03-10 09:00', '投标截止', '2026-03-25 09:30', '2026-04-02 09:30');
const award = later(
  'award',
  '中标结果公告',
  '2026-04-10 09:00',
  '中标人: 佛山示例建设有限公司\n中标价: 350万元',
);
/** The steps that the site itself has published. */
const ownSteps = (of: Edition, currentId?: string) =>
  timelineOf(of, CODE, currentId).filter((step) => step.row !== undefined);
const edition = (...trees: readonly Tree[]) => editionFrom(tenderAnd(...trees));

describe('项目的进度', () => {
  test('从头到尾排，写明是不是本公告、改了什么、谁中标', () => {
    const steps = ownSteps(edition(award, extension), 'c1');
    expect(
      steps.map(({ href, isCurrent, notes, changes }) => [href, isCurrent, notes, changes.length]),
    ).toEqual([
      ['/announcements/tender/', false, ['投标截止 2026年3月25日（星期三）09:30（已更正）'], 0],
      ['/announcements/c1/', true, [], 1],
      ['/announcements/award/', false, ['中标人 佛山示例建设有限公司', '中标价 350万元'], 0],
    ]);
  });

  test('没有更正过的截止照写', () => {
    expect(ownSteps(edition())[0]!.notes).toEqual(['投标截止 2026年3月25日（星期三）09:30']);
  });

  test('还有哪些步骤；暂停、终止以后没有', () => {
    expect(expectedOf(edition(extension), CODE).map(({ what }) => what)).toEqual([
      '开标',
      '中标候选人公示',
      '中标结果公告',
      '合同公告',
    ]);
    expect(expectedOf(edition(suspension), CODE)).toEqual([]);
    expect(expectedOf(edition(termination), CODE)).toEqual([]);
  });
});
