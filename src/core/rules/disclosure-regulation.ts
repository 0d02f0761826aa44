import type { Facts } from './matter.ts';
import { notLater, type Moment } from './outcome.ts';
import { workingDays } from './period.ts';
import type { Rule } from './rule.ts';

/** 《中华人民共和国政府信息公开条例》, rules in article order. */
export const disclosureRegulation: readonly Rule[] = [
  {
    code: 'D601',
    name: 'information-published-late',
    title: '信息形成后 20 个工作日内公开',
    rows: ['GEN-OPEN-20WD'],
    citation: {
      instrument: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      quote: '自该政府信息形成或者变更之日起20个工作日内及时公开',
      confidence: 'V',
    },
    inForce: { from: '2019-05-15' },
    // Those with a shorter limit of their own are held to that.
    appliesTo: {
      categories: ['construction', 'procurement', 'general'],
      types: [
        'award-notice',
        'contract-notice',
        'contract-change-notice',
        'performance-notice',
        'acceptance-notice',
        'complaint-decision',
        'supervision-decision',
        'agency-appraisal',
      ],
    },
    examples: {
      pass: {
        type: 'contract-change-notice',
        facts: { changedOn: '2026-06-10', publishedAt: '2026-06-11T15:00:00+08:00' },
      },
      fail: {
        type: 'contract-change-notice',
        facts: { changedOn: '2026-06-10', publishedAt: '2026-07-30T15:00:00+08:00' },
      },
    },
    check(facts, { category, type, calendar }) {
      if (category === 'procurement' && (type === 'award-notice' || type === 'contract-notice'))
        return undefined;
      const formed = formedOn(facts);
      if (!formed) return undefined;
      return notLater(calendar, workingDays(20), formed, {
        what: '公开日',
        on: facts.publishedAt,
        at: 'publishedAt',
      });
    },
  },
];

/** The day on which what is published came about, as far as the announcement says it. */
function formedOn({ decidedOn, acceptedOn, changedOn, signedOn, awardedOn }: Facts): Moment | undefined {
  const moments: readonly Moment[] = [
    { what: '作出决定日', on: decidedOn, at: 'decidedOn' },
    { what: '验收日', on: acceptedOn, at: 'acceptedOn' },
    { what: '变更日', on: changedOn, at: 'changedOn' },
    { what: '签订日', on: signedOn, at: 'signedOn' },
    { what: '定标日', on: awardedOn, at: 'awardedOn' },
  ];
  return moments.find(({ on }) => on !== undefined);
}
