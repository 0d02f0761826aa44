import { beforeDeadline } from './clarification.ts';
import { order87Window } from './order-87.ts';
import { leadTime, notLater, notShorter, offered } from './outcome.ts';
import { days, workingDays } from './period.ts';
import { documentsEnd, documentsStart, publicityStart } from './publicity.ts';
import { affectsBids, both, goodsOrServices, procurement } from './regime.ts';
import type { Citation, Rule } from './rule.ts';

const regulation = (article: string, quote?: string): Citation => ({
  instrument: '中华人民共和国政府采购法实施条例',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

const inForce = { from: '2015-03-01' };
const tender = {
  type: 'tender-notice',
  facts: { procurementKind: 'goods', bidDeadline: '2026-03-31T09:30:00+08:00' },
} as const;

/** 《中华人民共和国政府采购法实施条例》, rules in article order. */
export const procurementRegulation: readonly Rule[] = [
  {
    code: 'D311',
    name: 'procurement-prequalification-too-short',
    title: '资格预审公告发布到申请截止不少于 5 个工作日',
    rows: ['GP-PREQ-5WD'],
    citation: regulation('第二十一条', '提交资格预审申请文件的时间自公告发布之日起不得少于5个工作日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['prequalification-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: {
          procurementKind: 'services',
          publishedAt: '2026-03-16T09:00:00+08:00',
          applicationDeadline: '2026-03-24T09:30:00+08:00',
        },
      },
      fail: {
        facts: {
          procurementKind: 'services',
          publishedAt: '2026-03-16T09:00:00+08:00',
          applicationDeadline: '2026-03-19T09:30:00+08:00',
        },
      },
    },
    check: ({ publishedAt, applicationDeadline }, { calendar }) =>
      leadTime(
        calendar,
        workingDays(5),
        { what: '公告发布日', on: publishedAt, at: 'publishedAt' },
        { what: '申请截止日', on: applicationDeadline, at: 'applicationDeadline' },
      ),
  },
  {
    code: 'D312',
    name: 'documents-offered-too-short',
    title: '招标文件的提供期限自开始发出之日起不少于 5 个工作日',
    rows: ['GP-DOC-5WD-B'],
    citation: regulation('第三十一条', '招标文件的提供期限自招标文件开始发出之日起不得少于5个工作日'),
    inForce,
    // The same window from publication is D322, an error.
    atMost: 'warning',
    // Two thirds of real notices count the first day of sale.
    firstDayAtMost: 'info',
    appliesTo: { categories: ['procurement'], types: ['tender-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: {
          procurementKind: 'goods',
          publishedAt: '2026-03-16T09:00:00+08:00',
          documentsFrom: '2026-03-17',
          documentsUntil: '2026-03-24',
        },
      },
      fail: {
        facts: {
          procurementKind: 'goods',
          publishedAt: '2026-03-13T09:00:00+08:00',
          documentsFrom: '2026-03-17',
          documentsUntil: '2026-03-20',
        },
      },
    },
    check(facts, { calendar }) {
      if (order87Window(facts, calendar).verdict === 'fail') return undefined;
      return offered(calendar, workingDays(5), documentsStart(facts), documentsEnd(facts));
    },
  },
  {
    code: 'D313',
    name: 'procurement-clarified-too-late',
    title: '影响投标文件编制的澄清、修改在投标截止 15 日前发出，否则顺延',
    rows: ['GP-CLARIFY-15D'],
    citation: regulation('第三十一条、政府采购货物和服务招标投标管理办法（财政部令第87号）第二十七条'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['correction-notice'],
      regime: both(goodsOrServices, affectsBids),
    },
    examples: {
      pass: { facts: { affectsBids: true, publishedAt: '2026-03-13T09:00:00+08:00' }, parent: tender },
      fail: { facts: { affectsBids: true, publishedAt: '2026-03-18T09:00:00+08:00' }, parent: tender },
    },
    check: (facts, matter) => beforeDeadline(facts, matter, 'bidDeadline', '投标截止', 15, days(15)),
  },
  {
    code: 'D314',
    name: 'single-source-publicity-too-short',
    title: '单一来源采购公示期不少于 5 个工作日',
    rows: ['GP-SINGLE-5WD'],
    citation: regulation('第三十八条', '公示期不得少于5个工作日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['single-source-notice'], regime: procurement },
    examples: {
      pass: {
        facts: {
          publishedAt: '2026-03-16T09:00:00+08:00',
          publicityFrom: '2026-03-17',
          publicityUntil: '2026-03-23',
        },
      },
      fail: {
        facts: {
          publishedAt: '2026-03-16T09:00:00+08:00',
          publicityFrom: '2026-03-17',
          publicityUntil: '2026-03-19',
        },
      },
    },
    check: (facts, { calendar }) =>
      notShorter(calendar, workingDays(5), publicityStart(facts), {
        what: '公示结束',
        on: facts.publicityUntil,
        at: 'publicityUntil',
      }),
  },
  {
    code: 'D315',
    name: 'procurement-result-published-late',
    title: '中标、成交供应商确定后 2 个工作日内公告结果',
    rows: ['GP-RESULT-2WD'],
    citation: regulation('第四十三条、政府采购货物和服务招标投标管理办法（财政部令第87号）第六十九条'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['award-notice', 'deal-notice', 'result-notice'] },
    examples: {
      pass: { facts: { awardedOn: '2026-04-02', publishedAt: '2026-04-03T09:30:00+08:00' } },
      fail: { facts: { awardedOn: '2026-04-02', publishedAt: '2026-04-13T09:30:00+08:00' } },
    },
    check: ({ awardedOn, publishedAt }, { calendar }) =>
      notLater(
        calendar,
        workingDays(2),
        { what: '中标成交日', on: awardedOn, at: 'awardedOn' },
        { what: '公告发布日', on: publishedAt, at: 'publishedAt' },
      ),
  },
  {
    code: 'D316',
    name: 'procurement-contract-published-late',
    title: '合同签订后 2 个工作日内公告',
    rows: ['GP-CONTRACT-PUB-2WD'],
    citation: regulation('第五十条', '自政府采购合同签订之日起2个工作日内'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['contract-notice'] },
    examples: {
      pass: { facts: { signedOn: '2026-04-20', publishedAt: '2026-04-21T10:00:00+08:00' } },
      fail: { facts: { signedOn: '2026-04-20', publishedAt: '2026-04-27T10:00:00+08:00' } },
    },
    check: ({ signedOn, publishedAt }, { calendar }) =>
      notLater(
        calendar,
        workingDays(2),
        { what: '合同签订日', on: signedOn, at: 'signedOn' },
        { what: '公告发布日', on: publishedAt, at: 'publishedAt' },
      ),
  },
];
