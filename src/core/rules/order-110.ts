import { issue } from './issue.ts';
import { leadTime } from './outcome.ts';
import { days } from './period.ts';
import { procurement } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财政部令第110号《政府采购框架协议采购方式管理暂行办法》. */
export const order110: readonly Rule[] = [
  {
    code: 'D371',
    name: 'framework-solicitation-too-short',
    title: '封闭式框架协议征集文件发出到响应截止不少于 20 日',
    rows: ['GP-FRAMEWORK'],
    citation: {
      instrument: '政府采购框架协议采购方式管理暂行办法（财政部令第110号）',
      article: '关于封闭式框架协议适用公开招标程序的规定',
      confidence: 'M',
    },
    inForce: { from: '2022-03-01' },
    appliesTo: { categories: ['procurement'], types: ['framework-solicitation'], regime: procurement },
    examples: {
      pass: {
        facts: {
          frameworkKind: 'closed',
          documentsFrom: '2026-03-02',
          responseDeadline: '2026-03-25T09:30:00+08:00',
        },
      },
      fail: {
        facts: {
          frameworkKind: 'closed',
          documentsFrom: '2026-03-02',
          responseDeadline: '2026-03-19T09:30:00+08:00',
        },
      },
    },
    check(facts, { calendar }) {
      const { frameworkKind, responseDeadline } = facts;
      if (frameworkKind !== 'closed') return undefined;
      return leadTime(calendar, days(20), issue(facts, '征集文件发出日'), {
        what: '响应截止日',
        on: responseDeadline,
        at: 'responseDeadline',
      });
    },
  },
];
