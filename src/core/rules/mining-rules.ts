import type { Facts, Matter } from './matter.ts';
import { notShorter } from './outcome.ts';
import { workingDays } from './period.ts';
import { publicityStart } from './publicity.ts';
import type { Citation, Example, Outcome, Rule } from './rule.ts';
import { listed, published, saleStart } from './sale.ts';

const mining = (article: string, confidence: Citation['confidence']): Citation => ({
  instrument: '矿业权出让交易规则（自然资规〔2023〕1号）',
  article,
  confidence,
});

const since2023 = { from: '2023-01-03' };
const listing = { method: 'listing' } as const;

/** 自然资规〔2023〕1号《矿业权出让交易规则》. */
export const miningRules: readonly Rule[] = [
  {
    code: 'D421',
    name: 'mining-notice-too-short',
    title: '矿业权出让公告发布到投标截止、拍卖、挂牌开始不少于 20 个工作日',
    rows: ['MINE-NOTICE-20WD'],
    citation: mining('关于公告时间的规定', 'V2'),
    inForce: since2023,
    firstDayAtMost: 'info',
    appliesTo: { categories: ['land'], types: ['mining-grant-notice'] },
    examples: {
      pass: {
        facts: {
          ...listing,
          publishedAt: '2026-03-02T09:00:00+08:00',
          listingFrom: '2026-04-01T09:00:00+08:00',
        },
      },
      fail: {
        facts: {
          ...listing,
          publishedAt: '2026-03-02T09:00:00+08:00',
          listingFrom: '2026-03-24T09:00:00+08:00',
        },
      },
    },
    check: (facts, { calendar }) => notShorter(calendar, workingDays(20), published(facts), saleStart(facts)),
  },
  {
    code: 'D422',
    name: 'mining-listing-too-short',
    title: '矿业权挂牌时间不少于 10 个工作日',
    rows: ['MINE-LISTING-10WD'],
    citation: mining('关于挂牌时间的规定', 'V2'),
    inForce: since2023,
    firstDayAtMost: 'info',
    appliesTo: { categories: ['land'], types: ['mining-grant-notice'] },
    examples: {
      pass: {
        facts: {
          ...listing,
          listingFrom: '2026-03-02T09:00:00+08:00',
          listingUntil: '2026-03-17T10:00:00+08:00',
        },
      },
      fail: {
        facts: {
          ...listing,
          listingFrom: '2026-03-02T09:00:00+08:00',
          listingUntil: '2026-03-11T10:00:00+08:00',
        },
      },
    },
    check: (facts, matter) => listed(facts, matter, workingDays(10)),
  },
  {
    code: 'D423',
    name: 'mining-result-publicity-too-short',
    title: '矿业权出让结果公示不少于 10 个工作日',
    rows: ['MINE-RESULT-10WD'],
    citation: mining('关于结果公示的规定', 'V2'),
    inForce: since2023,
    appliesTo: { categories: ['land'], types: ['mining-grant-result'] },
    examples: tenWorkingDays(),
    check: (facts, matter) => shown(facts, matter, 10),
  },
  {
    code: 'D424',
    name: 'mining-agreement-publicity-too-short',
    title: '矿业权协议出让公示不少于 10 个工作日',
    rows: ['MINE-AGREEMENT-10WD'],
    citation: mining('关于协议出让公示的规定', 'M'),
    inForce: since2023,
    appliesTo: { categories: ['land'], types: ['mining-agreement-notice'] },
    examples: tenWorkingDays(),
    check: (facts, matter) => shown(facts, matter, 10),
  },
];

const shown = (facts: Facts, { calendar }: Matter, count: number): Outcome =>
  notShorter(calendar, workingDays(count), publicityStart(facts), {
    what: '公示结束',
    on: facts.publicityUntil,
    at: 'publicityUntil',
  });

function tenWorkingDays(): { pass: Example; fail: Example } {
  const from = { publishedAt: '2026-03-02T09:00:00+08:00', publicityFrom: '2026-03-02' };
  return {
    pass: { facts: { ...from, publicityUntil: '2026-03-17' } },
    fail: { facts: { ...from, publicityUntil: '2026-03-11' } },
  };
}
