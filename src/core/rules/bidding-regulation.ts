import { isSameParty } from '../announcement/party.ts';
import { addDays, daysBetween } from '../calendar.ts';
import { dayOf, printDate } from '../announcement/instant.ts';
import { beforeDeadline } from './clarification.ts';
import { notAbove } from './above.ts';
import type { Facts } from './matter.ts';
import { cannotTell, fail, leadTime, notLater, notShorter, offered, pass } from './outcome.ts';
import { days } from './period.ts';
import { ceilingOver, pricesOf } from './prices.ts';
import { documentsEnd, documentsStart, publicityStart } from './publicity.ts';
import { affectsBids, both, mustTender, mustTenderOrWorks, tenderLaw } from './regime.ts';
import type { Citation, Outcome, Rule } from './rule.ts';

const regulation = (article: string, quote?: string): Citation => ({
  instrument: '中华人民共和国招标投标法实施条例',
  article,
  ...(quote === undefined ? {} : { quote }),
  confidence: 'V',
});

const inForce = { from: '2012-02-01' };
const tender = { type: 'tender-notice', facts: { bidDeadline: '2026-03-31T09:30:00+08:00' } };

/** 《中华人民共和国招标投标法实施条例》, rules in article order. */
export const biddingRegulation: readonly Rule[] = [
  {
    code: 'D121',
    name: 'documents-window-too-short',
    title: '招标文件或者资格预审文件的发售期不少于 5 日',
    rows: ['ENG-SALE-5D'],
    citation: regulation('第十六条', '资格预审文件或者招标文件的发售期不得少于5日'),
    inForce,
    firstDayAtMost: 'info',
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['tender-notice', 'tender-invitation', 'prequalification-notice'],
      regime: tenderLaw,
    },
    examples: {
      pass: { facts: { documentsFrom: '2026-03-02', documentsUntil: '2026-03-09' } },
      fail: { facts: { documentsFrom: '2026-03-02', documentsUntil: '2026-03-05' } },
    },
    check: (facts, { calendar }) => offered(calendar, days(5), documentsStart(facts), documentsEnd(facts)),
  },
  {
    code: 'D122',
    name: 'prequalification-period-too-short',
    title: '资格预审文件停止发售到申请截止不少于 5 日',
    rows: ['ENG-PREQ-SUBMIT-5D'],
    citation: regulation('第十七条', '自资格预审文件停止发售之日起不得少于5日'),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['prequalification-notice'],
      regime: mustTenderOrWorks,
    },
    examples: {
      pass: {
        facts: {
          mustTender: true,
          documentsUntil: '2026-03-09',
          applicationDeadline: '2026-03-16T09:30:00+08:00',
        },
      },
      fail: {
        facts: {
          mustTender: true,
          documentsUntil: '2026-03-09',
          applicationDeadline: '2026-03-12T09:30:00+08:00',
        },
      },
    },
    check: ({ documentsUntil, applicationDeadline }, { calendar }) =>
      leadTime(
        calendar,
        days(5),
        { what: '资格预审文件停止发售日', on: documentsUntil, at: 'documentsUntil' },
        { what: '申请截止日', on: applicationDeadline, at: 'applicationDeadline' },
      ),
  },
  {
    code: 'D123',
    name: 'clarified-too-late',
    title: '影响投标文件编制的澄清、修改在投标截止 15 日前发出，否则顺延',
    rows: ['ENG-CLARIFY-15D', 'ENG-CLARIFY-15D-EXT'],
    citation: regulation(
      '第二十一条、招标投标法第二十三条',
      '不足3日或者15日的，招标人应当顺延提交资格预审申请文件或者投标文件的截止时间',
    ),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['clarification', 'correction-notice'],
      regime: both(tenderLaw, affectsBids),
    },
    examples: {
      pass: { facts: { affectsBids: true, publishedAt: '2026-03-13T09:00:00+08:00' }, parent: tender },
      fail: { facts: { affectsBids: true, publishedAt: '2026-03-18T09:00:00+08:00' }, parent: tender },
    },
    check: (facts, matter) => beforeDeadline(facts, matter, 'bidDeadline', '投标截止', 15),
  },
  {
    code: 'D124',
    name: 'prequalification-clarified-too-late',
    title: '影响资格预审申请文件编制的澄清、修改在申请截止 3 日前发出，否则顺延',
    rows: ['ENG-PREQ-CLARIFY-3D'],
    citation: regulation(
      '第二十一条',
      '不足3日或者15日的，招标人应当顺延提交资格预审申请文件或者投标文件的截止时间',
    ),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['clarification', 'correction-notice'],
      regime: both(tenderLaw, affectsBids),
    },
    examples: {
      pass: {
        facts: { affectsBids: true, publishedAt: '2026-03-12T09:00:00+08:00' },
        parent: {
          type: 'prequalification-notice',
          facts: { applicationDeadline: '2026-03-16T09:30:00+08:00' },
        },
      },
      fail: {
        facts: { affectsBids: true, publishedAt: '2026-03-15T09:00:00+08:00' },
        parent: {
          type: 'prequalification-notice',
          facts: { applicationDeadline: '2026-03-16T09:30:00+08:00' },
        },
      },
    },
    check: (facts, matter) => beforeDeadline(facts, matter, 'applicationDeadline', '申请截止', 3),
  },
  {
    code: 'D125',
    name: 'objection-deadline-wrong',
    title: '对招标文件的异议截止在投标截止 10 日前',
    rows: ['ENG-DOC-OBJ-10D'],
    citation: regulation('第二十二条', '对招标文件有异议的，应当在投标截止时间10日前提出'),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['tender-notice', 'tender-invitation'],
      regime: tenderLaw,
    },
    examples: {
      pass: {
        facts: { objectionDeadline: '2026-03-15T09:30:00+08:00', bidDeadline: '2026-03-25T09:30:00+08:00' },
      },
      fail: {
        facts: { objectionDeadline: '2026-03-10T09:30:00+08:00', bidDeadline: '2026-03-25T09:30:00+08:00' },
      },
    },
    check: ({ objectionDeadline, bidDeadline }) =>
      objection(objectionDeadline, { at: 'bidDeadline', what: '投标截止', on: bidDeadline }, 10),
  },
  {
    code: 'D126',
    name: 'prequalification-objection-deadline-wrong',
    title: '对资格预审文件的异议截止在申请截止 2 日前',
    rows: ['ENG-PREQ-OBJ-2D'],
    citation: regulation('第二十二条', '提交资格预审申请文件截止时间2日前提出'),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['prequalification-notice'],
      regime: tenderLaw,
    },
    examples: {
      pass: {
        facts: {
          objectionDeadline: '2026-03-14T09:30:00+08:00',
          applicationDeadline: '2026-03-16T09:30:00+08:00',
        },
      },
      fail: {
        facts: {
          objectionDeadline: '2026-03-11T09:30:00+08:00',
          applicationDeadline: '2026-03-16T09:30:00+08:00',
        },
      },
    },
    check: ({ objectionDeadline, applicationDeadline }) =>
      objection(
        objectionDeadline,
        { at: 'applicationDeadline', what: '申请截止', on: applicationDeadline },
        2,
      ),
  },
  {
    code: 'D127',
    name: 'objection-answered-late',
    title: '收到异议后 3 日内答复',
    rows: ['ENG-OBJ-REPLY-3D'],
    citation: regulation(
      '第二十二条、第五十四条',
      '自收到异议之日起3日内作出答复；作出答复前，应当暂停招标投标活动',
    ),
    inForce,
    appliesTo: { categories: ['construction'], types: ['objection-reply'] },
    examples: {
      pass: { facts: { receivedOn: '2026-03-16', decidedOn: '2026-03-19' } },
      fail: { facts: { receivedOn: '2026-03-16', decidedOn: '2026-03-20' } },
    },
    check: ({ receivedOn, decidedOn }, { calendar }) =>
      notLater(
        calendar,
        days(3),
        { what: '收到异议日', on: receivedOn, at: 'receivedOn' },
        { what: '答复日', on: decidedOn, at: 'decidedOn' },
      ),
  },
  {
    code: 'D128',
    name: 'consortium-not-stated',
    title: '公告写明是否接受联合体投标',
    rows: ['ENG-JV-STATED'],
    citation: regulation('第三十七条', '载明是否接受联合体投标'),
    inForce,
    appliesTo: {
      categories: ['construction'],
      types: ['tender-notice', 'tender-invitation', 'prequalification-notice'],
    },
    examples: { pass: { facts: { consortium: false } }, fail: { facts: {} } },
    // The body is part of the announcement.
    check: ({ consortium }, { body }) =>
      consortium !== undefined || body.includes('联合体')
        ? pass('consortium', '写明了是否接受联合体')
        : fail('type', '没有写明是否接受联合体', '接受联合体: 否（接受的写“是”）'),
  },
  {
    code: 'D134',
    name: 'bid-above-ceiling',
    title: '投标报价不高于最高投标限价',
    rows: ['ENG-CEILING'],
    citation: regulation('第五十一条', '投标报价低于成本或者高于招标文件设定的最高投标限价'),
    inForce,
    appliesTo: {
      categories: ['construction', 'procurement'],
      types: ['candidate-notice', 'award-notice'],
      regime: tenderLaw,
    },
    examples: {
      pass: {
        type: 'award-notice',
        facts: { winner: '示例甲公司', awardFen: 300_000_000 },
        parent: { type: 'tender-notice', facts: { priceCeilingFen: 300_000_000 } },
      },
      fail: {
        type: 'award-notice',
        facts: { winner: '示例甲公司', awardFen: 300_000_001 },
        parent: { type: 'tender-notice', facts: { priceCeilingFen: 300_000_000 } },
      },
    },
    check: (facts, matter) =>
      notAbove(pricesOf(facts), '最高投标限价', () => ceilingOver(matter), '评标委员会应当否决其投标'),
  },
  {
    code: 'D129',
    name: 'candidates-not-ranked',
    title: '中标候选人不超过 3 个，并标明排序',
    rows: ['ENG-CAND-MAX-3'],
    citation: regulation('第五十三条', '中标候选人应当不超过3个，并标明排序'),
    inForce,
    appliesTo: { categories: ['construction'], types: ['candidate-notice'] },
    examples: {
      pass: {
        facts: {
          candidates: [
            { rank: 1, name: '示例甲公司' },
            { rank: 2, name: '示例乙公司' },
          ],
        },
      },
      fail: {
        facts: {
          candidates: [
            { rank: 1, name: '示例甲公司' },
            { rank: 2, name: '示例乙公司' },
            { rank: 3, name: '示例丙公司' },
            { rank: 4, name: '示例丁公司' },
          ],
        },
      },
    },
    check({ candidates = [] }) {
      let isRanked = true;
      for (const [lot, inLot] of Map.groupBy(candidates, ({ lotCode }) => lotCode)) {
        const where = lot === undefined ? '' : `标段 ${lot} 的`;
        const ranks = inLot.flatMap(({ rank }) => rank ?? []).toSorted((a, b) => a - b);
        // Of a list without an order the article does not say how long it may be.
        if (ranks.length === 0) {
          isRanked = false;
          continue;
        }
        if (ranks.length < inLot.length) {
          const help = '每一个都写排名；排序不分先后的，都不写';
          return fail('candidates', `${where}中标候选人有的写了排名，有的没有写`, help);
        }
        if (inLot.length > 3) {
          return fail('candidates', `${where}中标候选人有 ${inLot.length} 个，超过 3 个`, '只公示排名前三的');
        }
        if (ranks.some((rank, index) => rank !== index + 1)) {
          return fail(
            'candidates',
            `${where}中标候选人的排名是 ${ranks.join('、')}`,
            '排名从 1 起，不重复、不跳号',
          );
        }
      }
      return isRanked
        ? pass('candidates', '每个标段不超过 3 个，已标明排序')
        : cannotTell('candidates', '中标候选人的排名');
    },
  },
  {
    code: 'D130',
    name: 'candidates-published-late',
    title: '收到评标报告后 3 日内公示中标候选人',
    rows: ['ENG-CAND-WITHIN-3D'],
    citation: regulation('第五十四条', '应当自收到评标报告之日起3日内公示中标候选人'),
    inForce,
    appliesTo: { categories: ['construction'], types: ['candidate-notice'], regime: mustTender },
    examples: {
      pass: mustTendered({ evaluationReportOn: '2026-03-26', publishedAt: '2026-03-27T10:00:00+08:00' }),
      fail: mustTendered({ evaluationReportOn: '2026-03-19', publishedAt: '2026-03-27T10:00:00+08:00' }),
    },
    check: ({ evaluationReportOn, publishedAt }, { calendar }) =>
      notLater(
        calendar,
        days(3),
        { what: '收到评标报告日', on: evaluationReportOn, at: 'evaluationReportOn' },
        { what: '公示日', on: publishedAt, at: 'publishedAt' },
      ),
  },
  {
    code: 'D131',
    name: 'candidate-publicity-too-short',
    title: '中标候选人公示期不少于 3 日',
    rows: ['ENG-CAND-PERIOD-3D'],
    citation: regulation('第五十四条', '公示期不得少于3日'),
    inForce,
    appliesTo: { categories: ['construction'], types: ['candidate-notice'], regime: mustTender },
    examples: {
      pass: mustTendered({
        publishedAt: '2026-03-16T09:00:00+08:00',
        publicityFrom: '2026-03-16',
        publicityUntil: '2026-03-19',
      }),
      fail: mustTendered({
        publishedAt: '2026-03-16T09:00:00+08:00',
        publicityFrom: '2026-03-16',
        publicityUntil: '2026-03-17',
      }),
    },
    check: (facts, { calendar }) =>
      notShorter(calendar, days(3), publicityStart(facts), {
        what: '公示结束',
        on: facts.publicityUntil,
        at: 'publicityUntil',
      }),
  },
  {
    code: 'D133',
    name: 'first-candidate-passed-over',
    title: '确定排名第一的中标候选人为中标人，另定的说明原因',
    rows: ['ENG-AWARD-RANK-1'],
    citation: regulation('第五十五条'),
    inForce,
    appliesTo: { categories: ['construction'], types: ['award-notice'], regime: mustTender },
    examples: {
      pass: {
        facts: { winner: '示例甲公司' },
        parent: {
          type: 'candidate-notice',
          facts: {
            candidates: [
              { rank: 1, name: '示例甲公司' },
              { rank: 2, name: '示例乙公司' },
            ],
          },
          parent: { type: 'tender-notice', facts: { mustTender: true } },
        },
      },
      fail: {
        facts: { winner: '示例乙公司' },
        parent: {
          type: 'candidate-notice',
          facts: {
            candidates: [
              { rank: 1, name: '示例甲公司' },
              { rank: 2, name: '示例乙公司' },
            ],
          },
          parent: { type: 'tender-notice', facts: { mustTender: true } },
        },
      },
    },
    check({ winner, lotResults = [], rankReason }, { parent }) {
      const candidates = parent?.facts.candidates;
      if (!candidates) return undefined;
      const won = [
        ...(winner === undefined ? [] : [{ at: 'winner', name: winner, lot: undefined }]),
        ...lotResults.flatMap((result, index) =>
          'winner' in result && result.winner !== undefined
            ? [{ at: `lotResults.${index}.winner`, name: result.winner, lot: result.lotCode }]
            : [],
        ),
      ];
      for (const { at, name, lot } of won) {
        const candidate = candidates.find(
          (one) => isSameParty(one.name, name) && (!lot || !one.lotCode || one.lotCode === lot),
        );
        if (!candidate || candidate.rank === 1 || rankReason !== undefined) continue;
        if (candidate.rank === undefined) return undefined;
        const help = '写上 非第一候选人原因: …（例如第一候选人放弃中标）';
        return fail(at, `“${name}”是第 ${candidate.rank} 中标候选人，没有说明原因`, help);
      }
      return pass('winner', rankReason === undefined ? '中标人是第一中标候选人' : '已说明原因');
    },
  },
];

function mustTendered(facts: Facts): { facts: Facts; parent: { type: string; facts: Facts } } {
  return { facts, parent: { type: 'tender-notice', facts: { mustTender: true } } };
}

/** Of a stated day until which the documents may be objected to. Earlier takes a right away, later promises one. */
function objection(
  stated: string | undefined,
  deadline: { at: string; what: string; on: string | undefined },
  count: number,
): Outcome | undefined {
  if (stated === undefined) return undefined;
  const at = 'objectionDeadline';
  if (deadline.on === undefined) return cannotTell(at, deadline.what);
  const [from, to] = [dayOf(stated), dayOf(deadline.on)];
  const counted = daysBetween(from, to);
  const period = {
    from,
    to,
    fromWhat: '异议截止',
    toWhat: deadline.what,
    counted,
    required: days(count),
    bound: 'exactly' as const,
  };
  const also = { at: deadline.at, text: `${deadline.what}：${printDate(to)}` };
  if (counted === count)
    return { verdict: 'pass', at, period, message: `异议截止在${deadline.what} ${count} 日前` };
  const place = counted < 0 ? `${deadline.what}之后` : `${deadline.what} ${counted} 日前`;
  const message = `异议截止在${place}，法定为 ${count} 日前`;
  const help = `异议截止: ${addDays(to, -count)} ${deadline.on.slice(11, 16)}`;
  return { verdict: 'fail', at, period, message, help, also };
}
