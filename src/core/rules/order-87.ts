import { dayOf, rfc3339, printInstant } from '../announcement/instant.ts';
import type { Calendar } from '../calendar.ts';
import { beforeDeadline } from './clarification.ts';
import { notAbove } from './above.ts';
import { complete, completeResult } from './contents.ts';
import type { Facts } from './matter.ts';
import { exactly, fail, notShorter, pass } from './outcome.ts';
import { countAtLeast, workingDays } from './period.ts';
import { budgetFor, ceilingOver, pricesOf } from './prices.ts';
import { affectsBids, both, goodsOrServices, procurementButWorks } from './regime.ts';
import type { Citation, Outcome, Rule } from './rule.ts';

const order = (article: string, quote?: string): Citation => ({
  instrument: '政府采购货物和服务招标投标管理办法（财政部令第87号）',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

const inForce = { from: '2017-10-01' };
const goods = { procurementKind: 'goods' } as const;

/** 财政部令第87号《政府采购货物和服务招标投标管理办法》, rules in article order. */
export const order87: readonly Rule[] = [
  {
    code: 'D328',
    name: 'procurement-call-lacks-contents',
    title: '招标公告、资格预审公告写明采购人地址、资格要求、获取文件的办法和售价、开标、联系方式',
    rows: ['GP-CALL-CONTENTS'],
    citation: order('第十三条、第十五条'),
    inForce,
    atMost: 'warning',
    appliesTo: {
      categories: ['procurement'],
      types: ['tender-notice', 'prequalification-notice'],
      regime: procurementButWorks,
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { ...goods, buyerAddress: '示例路 1 号', qualification: '无' },
        body: '在示例平台下载，售价 0 元。开标地点：301 开标室。联系人：麦工（示例），电话 0757-00000001。',
      },
      fail: { facts: { ...goods, buyerAddress: '示例路 1 号' }, body: '现公开招标。' },
    },
    check: (_, matter) =>
      complete(matter, ({ keys }) => matter.type === 'tender-notice' || !keys.includes('openingAt')),
  },
  {
    code: 'D321',
    name: 'notice-period-not-five-working-days',
    title: '招标公告、资格预审公告的公告期限为 5 个工作日',
    rows: ['GP-NOTICE-5WD'],
    citation: order('第十六条', '招标公告、资格预审公告的公告期限为5个工作日'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['tender-notice', 'prequalification-notice'],
      regime: goodsOrServices,
    },
    examples: {
      pass: { facts: { ...goods, noticeWorkingDays: 5 } },
      fail: { facts: { ...goods, noticeWorkingDays: 3 } },
    },
    check: ({ noticeWorkingDays }, { body }) => statedPeriod(noticeWorkingDays, body, 5),
  },
  {
    code: 'D322',
    name: 'procurement-documents-window-too-short',
    title: '招标文件、资格预审文件的提供期限自公告发布起不少于 5 个工作日',
    rows: ['GP-DOC-5WD-A'],
    citation: order('第十八条', '提供期限自招标公告、资格预审公告发布之日起计算不得少于5个工作日'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['tender-notice', 'prequalification-notice'],
      regime: goodsOrServices,
    },
    examples: {
      pass: { facts: { ...goods, publishedAt: '2026-03-16T09:00:00+08:00', documentsUntil: '2026-03-23' } },
      fail: { facts: { ...goods, publishedAt: '2026-03-16T09:00:00+08:00', documentsUntil: '2026-03-19' } },
    },
    check(facts, { calendar }) {
      // Where the application closes too early the documents cannot be had longer: that is D311.
      const { publishedAt, applicationDeadline } = facts;
      if (applicationDeadline !== undefined) {
        const { verdict } = countAtLeast(
          calendar,
          workingDays(5),
          dayOf(publishedAt!),
          dayOf(applicationDeadline),
        );
        if (verdict === 'fail' || verdict === 'warn-counting') return undefined;
      }
      return order87Window(facts, calendar);
    },
  },
  {
    code: 'D323',
    name: 'procurement-prequalification-clarified-too-late',
    title: '影响资格预审申请文件编制的澄清、修改在申请截止 3 日前发出，否则顺延',
    rows: ['GP-PREQ-CLARIFY-3D'],
    citation: order('第二十七条'),
    inForce,
    appliesTo: {
      categories: ['procurement'],
      types: ['correction-notice'],
      regime: both(goodsOrServices, affectsBids),
    },
    examples: {
      pass: {
        facts: { affectsBids: true, publishedAt: '2026-03-12T09:00:00+08:00' },
        parent: {
          type: 'prequalification-notice',
          facts: { ...goods, applicationDeadline: '2026-03-16T09:30:00+08:00' },
        },
      },
      fail: {
        facts: { affectsBids: true, publishedAt: '2026-03-15T09:00:00+08:00' },
        parent: {
          type: 'prequalification-notice',
          facts: { ...goods, applicationDeadline: '2026-03-16T09:30:00+08:00' },
        },
      },
    },
    check: (facts, matter) => beforeDeadline(facts, matter, 'applicationDeadline', '申请截止', 3),
  },
  {
    code: 'D324',
    name: 'correction-changes-subject',
    title: '澄清、修改不得改变采购标的和资格条件',
    rows: ['GP-CORR-MEDIUM'],
    citation: order('第二十七条', '不得改变采购标的和资格条件'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['correction-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: { corrections: [{ field: '开标地点', from: '301 开标室', to: '302 开标室' }] },
        parent: { type: 'tender-notice', facts: goods },
      },
      fail: {
        facts: { corrections: [{ field: '采购需求', from: '教学一体机 30 台', to: '教学一体机 50 台' }] },
        parent: { type: 'tender-notice', facts: goods },
      },
    },
    check({ corrections = [] }, { parent }) {
      if (parent?.type !== 'tender-notice' && parent?.type !== 'prequalification-notice') return undefined;
      const index = corrections.findIndex(({ field }) => field === '采购需求' || field === '资格要求');
      if (index < 0) return pass('corrections', '没有改变采购需求和资格要求');
      const help = '要改采购标的或者资格条件的，终止后重新招标';
      return fail(`corrections.${index}.field`, `更正改变了“${corrections[index]!.field}”`, help);
    },
  },
  {
    code: 'D325',
    name: 'procurement-opening-not-at-deadline',
    title: '开标在投标截止的同一时间',
    rows: ['GP-OPEN-SAME-TIME'],
    citation: order('第三十九条'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['tender-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: { ...goods, bidDeadline: '2026-04-08T09:30:00+08:00', openingAt: '2026-04-08T09:30:00+08:00' },
      },
      fail: {
        facts: { ...goods, bidDeadline: '2026-04-08T09:30:00+08:00', openingAt: '2026-04-08T14:30:00+08:00' },
      },
    },
    check({ openingAt, bidDeadline }) {
      // An opening before the deadline is D204.
      if (openingAt === undefined || bidDeadline === undefined || openingAt < bidDeadline) return undefined;
      if (openingAt === rfc3339(bidDeadline))
        return pass('openingAt', `开标与投标截止同为 ${printInstant(openingAt)}`);
      const help = `开标时间: ${bidDeadline.slice(0, 16).replace('T', ' ')}`;
      return fail('openingAt', '开标时间与投标截止时间不同', help, { at: 'bidDeadline', text: '投标截止' });
    },
  },
  {
    code: 'D327',
    name: 'award-above-budget-or-ceiling',
    title: '中标金额不超过预算金额和最高限价',
    rows: ['GP-CEILING'],
    citation: order('第六十三条', '报价超过招标文件中规定的预算金额或者最高限价的'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['award-notice'], regime: goodsOrServices },
    examples: {
      pass: {
        facts: { winner: '示例甲公司', awardFen: 60_000_000 },
        parent: { type: 'tender-notice', facts: { ...goods, budgetFen: 60_000_000 } },
      },
      fail: {
        facts: { winner: '示例甲公司', awardFen: 60_000_001 },
        parent: { type: 'tender-notice', facts: { ...goods, budgetFen: 60_000_000 } },
      },
    },
    check(facts, matter) {
      const prices = pricesOf(facts);
      const invalid = '这样的投标无效';
      const ceiling = notAbove(prices, '最高限价', () => ceilingOver(matter), invalid);
      if (ceiling?.verdict === 'fail') return ceiling;
      return notAbove(prices, '预算金额', ({ lot }) => budgetFor(matter, lot), invalid) ?? ceiling;
    },
  },
  {
    code: 'D326',
    name: 'result-period-not-one-working-day',
    title: '中标公告期限为 1 个工作日',
    rows: ['GP-RESULT-PERIOD'],
    citation: order('第六十九条', '中标公告期限为1个工作日'),
    inForce,
    appliesTo: { categories: ['procurement'], types: ['award-notice'], regime: goodsOrServices },
    examples: {
      pass: { facts: { noticeWorkingDays: 1 }, parent: { type: 'tender-notice', facts: goods } },
      fail: { facts: { noticeWorkingDays: 3 }, parent: { type: 'tender-notice', facts: goods } },
    },
    check: ({ noticeWorkingDays }, { body }) => statedPeriod(noticeWorkingDays, body, 1),
  },
  {
    code: 'D329',
    name: 'award-lacks-contents',
    title: '中标结果公告写明采购人和中标人的地址、联系方式、主要标的、评审专家',
    rows: ['GP-AWARD-CONTENTS'],
    citation: order('第六十九条'),
    inForce,
    atMost: 'warning',
    appliesTo: {
      categories: ['procurement'],
      types: ['award-notice', 'result-notice'],
      regime: (matter) =>
        matter.type === 'result-notice' && matter.call?.type !== 'tender-notice'
          ? 'does-not-apply'
          : procurementButWorks(matter),
    },
    asksContents: true,
    examples: {
      pass: {
        facts: { winner: '示例公司', winnerAddress: '示例路 2 号', buyerAddress: '示例路 1 号' },
        body: '教学一体机，型号 A，数量 30 台。评审专家：甘某（示例）。联系人：麦工（示例），电话 0757-00000001。',
      },
      fail: { facts: { winner: '示例公司' }, body: '现公告如下。' },
    },
    check: (_, matter) => completeResult(matter),
  },
];

/** The window for documents, counted from publication. */
export const order87Window = ({ publishedAt, documentsUntil }: Facts, calendar: Calendar): Outcome =>
  notShorter(
    calendar,
    workingDays(5),
    { what: '公告发布日', on: publishedAt, at: 'publishedAt' },
    { what: '文件获取结束', on: documentsUntil, at: 'documentsUntil' },
  );

/** The notice period 公告期限 that an announcement states; the body may state it too, and there it is not read. */
export function statedPeriod(stated: number | undefined, body: string, count: number): Outcome | undefined {
  if (stated === undefined && body.includes('公告期限')) return undefined;
  return exactly('noticeWorkingDays', '公告期限', stated, workingDays(count));
}
