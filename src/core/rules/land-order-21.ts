import { notShorter } from './outcome.ts';
import { days } from './period.ts';
import { publicityStart } from './publicity.ts';
import type { Rule } from './rule.ts';

/** 国土资源部令第21号《协议出让国有土地使用权规定》. */
export const landOrder21: readonly Rule[] = [
  {
    code: 'D404',
    name: 'agreement-shown-too-short',
    title: '协议出让，公布以后接受用地申请不少于 30 日',
    rows: ['LAND-AGREEMENT-30D'],
    citation: {
      instrument: '协议出让国有土地使用权规定（国土资源部令第21号）',
      article: '关于接受用地申请的规定',
      confidence: 'M',
    },
    inForce: { from: '2003-08-01' },
    appliesTo: { categories: ['land'], types: ['land-agreement-notice'] },
    examples: {
      pass: {
        facts: {
          publishedAt: '2026-03-02T09:00:00+08:00',
          publicityFrom: '2026-03-02',
          publicityUntil: '2026-04-01',
        },
      },
      fail: {
        facts: {
          publishedAt: '2026-03-02T09:00:00+08:00',
          publicityFrom: '2026-03-02',
          publicityUntil: '2026-03-17',
        },
      },
    },
    check: (facts, { calendar }) =>
      notShorter(
        calendar,
        days(30),
        publicityStart(facts),
        { what: '公示结束', on: facts.publicityUntil, at: 'publicityUntil' },
        (limit) => `公示到 ${limit} 或之后；已经在供应计划里公布、接受申请满 30 日的不用改`,
      ),
  },
];
