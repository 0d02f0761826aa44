import { beforeDeadline } from './clarification.ts';
import { complete, completeResult } from './contents.ts';
import { issue } from './issue.ts';
import { leadTime } from './outcome.ts';
import { workingDays } from './period.ts';
import { affectsBids, both, procurement, procurementButWorks } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const order = (article: string, quote?: string): Citation => ({
  instrument: '政府采购非招标采购方式管理办法（财政部令第74号）',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

const inForce = { from: '2014-02-01' };

/** 财政部令第74号《政府采购非招标采购方式管理办法》, rules in article order. */
export const order74: readonly Rule[] = [
  {
    code: 'D334',
    name: 'deal-lacks-contents',
    title: '成交结果公告写明采购人和成交供应商的地址、联系方式、主要标的、小组成员',
    rows: ['GP-DEAL-CONTENTS-74'],
    citation: order('第十八条'),
    inForce,
    atMost: 'warning',
    appliesTo: {
      categories: ['procurement'],
      types: ['deal-notice', 'result-notice'],
      regime: (matter) =>
        ['tender-notice', 'competitive-consultation'].includes(matter.call?.type ?? '')
          ? 'does-not-apply'
          : procurementButWorks(matter),
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { winner: '示例公司', winnerAddress: '示例路 2 号', buyerAddress: '示例路 1 号' },
        body: '电脑，型号 A，数量 30 台。谈判小组：甘某（示例）。联系人：麦工（示例），电话 0757-00000001。',
      },
      fail: { facts: { winner: '示例公司' }, body: '现公告如下。' },
    },
    check: (_, matter) => completeResult(matter),
  },
  {
    code: 'D331',
    name: 'negotiation-too-short',
    title: '谈判文件发出到首次响应截止不少于 3 个工作日',
    rows: ['GP-NEGO-3WD'],
    citation: order('第二十九条', '从谈判文件发出之日起至……首次响应文件截止之日止不得少于3个工作日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['competitive-negotiation'], regime: procurement },
    examples: {
      pass: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-24T09:30:00+08:00' } },
      fail: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-18T09:30:00+08:00' } },
    },
    check: (facts, { calendar }) =>
      leadTime(calendar, workingDays(3), issue(facts, '谈判文件发出日'), {
        what: '响应截止日',
        on: facts.responseDeadline,
        at: 'responseDeadline',
      }),
  },
  {
    code: 'D335',
    name: 'single-source-lacks-contents',
    title: '单一来源采购公示写明采购人、采购代理机构、财政部门的地址、联系人和电话',
    rows: ['GP-SINGLE-CONTENTS'],
    citation: order('第三十八条'),
    inForce,
    atMost: 'warning',
    appliesTo: { categories: ['procurement'], types: ['single-source-notice'], regime: procurement },
    asksContents: true,
    examples: {
      pass: {
        facts: { buyerAddress: '示例路 1 号', contactName: '谭工（示例）', contactPhone: '0757-00000001' },
        body: '对公示内容有异议的，书面告知采购人，同时抄送区财政局。',
      },
      fail: { facts: { buyerAddress: '示例路 1 号' }, body: '现予公示。' },
    },
    check: (_, matter) => complete(matter),
  },
  {
    code: 'D332',
    name: 'inquiry-too-short',
    title: '询价通知书发出到响应截止不少于 3 个工作日',
    rows: ['GP-INQUIRY-3WD'],
    citation: order('第四十五条'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['inquiry-notice'], regime: procurement },
    examples: {
      pass: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-24T09:30:00+08:00' } },
      fail: { facts: { documentsFrom: '2026-03-17', responseDeadline: '2026-03-18T09:30:00+08:00' } },
    },
    check: (facts, { calendar }) =>
      leadTime(calendar, workingDays(3), issue(facts, '询价通知书发出日'), {
        what: '响应截止日',
        on: facts.responseDeadline,
        at: 'responseDeadline',
      }),
  },
  {
    code: 'D333',
    name: 'negotiation-clarified-too-late',
    title: '谈判、询价的澄清、修改在响应截止 3 个工作日前发出，否则顺延',
    rows: ['GP-NEGO-CLARIFY-3WD'],
    citation: order('第二十九条、第四十五条', '不足3个工作日的，应当顺延'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['correction-notice'],
      regime: both(procurement, affectsBids),
    },
    examples: {
      pass: {
        facts: { affectsBids: true, publishedAt: '2026-03-19T09:00:00+08:00' },
        parent: { type: 'inquiry-notice', facts: { responseDeadline: '2026-03-24T09:30:00+08:00' } },
      },
      fail: {
        facts: { affectsBids: true, publishedAt: '2026-03-23T09:00:00+08:00' },
        parent: { type: 'inquiry-notice', facts: { responseDeadline: '2026-03-24T09:30:00+08:00' } },
      },
    },
    check(facts, matter) {
      const type = matter.parent?.type;
      if (type !== 'competitive-negotiation' && type !== 'inquiry-notice') return undefined;
      return beforeDeadline(facts, matter, 'responseDeadline', '响应截止', 3, workingDays(3));
    },
  },
];
