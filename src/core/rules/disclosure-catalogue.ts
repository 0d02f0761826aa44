import { notLater } from './outcome.ts';
import { workingDays } from './period.ts';
import type { Rule } from './rule.ts';

/** 《公共资源交易领域基层政务公开标准目录》. */
export const disclosureCatalogue: readonly Rule[] = [
  {
    code: 'D602',
    name: 'penalty-published-late',
    title: '行政处罚决定作出后 7 个工作日内公示',
    rows: ['GEN-PENALTY-7WD'],
    citation: {
      instrument: '公共资源交易领域基层政务公开标准目录',
      article: '行政处罚信息的公开时限',
      confidence: 'V2',
    },
    inForce: { from: '2019-05-15' },
    appliesTo: { categories: ['general'], types: ['penalty-decision'] },
    examples: {
      pass: { facts: { decidedOn: '2026-08-19', publishedAt: '2026-08-21T10:00:00+08:00' } },
      fail: { facts: { decidedOn: '2026-08-19', publishedAt: '2026-09-04T10:00:00+08:00' } },
    },
    check: ({ decidedOn, publishedAt }, { calendar }) =>
      notLater(
        calendar,
        workingDays(7),
        { what: '处罚决定日', on: decidedOn, at: 'decidedOn' },
        { what: '公示日', on: publishedAt, at: 'publishedAt' },
      ),
  },
];
