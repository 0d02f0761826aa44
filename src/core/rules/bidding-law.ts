import { rfc3339, printInstant } from '../announcement/instant.ts';
import { complete } from './contents.ts';
import { issue } from './issue.ts';
import { fail, leadTime, notLater, pass } from './outcome.ts';
import { days } from './period.ts';
import { isTenderedByDuty, mustTenderOrWorks, tenderLaw } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const law = (article: string, quote?: string): Citation => ({
  instrument: '中华人民共和国招标投标法',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

/** 《中华人民共和国招标投标法》, rules in article order. */
export const biddingLaw: readonly Rule[] = [
  {
    code: 'D108',
    name: 'tender-notice-lacks-contents',
    title: '招标公告写明招标人地址、招标内容、工期和获取招标文件的办法',
    rows: ['ENG-CONTENTS'],
    citation: law(
      '第十六条',
      '招标公告应当载明招标人的名称和地址、招标项目的性质、数量、实施地点和时间以及获取招标文件的办法等事项',
    ),
    inForce: { from: '2000-01-01' },
    atMost: 'warning',
    appliesTo: {
      categories: ['construction'],
      types: ['tender-notice', 'tender-invitation', 'prequalification-notice'],
      // What must be tendered is asked for more, and once: D152.
      regime: (matter) =>
        matter.type !== 'tender-invitation' && isTenderedByDuty(matter) ? 'does-not-apply' : 'applies',
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { mustTender: false, buyerAddress: '示例路 1 号', scope: '道路 1.2 公里' },
        body: '工期 90 日历天。招标文件在示例平台下载。',
      },
      fail: { facts: { mustTender: false, buyerAddress: '示例路 1 号' }, body: '现公开招标。' },
    },
    check: (_, matter) => complete(matter, ({ isBasic }) => isBasic === true),
  },
  {
    code: 'D104',
    name: 'tender-period-too-short',
    title: '招标文件发出到投标截止不少于 20 日',
    rows: ['ENG-PREP-20D'],
    citation: law('第二十四条', '自招标文件开始发出之日起至投标人提交投标文件截止之日止，最短不得少于二十日'),
    inForce: { from: '2000-01-01' },
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['tender-notice', 'tender-invitation'],
      regime: mustTenderOrWorks,
    },
    examples: {
      pass: {
        facts: { mustTender: true, documentsFrom: '2026-03-05', bidDeadline: '2026-03-25T09:30:00+08:00' },
      },
      fail: {
        facts: { mustTender: true, documentsFrom: '2026-03-05', bidDeadline: '2026-03-24T09:30:00+08:00' },
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
    code: 'D105',
    name: 'opened-with-too-few-bidders',
    title: '投标人少于 3 个的不得开标',
    rows: ['ENG-MIN-3'],
    citation: law('第二十八条、实施条例第四十四条', '投标人少于3个的，不得开标；招标人应当重新招标'),
    inForce: { from: '2000-01-01' },
    appliesTo: { categories: ['construction'], types: ['opening-record'] },
    examples: { pass: { facts: { bidderCount: 3 } }, fail: { facts: { bidderCount: 2 } } },
    check: ({ bidderCount }) =>
      bidderCount! >= 3
        ? pass('bidderCount', `投标人 ${bidderCount} 个，不少于 3 个`)
        : fail('bidderCount', `投标人只有 ${bidderCount} 个，不得开标`, '改发流标公告，再重新招标'),
  },
  {
    code: 'D106',
    name: 'opening-not-at-deadline',
    title: '开标在投标截止的同一时间',
    rows: ['ENG-OPEN-SAME-TIME'],
    citation: law('第三十四条', '提交投标文件截止时间的同一时间公开进行'),
    inForce: { from: '2000-01-01' },
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['tender-notice', 'tender-invitation', 'opening-record'],
      regime: tenderLaw,
    },
    examples: {
      pass: { facts: { bidDeadline: '2026-03-25T09:30:00+08:00', openingAt: '2026-03-25T09:30:00+08:00' } },
      fail: { facts: { bidDeadline: '2026-03-25T09:30:00+08:00', openingAt: '2026-03-25T14:30:00+08:00' } },
    },
    check({ openingAt, bidDeadline: own }, { call }) {
      const bidDeadline = own ?? call?.facts.bidDeadline;
      // An opening before the deadline is D204.
      if (openingAt === undefined || bidDeadline === undefined || (own && openingAt < own)) return undefined;
      if (openingAt === rfc3339(bidDeadline))
        return pass('openingAt', `开标与投标截止同为 ${printInstant(openingAt)}`);
      const help = `开标时间: ${bidDeadline.slice(0, 16).replace('T', ' ')}`;
      const also = own && { at: 'bidDeadline', text: '投标截止' };
      return fail('openingAt', '开标时间与投标截止时间不同', help, also);
    },
  },
  {
    code: 'D107',
    name: 'contract-signed-late',
    title: '中标通知书发出后 30 日内订立合同',
    rows: ['ENG-CONTRACT-30D'],
    citation: law('第四十六条', '自中标通知书发出之日起三十日内'),
    inForce: { from: '2000-01-01' },
    appliesTo: { categories: ['construction'], types: ['contract-notice'] },
    examples: {
      pass: { facts: { awardNoticeOn: '2026-04-01', signedOn: '2026-04-29' } },
      fail: { facts: { awardNoticeOn: '2026-04-01', signedOn: '2026-05-12' } },
    },
    check: ({ awardNoticeOn, signedOn }, { calendar }) =>
      notLater(
        calendar,
        days(30),
        { what: '中标通知书发出日', on: awardNoticeOn, at: 'awardNoticeOn' },
        { what: '签订日', on: signedOn, at: 'signedOn' },
      ),
  },
];
