import { issue } from './issue.ts';
import { leadTime, notLater } from './outcome.ts';
import { days } from './period.ts';
import { goodsOrServices } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const law = (article: string, quote?: string): Citation => ({
  instrument: '中华人民共和国政府采购法',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

const inForce = { from: '2003-01-01' };

/** 《中华人民共和国政府采购法》, rules in article order. */
export const procurementLaw: readonly Rule[] = [
  {
    code: 'D301',
    name: 'procurement-tender-too-short',
    title: '货物和服务招标，招标文件发出到投标截止不少于 20 日',
    rows: ['GP-PREP-20D'],
    citation: law('第三十五条', '自招标文件开始发出之日起至投标人提交投标文件截止之日止，不得少于二十日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['tender-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: {
          procurementKind: 'goods',
          documentsFrom: '2026-03-19',
          bidDeadline: '2026-04-08T09:30:00+08:00',
        },
      },
      fail: {
        facts: {
          procurementKind: 'goods',
          documentsFrom: '2026-03-19',
          bidDeadline: '2026-04-07T09:30:00+08:00',
        },
      },
    },
    check: (facts, { calendar }) =>
      leadTime(calendar, days(20), issue(facts, '招标文件发出日'), {
        what: '投标截止日',
        on: facts.bidDeadline,
        at: 'bidDeadline',
      }),
  },
  {
    code: 'D302',
    name: 'procurement-contract-signed-late',
    title: '中标、成交通知书发出后 30 日内签订合同',
    rows: ['GP-CONTRACT-30D'],
    citation: law('第四十六条'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['contract-notice'] },
    examples: {
      pass: { facts: { awardNoticeOn: '2026-04-01', signedOn: '2026-04-20' } },
      fail: { facts: { awardNoticeOn: '2026-04-01', signedOn: '2026-05-12' } },
    },
    check: ({ awardNoticeOn, signedOn }, { calendar }) =>
      notLater(
        calendar,
        days(30),
        { what: '中标、成交通知书发出日', on: awardNoticeOn, at: 'awardNoticeOn' },
        { what: '签订日', on: signedOn, at: 'signedOn' },
      ),
  },
];
