import { leadTime } from './outcome.ts';
import { days } from './period.ts';
import type { Example, Rule } from './rule.ts';
import { saleStart } from './sale.ts';

/** 国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范》. */
export const landCode114: readonly Rule[] = [
  {
    code: 'D411',
    name: 'land-supplement-too-late',
    title: '影响地价的补充公告距出让活动开始不足 20 日的顺延',
    rows: ['LAND-SUPPLEMENT-20D'],
    citation: {
      instrument: '招标拍卖挂牌出让国有土地使用权规范（国土资发〔2006〕114号）',
      article: '关于补充公告的规定',
      confidence: 'M',
    },
    inForce: { from: '2006-08-01' },
    appliesTo: { categories: ['land'], types: ['correction-notice'] },
    examples: {
      pass: supplement('2026-03-05T09:00:00+08:00'),
      fail: supplement('2026-03-12T09:00:00+08:00'),
    },
    check(facts, { parent, calendar }) {
      if (parent?.type !== 'land-grant-notice') return undefined;
      const bearsOnPrice = (facts.corrections ?? []).some(({ field }) => PRICE_FIELDS.has(field ?? ''));
      if (!bearsOnPrice) return undefined;
      const start = saleStart(parent.facts);
      const mend = (limit: string): string => `把${start.what}顺延到 ${limit} 或之后，写进“更正内容”`;
      return leadTime(
        calendar,
        days(20),
        { what: '补充公告发布日', on: facts.publishedAt, at: 'publishedAt' },
        { what: start.what, on: start.on },
        mend,
      );
    },
  },
];

/** Fields of a land grant that bear on the price. */
const PRICE_FIELDS: ReadonlySet<string> = new Set(['起始价', '竞买保证金', '增价幅度']);

function supplement(publishedAt: string): Example {
  return {
    facts: { publishedAt, corrections: [{ field: '增价幅度', from: '10万元', to: '20万元' }] },
    parent: {
      type: 'land-grant-notice',
      facts: { method: 'listing', listingFrom: '2026-03-26T09:00:00+08:00', incrementFen: 20_000_000 },
    },
  };
}
