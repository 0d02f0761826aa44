import { leadTime } from './outcome.ts';
import { days } from './period.ts';
import { procurement } from './regime.ts';
import type { Rule } from './rule.ts';

/** 财库〔2020〕10号《关于开展政府采购意向公开工作的通知》. */
export const intentionNotice: readonly Rule[] = [
  {
    code: 'D361',
    name: 'intention-published-late',
    title: '采购意向公开到采购活动开始原则上不少于 30 日',
    rows: ['GP-INTENT-30D'],
    citation: {
      instrument: '关于开展政府采购意向公开工作的通知（财库〔2020〕10号）',
      article: '关于公开时间的规定',
      quote: '原则上不得晚于采购活动开始前30日',
      confidence: 'V2',
    },
    // The day from which budgets below the province had to follow it.
    inForce: { from: '2022-01-01' },
    appliesTo: {
      categories: ['procurement'],
      types: [
        'prequalification-notice',
        'tender-notice',
        'competitive-negotiation',
        'competitive-consultation',
        'inquiry-notice',
        'single-source-notice',
        'framework-solicitation',
      ],
      regime: procurement,
    },
    examples: {
      pass: {
        type: 'tender-notice',
        facts: { publishedAt: '2026-03-03T09:00:00+08:00' },
        parent: { type: 'procurement-intention', facts: { publishedAt: '2026-01-20T09:00:00+08:00' } },
      },
      fail: {
        type: 'tender-notice',
        facts: { publishedAt: '2026-03-03T09:00:00+08:00' },
        parent: { type: 'procurement-intention', facts: { publishedAt: '2026-02-10T09:00:00+08:00' } },
      },
    },
    check({ publishedAt }, { parent, calendar }) {
      if (parent?.type !== 'procurement-intention') return undefined;
      const mend = (limit: string): string =>
        `推迟到 ${limit} 或之后发布；因紧急不可预见的原因，用“例外”写明`;
      return leadTime(
        calendar,
        days(30),
        { what: '采购意向公开日', on: parent.facts.publishedAt },
        { what: '采购公告发布日', on: publishedAt, at: 'publishedAt' },
        mend,
      );
    },
  },
];
