import { leadTime, notLater } from './outcome.ts';
import { days, workingDays } from './period.ts';
import type { Citation, Rule } from './rule.ts';
import { listed, published, saleStart } from './sale.ts';

const order39 = (article: string, confidence: Citation['confidence'], quote?: string): Citation => ({
  instrument: '招标拍卖挂牌出让国有建设用地使用权规定（国土资源部令第39号）',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence,
});

const since2007 = { from: '2007-11-01' };
const listing = { method: 'listing' } as const;

/** 国土资源部令第39号, rules in article order. */
export const landOrder39: readonly Rule[] = [
  {
    code: 'D401',
    name: 'land-notice-too-short',
    title: '出让公告发布到招标、拍卖、挂牌开始不少于 20 日',
    rows: ['LAND-NOTICE-20D'],
    citation: order39('第八条', 'V2', '至少在投标、拍卖或者挂牌开始日前20日'),
    inForce: since2007,
    appliesTo: { categories: ['land'], types: ['land-grant-notice'] },
    examples: {
      pass: {
        facts: {
          ...listing,
          publishedAt: '2026-03-02T09:00:00+08:00',
          listingFrom: '2026-03-26T09:00:00+08:00',
        },
      },
      fail: {
        facts: {
          ...listing,
          publishedAt: '2026-03-02T09:00:00+08:00',
          listingFrom: '2026-03-19T09:00:00+08:00',
        },
      },
    },
    check: (facts, { calendar }) => leadTime(calendar, days(20), published(facts), saleStart(facts)),
  },
  {
    code: 'D402',
    name: 'land-listing-too-short',
    title: '挂牌时间不少于 10 日',
    rows: ['LAND-LISTING-10D'],
    citation: order39('第十八条', 'V2', '挂牌时间不得少于10日'),
    inForce: since2007,
    appliesTo: { categories: ['land'], types: ['land-grant-notice'] },
    examples: {
      pass: {
        facts: {
          ...listing,
          listingFrom: '2026-03-26T09:00:00+08:00',
          listingUntil: '2026-04-08T10:00:00+08:00',
        },
      },
      fail: {
        facts: {
          ...listing,
          listingFrom: '2026-03-26T09:00:00+08:00',
          listingUntil: '2026-04-02T10:00:00+08:00',
        },
      },
    },
    check: (facts, matter) => listed(facts, matter, days(10)),
  },
  {
    code: 'D403',
    name: 'land-result-published-late',
    title: '出让活动结束后 10 个工作日内公布结果',
    rows: ['LAND-RESULT-10WD'],
    citation: order39('第二十二条', 'V2'),
    inForce: since2007,
    appliesTo: { categories: ['land'], types: ['land-grant-result'] },
    examples: {
      pass: { facts: { closedOn: '2026-04-08', publishedAt: '2026-04-15T09:00:00+08:00' } },
      fail: { facts: { closedOn: '2026-04-08', publishedAt: '2026-05-15T09:00:00+08:00' } },
    },
    check: (facts, { calendar }) =>
      notLater(
        calendar,
        workingDays(10),
        { what: '出让活动结束日', on: facts.closedOn, at: 'closedOn' },
        published(facts),
      ),
  },
];
