import { complete } from './contents.ts';
import { leadTime, notShorter } from './outcome.ts';
import { days } from './period.ts';
import type { Rule } from './rule.ts';

/** 《中华人民共和国拍卖法》, rules in article order. */
export const auctionLaw: readonly Rule[] = [
  {
    code: 'D521',
    name: 'auction-announced-too-late',
    title: '拍卖公告在拍卖日 7 日前发布',
    rows: ['AUC-NOTICE-7D'],
    citation: {
      instrument: '中华人民共和国拍卖法',
      article: '第四十五条',
      quote: '拍卖人应当于拍卖日七日前发布拍卖公告',
      confidence: 'V',
    },
    inForce: { from: '1997-01-01' },
    appliesTo: { categories: ['property'], types: ['auction-notice'] },
    examples: {
      pass: { facts: { publishedAt: '2026-07-14T09:00:00+08:00', biddingAt: '2026-07-29T10:00:00+08:00' } },
      fail: { facts: { publishedAt: '2026-07-14T09:00:00+08:00', biddingAt: '2026-07-17T10:00:00+08:00' } },
    },
    check: ({ publishedAt, biddingAt }, { calendar }) =>
      leadTime(
        calendar,
        days(7),
        { what: '拍卖公告发布日', on: publishedAt, at: 'publishedAt' },
        { what: '拍卖日', on: biddingAt, at: 'biddingAt' },
      ),
  },
  {
    code: 'D523',
    name: 'auction-lacks-contents',
    title: '拍卖公告写明标的展示的地点、参与竞买的手续',
    rows: ['AUC-CONTENTS'],
    citation: { instrument: '中华人民共和国拍卖法', article: '第四十六条', confidence: 'V' },
    inForce: { from: '1997-01-01' },
    atMost: 'warning',
    appliesTo: { categories: ['property'], types: ['auction-notice'] },
    asksContents: true,
    examples: {
      pass: {
        facts: { biddingPlace: '2 号厅' },
        body: '标的在示例路 2 号展示。竞买人应当在报名截止前交纳保证金，办理竞买手续。',
      },
      fail: { facts: { biddingPlace: '2 号厅' }, body: '定于下列时间公开拍卖。' },
    },
    check: (_, matter) => complete(matter),
  },
  {
    code: 'D522',
    name: 'auction-shown-too-short',
    title: '拍卖标的展示不少于 2 日',
    rows: ['AUC-DISPLAY-2D'],
    citation: {
      instrument: '中华人民共和国拍卖法',
      article: '第四十八条',
      quote: '拍卖标的的展示时间不得少于两日',
      confidence: 'V',
    },
    inForce: { from: '1997-01-01' },
    appliesTo: { categories: ['property'], types: ['auction-notice'] },
    examples: {
      pass: { facts: { viewingFrom: '2026-07-21', viewingUntil: '2026-07-23' } },
      fail: { facts: { viewingFrom: '2026-07-21', viewingUntil: '2026-07-21' } },
    },
    check: ({ viewingFrom, viewingUntil }, { calendar }) =>
      notShorter(
        calendar,
        days(2),
        { what: '展示开始', on: viewingFrom, at: 'viewingFrom' },
        { what: '展示结束', on: viewingUntil, at: 'viewingUntil' },
      ),
  },
];
