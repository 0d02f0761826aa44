import { beforeDeadline } from './clarification.ts';
import { completeResult } from './contents.ts';
import { issue } from './issue.ts';
import { leadTime, offered } from './outcome.ts';
import { days, workingDays } from './period.ts';
import { documentsEnd, documentsStart } from './publicity.ts';
import { affectsBids, both, procurement, procurementButWorks } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const instrument = '政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）';

const measures = (quote: string): Citation => ({ instrument, article: '第十条', quote, confidence: 'V' });

const inForce = { from: '2014-12-31' };

/** 财库〔2014〕214号《政府采购竞争性磋商采购方式管理暂行办法》, rules in article order. */
export const consultationMeasures: readonly Rule[] = [
  {
    code: 'D341',
    name: 'consultation-too-short',
    title: '磋商文件发出到首次响应截止不少于 10 日',
    rows: ['GP-CONSULT-10D'],
    citation: measures('从磋商文件发出之日起至供应商提交首次响应文件截止之日止不得少于10日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['competitive-consultation'], regime: procurement },
    examples: {
      pass: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-27T09:30:00+08:00' } },
      fail: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-25T09:30:00+08:00' } },
    },
    check: (facts, { calendar }) =>
      leadTime(calendar, days(10), issue(facts, '磋商文件发出日'), {
        what: '响应截止日',
        on: facts.responseDeadline,
        at: 'responseDeadline',
      }),
  },
  {
    code: 'D342',
    name: 'consultation-documents-window-too-short',
    title: '磋商文件的发售期限不少于 5 个工作日',
    rows: ['GP-CONSULT-SALE-5WD'],
    citation: measures('磋商文件的发售期限自开始之日起不得少于5个工作日'),
    inForce,
    atMost: 'warning',
    firstDayAtMost: 'info',
    appliesTo: { categories: ['procurement'], types: ['competitive-consultation'], regime: procurement },
    examples: {
      pass: { facts: { documentsFrom: '2026-03-17', documentsUntil: '2026-03-24' } },
      fail: { facts: { documentsFrom: '2026-03-17', documentsUntil: '2026-03-20' } },
    },
    check: (facts, { calendar }) =>
      offered(calendar, workingDays(5), documentsStart(facts), documentsEnd(facts)),
  },
  {
    code: 'D343',
    name: 'consultation-clarified-too-late',
    title: '磋商文件的澄清、修改在响应截止 5 日前发出，否则顺延',
    rows: ['GP-CONSULT-CLARIFY-5D'],
    citation: measures('不足5日的……应当顺延'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['correction-notice'],
      regime: both(procurement, affectsBids),
    },
    examples: {
      pass: {
        facts: { affectsBids: true, publishedAt: '2026-03-19T09:00:00+08:00' },
        parent: {
          type: 'competitive-consultation',
          facts: { responseDeadline: '2026-03-27T09:30:00+08:00' },
        },
      },
      fail: {
        facts: { affectsBids: true, publishedAt: '2026-03-24T09:00:00+08:00' },
        parent: {
          type: 'competitive-consultation',
          facts: { responseDeadline: '2026-03-27T09:30:00+08:00' },
        },
      },
    },
    check(facts, matter) {
      if (matter.parent?.type !== 'competitive-consultation') return undefined;
      return beforeDeadline(facts, matter, 'responseDeadline', '响应截止', 5);
    },
  },
  {
    code: 'D344',
    name: 'consultation-deal-lacks-contents',
    title: '磋商的成交结果公告写明采购人和成交供应商的地址、联系方式、主要标的、小组成员',
    rows: ['GP-DEAL-CONTENTS-214'],
    citation: { instrument, article: '第二十九条', confidence: 'V1' },
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['deal-notice', 'result-notice'],
      regime: (matter) =>
        matter.call?.type === 'competitive-consultation' ? procurementButWorks(matter) : 'does-not-apply',
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { winner: '示例公司', winnerAddress: '示例路 2 号', buyerAddress: '示例路 1 号' },
        body: '电脑，型号 A，数量 30 台。磋商小组：甘某（示例）。联系人：麦工（示例），电话 0757-00000001。',
        parent: { type: 'competitive-consultation', facts: {} },
      },
      fail: {
        facts: { winner: '示例公司' },
        body: '现公告如下。',
        parent: { type: 'competitive-consultation', facts: {} },
      },
    },
    check: (_, matter) => completeResult(matter),
  },
];
