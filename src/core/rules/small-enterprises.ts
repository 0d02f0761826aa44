import { fail, pass } from './outcome.ts';
import { procurement } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财库〔2020〕46号《政府采购促进中小企业发展管理办法》. */
export const smallEnterprises: readonly Rule[] = [
  {
    code: 'D391',
    name: 'declaration-not-published',
    title: '享受扶持政策获得合同的，随结果公开《中小企业声明函》',
    rows: ['GP-SME-DECLARATION'],
    citation: {
      instrument: '政府采购促进中小企业发展管理办法（财库〔2020〕46号）',
      article: '第十三条',
      confidence: 'V*',
    },
    inForce: { from: '2021-01-01' },
    appliesTo: {
      categories: ['procurement'],
      types: ['award-notice', 'deal-notice', 'result-notice'],
      regime: procurement,
    },
    examples: {
      pass: {
        facts: { winner: '示例公司' },
        body: '《中小企业声明函》随本公告公布。',
        parent: { type: 'tender-notice', facts: { smeOnly: true } },
      },
      fail: {
        facts: { winner: '示例公司' },
        body: '现公告如下。',
        parent: { type: 'tender-notice', facts: { smeOnly: true } },
      },
    },
    // Whether a preference was used is known only of a purchase that was reserved for small enterprises.
    check({ winner, lotResults }, { body, attachments, call }) {
      if (call?.facts.smeOnly !== true || (winner === undefined && lotResults === undefined))
        return undefined;
      const isShown = [body, ...attachments].some((words) => words.includes('声明函'));
      if (isShown) return pass('type', '公布了《中小企业声明函》');
      const message = '专门面向中小企业的采购，结果公告没有《中小企业声明函》';
      return fail('type', message, '把中标、成交供应商的《中小企业声明函》放进“附件”');
    },
  },
];
