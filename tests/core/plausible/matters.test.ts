import { describe, expect, test } from 'vitest';
import { checkMatters, onceOfASum } from '../../../src/core/plausible.ts';
import type { Facts, Matter } from '../../../src/core/rules/matter.ts';

type Category = Matter['category'];

const YUAN = 100;
const WAN = 10_000 * YUAN;

function matterOf(category: Category, type: string, facts: Facts, given: Partial<Matter> = {}): Matter {
  const matter: Matter = {
    id: 'one',
    category,
    type,
    facts: { title: '示例公告', publishedAt: '2026-03-28T09:00:00+08:00', ...facts },
    body: '现予公布。',
    attachments: [],
    changes: [],
    calendar: new Map(),
    local: [],
    correctionsBy: () => undefined,
    ...given,
  };
  return { ...matter, call: given.call ?? matter };
}

const codesOf = (matter: Matter): readonly string[] =>
  checkMatters([matter]).map(({ code, at }) => `${code} ${at}`);

const works = (facts: Facts, ceilingFen?: number): Matter =>
  matterOf('construction', 'tender-notice', facts, ceilingFen === undefined ? {} : { ceilingFen });
const candidates = (fen: number, call: Matter, lotCode?: string): Matter =>
  matterOf(
    'construction',
    'candidate-notice',
    { candidates: [{ rank: 1, name: '甲公司', bidFen: fen, ...(lotCode && { lotCode }) }] } as Facts,
    { call },
  );

describe('价格与预算', () => {
  const call = works({
    budgetFen: 300 * WAN,
    lots: [
      { code: '01', name: '道路', budgetFen: 200 * WAN },
      { code: '02', name: '照明', budgetFen: 100 * WAN },
    ],
  } as Facts);

  test.each<[string, number, string | undefined, readonly string[]]>([
    ['等于预算', 300 * WAN, undefined, []],
    ['高一分', 300 * WAN + 1, undefined, ['C209 candidates.0.bidFen']],
    ['等于标段的预算', 100 * WAN, '02', []],
    ['高于标段的预算', 100 * WAN + 1, '02', ['C209 candidates.0.bidFen']],
    ['标段没有单独的预算，用总预算', 300 * WAN, '03', []],
    ['报价 1 元', YUAN, undefined, ['C210 candidates.0.bidFen']],
    ['报价 0 元', 0, undefined, ['C210 candidates.0.bidFen']],
    ['低价，还不到千分之一', 3001 * YUAN, undefined, []],
    ['正好千分之一', 3000 * YUAN, undefined, ['C210 candidates.0.bidFen']],
  ])('%s', (_, fen, lot, codes) => {
    expect(codesOf(candidates(fen, call, lot))).toEqual(codes);
  });

  test.each<[string, Facts, readonly string[]]>([
    [
      '限价是预算的一万倍',
      { budgetFen: 300 * WAN, priceCeilingFen: 3_000_000 * WAN },
      ['C210 priceCeilingFen'],
    ],
    [
      '预算是限价的一万倍',
      { budgetFen: 3_000_000 * WAN, priceCeilingFen: 300 * WAN },
      ['C210 priceCeilingFen'],
    ],
    ['限价比预算高一分', { budgetFen: 300 * WAN, priceCeilingFen: 300 * WAN + 1 }, ['C216 priceCeilingFen']],
    ['限价等于预算', { budgetFen: 300 * WAN, priceCeilingFen: 300 * WAN }, []],
    ['没有写预算', { priceCeilingFen: 300 * WAN }, []],
  ])('%s', (_, facts, codes) => {
    expect(codesOf(works(facts))).toEqual(codes);
  });

  test('最高限价公告的限价高于招标公告的预算也说，后来的公示照抄限价不再说', () => {
    const budgeted = works({ budgetFen: 300 * WAN });
    const later = (type: string): readonly string[] =>
      codesOf(matterOf('construction', type, { priceCeilingFen: 310 * WAN }, { call: budgeted }));
    expect(later('price-ceiling-notice')).toEqual(['C216 priceCeilingFen']);
    expect(later('candidate-notice')).toEqual([]);
  });

  test('开标时的报价高于限价不是录入的错，差一千倍才说', () => {
    const opened = (fen: number) =>
      matterOf('construction', 'opening-record', { bids: [{ bidder: '甲公司', bidFen: fen }] } as Facts, {
        call: works({ budgetFen: 300 * WAN }, 280 * WAN),
      });
    expect(codesOf(opened(290 * WAN))).toEqual([]);
    expect(codesOf(opened(YUAN))).toEqual(['C210 bids.0.bidFen']);
  });

  test('合同金额 0 元', () => {
    const contract = matterOf('construction', 'contract-notice', { contractFen: 0 }, { call });
    expect(codesOf(contract)).toEqual(['C210 contractFen']);
  });

  test('同一个金额的几个毛病只说一次，说得最多的那一个', () => {
    const at = (code: string, place = 'contractFen') => ({ code, id: 'one', at: place, message: '' });
    const told = onceOfASum([at('C206'), at('C210'), at('L121'), at('C206', 'awardFen'), at('F202')]);
    expect(told.map(({ code }) => code)).toEqual(['L121', 'C206', 'F202']);
  });
});

describe('见附件，却没有附件', () => {
  const notice = (body: string, given: Partial<Matter> = {}) =>
    codesOf(matterOf('general', 'notice', {}, { body, ...given }));

  test.each([
    '详见附件。',
    '具体安排见附件1。',
    '名单见附件',
    '请见公告附件',
    '各有关单位：\n\n附件：安排表',
    '请点击附件下载',
  ])('%s', (body) => {
    expect(notice(body)).toEqual(['C211 type']);
    expect(notice(body, { attachments: ['安排表'] })).toEqual([]);
  });

  test.each([
    '材料清单见招标文件附件。',
    '格式见采购文件第六章附件三。',
    '附件：报价表\n\n| 名称 | 单价 |',
    '投标文件及其附件一并递交。',
    '详见附件：https://example.cn/a.pdf',
    '详见[附件](安排表.pdf)',
  ])('不提醒：%s', (body) => {
    expect(notice(body)).toEqual([]);
  });
});

describe('只在文字里说暂停', () => {
  const clarification = (body: string) => codesOf(matterOf('construction', 'clarification', {}, { body }));

  test.each([
    '因设计调整，现决定暂停本项目招标活动。',
    '本项目暂停招标，开标时间另行通知',
    '即日起中止采购活动。',
    '招标活动暂停，何时开标另行公告。',
  ])('%s', (body) => {
    expect(clarification(body)).toEqual(['C212 type']);
  });

  test.each([
    '投标人如有异议，招标人应当暂停招标活动。',
    '暂停期间的答疑如下。',
    '被暂停投标资格的单位不得参加本项目。',
    '本项目恢复招标，原暂停公告同时失效。',
    '施工期间中止供水的，由承包人承担。',
    '若本项目中止，保证金退还。',
  ])('不提醒：%s', (body) => {
    expect(clarification(body)).toEqual([]);
  });

  test('发的就是暂停公告', () => {
    const body = '因设计调整，现决定暂停本项目招标活动。';
    expect(codesOf(matterOf('construction', 'suspension-notice', {}, { body }))).toEqual([]);
  });
});
