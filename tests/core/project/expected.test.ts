import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { expectedSteps as expectedStepsOf } from '../../../src/core/project/expected.ts';
import { announcement, coursesOf } from './matter.ts';

/** What is expected after announcements in this order, each after a call of what the last call began. */
function expectedSteps(announcements: readonly Announcement[]) {
  const { courses, announcementWith } = coursesOf(announcements);
  return expectedStepsOf(courses, announcementWith).map(({ due: _, ...step }) => step);
}

const tender = announcement('construction', 'tender-notice', { openingAt: '2026-03-25T09:30:00+08:00' });
const OPENING = { what: '开标', when: '2026年3月25日（星期三）09:30' };
const AFTER_OPENING = [{ what: '中标候选人公示' }, { what: '中标结果公告' }, { what: '合同公告' }];

test('after a tender come the opening at its time, the candidates, the award and the contract', () => {
  expect(expectedSteps([tender])).toEqual([OPENING, ...AFTER_OPENING]);
});

test('a tender that gives no time of opening still expects its record', () => {
  expect(expectedSteps([announcement('construction', 'tender-notice')])).toEqual([
    { what: '开标记录' },
    ...AFTER_OPENING,
  ]);
});

test('a correction or an answer changes nothing of what is to come', () => {
  const correction = announcement('construction', 'correction-notice');
  const answer = announcement('construction', 'clarification');
  expect(expectedSteps([tender, correction, answer])).toEqual([OPENING, ...AFTER_OPENING]);
});

test('after the candidates the award waits for the end of the publicity period', () => {
  const candidates = announcement('construction', 'candidate-notice', { publicityUntil: '2026-04-07' });
  expect(expectedSteps([tender, candidates])).toEqual([
    { what: '中标结果公告', when: '公示期满（2026年4月7日）以后' },
    { what: '合同公告' },
  ]);
});

test('a plan expects a call in the month it names', () => {
  const plan = announcement('procurement', 'procurement-intention', { expectedMonth: '2026-12' });
  expect(expectedSteps([plan])).toEqual([{ what: '采购公告', when: '2026年12月' }]);
});

test('nothing is expected while a project is suspended, and everything again when it goes on', () => {
  const suspension = announcement('construction', 'suspension-notice');
  expect(expectedSteps([tender, suspension])).toEqual([]);
  const resumption = announcement('construction', 'resumption-notice');
  expect(expectedSteps([tender, suspension, resumption])).toEqual([OPENING, ...AFTER_OPENING]);
});

test.each(['failed-tender-notice', 'termination-notice', 'contract-notice'])(
  'after %s nothing is expected',
  (type) => {
    expect(expectedSteps([tender, announcement('construction', type)])).toEqual([]);
  },
);

test('the failure of one lot leaves the others their way', () => {
  const failure = announcement('construction', 'failed-tender-notice', { lotCodes: ['03'] });
  expect(expectedSteps([tender, failure])).toEqual([OPENING, ...AFTER_OPENING]);
});

test('after a failed tender that was called anew the new call counts', () => {
  const failure = announcement('construction', 'failed-tender-notice');
  expect(expectedSteps([tender, failure, tender])).toEqual([OPENING, ...AFTER_OPENING]);
});

describe('a project of several lots', () => {
  const lots = [{ code: '01' }, { code: '02' }];
  const call = announcement('construction', 'tender-notice', { lots });
  const publicityUntil = '2026-04-07';
  const candidates = (lot: string) =>
    announcement('construction', 'candidate-notice', { publicityUntil, candidates: [{ lotCode: lot }] });
  const award = (lot: string) => announcement('construction', 'award-notice', { lotCodes: [lot] });
  const contract = { what: '合同公告' };

  test('expects the same of all, and says it once', () => {
    expect(expectedSteps([call])).toEqual([{ what: '开标记录' }, ...AFTER_OPENING]);
    const both = announcement('construction', 'candidate-notice', { publicityUntil });
    expect(expectedSteps([call, both])).toEqual([
      { what: '中标结果公告', when: '公示期满（2026年4月7日）以后' },
      contract,
    ]);
  });

  test('a lot that has its candidates no longer expects them, the other does', () => {
    expect(expectedSteps([call, candidates('01')])).toEqual([
      { what: '中标候选人公示（标段 02）' },
      { what: '中标结果公告（标段 01）', when: '公示期满（2026年4月7日）以后' },
      { what: '中标结果公告（标段 02）' },
      contract,
    ]);
  });

  test('a lot that is awarded waits for its contract alone, one that failed for nothing', () => {
    const failure = announcement('construction', 'failed-tender-notice', { lotCodes: ['02'] });
    expect(expectedSteps([call, candidates('01'), award('01'), failure])).toEqual([
      { what: '合同公告（标段 01）' },
    ]);
    expect(expectedSteps([call, failure, candidates('01'), award('01')])).toEqual([
      { what: '合同公告（标段 01）' },
    ]);
  });

  test('a procurement result that names lots ends those that it names', () => {
    const purchase = announcement('procurement', 'tender-notice', { lots });
    const result = announcement('procurement', 'award-notice', {
      lotResults: [{ lotCode: '01', outcome: 'awarded' }],
    });
    expect(expectedSteps([purchase, result]).map(({ what }) => what)).toEqual([
      '中标结果公告（采购包 02）',
      '合同公告',
    ]);
  });
});
