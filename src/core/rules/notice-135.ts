import { pass } from './outcome.ts';
import { statedPeriod } from './order-87.ts';
import { procurement } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财库〔2015〕135号《关于做好政府采购信息公开工作的通知》. */
export const notice135: readonly Rule[] = [
  {
    code: 'D351',
    name: 'notice-period-not-three-working-days',
    title: '谈判、磋商、询价公告的公告期限不少于 3 个工作日',
    rows: ['GP-NOTICE-3WD'],
    citation: {
      instrument: '关于做好政府采购信息公开工作的通知（财库〔2015〕135号）',
      article: '采购项目公告部分',
      quote: '竞争性谈判公告、竞争性磋商公告和询价公告……为3个工作日',
      confidence: 'V1',
    },
    inForce: { from: '2015-07-01' },
    appliesTo: {
      categories: ['procurement'],
      types: ['competitive-negotiation', 'competitive-consultation', 'inquiry-notice'],
      regime: procurement,
    },
    examples: { pass: { facts: { noticeWorkingDays: 3 } }, fail: { facts: { noticeWorkingDays: 2 } } },
    // Whether a longer period may be stated is read both ways; the clock of the challenge starts at its end all the same.
    check: ({ noticeWorkingDays }, { body }) =>
      noticeWorkingDays !== undefined && noticeWorkingDays > 3
        ? pass('noticeWorkingDays', `公告期限 ${noticeWorkingDays} 个工作日，不少于 3 个工作日`)
        : statedPeriod(noticeWorkingDays, body, 3),
  },
  {
    code: 'D352',
    name: 'deal-period-not-one-working-day',
    title: '成交结果的公告期限为 1 个工作日',
    rows: ['GP-RESULT-PERIOD-135'],
    citation: {
      instrument: '关于做好政府采购信息公开工作的通知（财库〔2015〕135号）',
      article: '采购项目结果部分',
      confidence: 'V2',
    },
    inForce: { from: '2015-07-01' },
    appliesTo: { categories: ['procurement'], types: ['deal-notice', 'result-notice'], regime: procurement },
    examples: { pass: { facts: { noticeWorkingDays: 1 } }, fail: { facts: { noticeWorkingDays: 3 } } },
    check: ({ noticeWorkingDays }, { body }) => statedPeriod(noticeWorkingDays, body, 1),
  },
];
