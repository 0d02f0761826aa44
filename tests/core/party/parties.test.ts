import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { accountsOf } from '../../../src/core/party/account.ts';
import { namedIn, resultsIn } from '../../../src/core/party/named.ts';
import { mentionsIn, partyAmong, type KnownParty } from '../../../src/core/party/parties.ts';

const announcement = (type: string, fields: Readonly<Record<string, unknown>>, day = '02'): Announcement =>
  ({
    category: 'construction',
    type,
    title: type,
    publishedAt: `2026-03-${day}T09:00:00+08:00`,
    ...fields,
  }) as unknown as Announcement;

const buyer = '高明区示例街道建设办公室';
const firm = '广东示例甲有限公司';
const other = '佛山示例乙有限公司';
const YUAN = 100;

describe('公告里写了哪些单位', () => {
  const parts = (one: Announcement) =>
    namedIn(one).map(({ name, part, label, isJoint, money }) => [name, part, label, isJoint, money?.text]);

  test('结果公告里有招标人、代理机构和中标人，中标价是中标人的', () => {
    const award = announcement('award-notice', {
      buyer,
      agency: '示例招标代理有限公司',
      winner: firm,
      awardFen: 1000 * YUAN,
    });
    expect(parts(award)).toEqual([
      [buyer, 'principal', '招标人', false, undefined],
      ['示例招标代理有限公司', 'agency', '招标代理机构', false, undefined],
      [firm, 'winner', '中标人', false, '1,000元'],
    ]);
  });

  test('联合体的成员各算一个，金额是几家一起的', () => {
    const award = announcement('award-notice', {
      winner: `${firm}、${other}（联合体）`,
      awardFen: 1000 * YUAN,
    });
    expect(parts(award)).toEqual([
      [firm, 'winner', '中标人', true, '1,000元'],
      [other, 'winner', '中标人', true, '1,000元'],
    ]);
    expect(resultsIn(award)).toMatchObject([{ isJoint: true, money: { fen: 1000 * YUAN } }]);
  });

  test('分标段的，流标的标段没有中标人，各标段的价是各自的', () => {
    const lotResults = [
      { lotCode: '01', outcome: 'awarded', winner: firm, awardFen: 10 * YUAN },
      { lotCode: '02', outcome: 'failed', winner: other },
      { lotCode: '03', outcome: 'awarded', winner: firm, awardFen: 20 * YUAN },
    ];
    expect(parts(announcement('award-notice', { lotResults }))).toEqual([
      [firm, 'winner', '中标人', false, '10元'],
      [firm, 'winner', '中标人', false, '20元'],
    ]);
  });

  test('候选人有名次和报价，合同的承包人不算又中标一次', () => {
    const candidates = [{ rank: 1, name: firm, bidFen: 990 * YUAN }];
    expect(namedIn(announcement('candidate-notice', { candidates }))).toEqual([
      {
        name: firm,
        part: 'bidder',
        label: '中标候选人',
        rank: 1,
        isJoint: false,
        money: { text: '990元', fen: 990 * YUAN },
      },
    ]);
    expect(parts(announcement('contract-notice', { contractor: firm, contractFen: YUAN }))).toEqual([
      [firm, 'contractor', '承包人', false, '1元'],
    ]);
  });

  test('按月的租金、费率都不是总数', () => {
    const rent = {
      category: 'property',
      type: 'asset-lease-result',
      publishedAt: '2026-03-02T09:00:00+08:00',
      winner: firm,
      dealFen: 300 * YUAN,
      priceUnit: 'month',
    } as unknown as Announcement;
    expect(namedIn(rent).at(-1)!.money).toEqual({ text: '300元（每月）' });
    const rate = { kind: 'rate', term: '下浮率', rate: '5.2', sign: '%' };
    expect(namedIn(announcement('award-notice', { winner: firm, awardFen: rate }))[0]!.money).toEqual({
      text: '下浮率5.2%',
    });
  });

  test('投诉人、评审专家、联系人不在其中', () => {
    expect(
      namedIn(
        announcement('complaint-decision', { complainant: firm, contactName: '陈工', supervisor: buyer }),
      ),
    ).toEqual([]);
  });
});

describe('哪些单位有网页', () => {
  const entry = (id: string, type: string, fields: Readonly<Record<string, unknown>>, day?: string) => ({
    id,
    announcement: announcement(type, fields, day),
  });
  /** The units of announcements that are in the order of publication. */
  const partiesAmong = (entries: readonly ReturnType<typeof entry>[]): readonly KnownParty[] => {
    const mentions = entries.flatMap((one) => mentionsIn(one.id, one.announcement));
    const byAddress = Map.groupBy(mentions, ([address]) => address).values();
    return [...byAddress].flatMap((own) => partyAmong(own.map(([, mention]) => mention)) ?? []);
  };
  const names = (...entries: readonly ReturnType<typeof entry>[]) =>
    partiesAmong(entries).map(({ name }) => name);

  test('发起过一次项目的有；只参加过一次的没有，两份公告写到的有', () => {
    const candidates = entry('c', 'candidate-notice', {
      buyer,
      candidates: [{ name: firm }, { name: other }],
    });
    expect(names(candidates)).toEqual([buyer]);
    expect(names(candidates, entry('a', 'award-notice', { buyer, winner: firm }, '09'))).toEqual([
      buyer,
      firm,
    ]);
  });

  test('一份公告写两次，还是一份', () => {
    const lotResults = ['01', '02'].map((lotCode) => ({ lotCode, outcome: 'awarded', winner: firm }));
    expect(names(entry('a', 'award-notice', { lotResults }))).toEqual([]);
  });

  test('个人没有，出现多少次都没有', () => {
    const days = ['02', '03', '04'];
    expect(
      names(...days.map((day) => entry(day, 'award-notice', { buyer: '张三', winner: '李某某' }, day))),
    ).toEqual([]);
  });

  test('几种写法是一个单位，用最早的写法，别的列在旁边；改成简称的是另一个', () => {
    const spellings = ['示例（佛山）有限公司', '示例(佛山) 有限公司', '示例（佛山）公司'];
    const entries = spellings.map((winner, index) =>
      entry(`a${index}`, 'award-notice', { winner }, `0${index + 2}`),
    );
    const found = partiesAmong(entries);
    expect(found.map(({ name, spellings: more }) => [name, ...more])).toEqual([
      ['示例（佛山）有限公司', '示例(佛山) 有限公司'],
    ]);
    expect(found[0]!.involvements.map(({ by }) => by)).toEqual(['a1', 'a0']);
  });

  test('两个单位的网址若是一样，网站不切换；和没有网页的名称一样，不碍事', () => {
    const mention = (by: string, name: string) =>
      mentionsIn(by, announcement('candidate-notice', { buyer: name }))[0]![1];
    expect(() => partyAmong([mention('a', buyer), mention('b', firm)])).toThrow('两个单位的网址相同');
    expect(partyAmong([mention('a', '张三'), mention('b', firm)])).toMatchObject({ name: firm });
  });
});

describe('金额怎样相加', () => {
  const sum = (fen: number) => ({ text: String(fen), fen });

  test('一类一类地加；联合体的另算，不是总数的只数', () => {
    expect(
      accountsOf(
        [
          { category: 'construction', isJoint: false, money: sum(100) },
          { category: 'construction', isJoint: false, money: sum(50) },
          { category: 'construction', isJoint: true, money: sum(1000) },
          { category: 'construction', isJoint: false, money: { text: '下浮率5%' } },
          { category: 'construction', isJoint: false },
          { category: 'land', isJoint: false, money: sum(7) },
        ],
        ['construction', 'procurement', 'land'],
      ),
    ).toEqual([
      {
        category: 'construction',
        count: 5,
        alone: { count: 2, fen: 150 },
        joint: { count: 1, fen: 1000 },
        unsummed: 2,
      },
      { category: 'land', count: 1, alone: { count: 1, fen: 7 }, joint: { count: 0, fen: 0 }, unsummed: 0 },
    ]);
  });
});
