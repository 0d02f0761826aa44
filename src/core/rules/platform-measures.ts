import { notLater } from './outcome.ts';
import { workingDays } from './period.ts';
import type { Rule } from './rule.ts';

/** 国家发展改革委等十四部委令第39号《公共资源交易平台管理暂行办法》. */
export const platformMeasures: readonly Rule[] = [
  {
    code: 'D602',
    name: 'penalty-published-late',
    title: '行政处罚决定作出后 7 个工作日内公示',
    rows: ['GEN-PENALTY-7WD'],
    citation: {
      instrument: '公共资源交易平台管理暂行办法（国家发展改革委等十四部委令第39号，2016年）',
      article: '第二十一条',
      quote: '自作出行政决定之日起7个工作日内上网公开',
      confidence: 'V*',
    },
    inForce: { from: '2016-08-01' },
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
