import { expect, test } from 'vitest';
import { statedOutcomes, winnersOf } from '../../../src/core/announcement/outcomes.ts';
import { announcement } from '../project/matter.ts';

/** Lots, state, word, winner and price of each outcome, in one line. */
const told = (category: string, type: string, fields: object) =>
  statedOutcomes(announcement(category, type, fields)).map(({ lots, state, words, winner, price, reason }) =>
    [
      lots.join('+') || '全部',
      state,
      words,
      winner && `${winner.label} ${winner.text}`,
      price && `${price.label} ${price.text}`,
      reason,
    ]
      .filter(Boolean)
      .join(' · '),
  );

test('分标段的结果逐个说出：谁中标、多少钱、为什么流标', () => {
  const lotResults = [
    {
      lotCode: '01',
      outcome: 'awarded',
      winner: '甲公司（示例）',
      awardFen: { kind: 'sum', fen: 118000000 },
    },
    { lotCode: '02', outcome: 'failed', reason: '投标人少于三个' },
    { lotCode: '03', outcome: 'terminated' },
  ];
  expect(told('construction', 'award-notice', { lotResults })).toEqual([
    '01 · won · 成交 · 中标人 甲公司（示例） · 中标价 118万元',
    '02 · failed · 流标 · 投标人少于三个',
    '03 · terminated · 终止',
  ]);
});

test('不分标段的结果说的是全部；只属于几个标段的，价钱是这几个的', () => {
  const result = { winner: '甲公司（示例）', awardFen: { kind: 'sum', fen: 118000000 } };
  expect(told('construction', 'award-notice', result)).toEqual([
    '全部 · won · 成交 · 中标人 甲公司（示例） · 中标价 118万元',
  ]);
  expect(told('construction', 'award-notice', { ...result, lotCodes: ['01', '02'] })).toEqual([
    '01+02 · won · 成交 · 中标人 甲公司（示例） · 中标价 118万元',
  ]);
});

test('土地按地块：竞得人写在清单外的，归成交的地块；流拍的没有', () => {
  const grants = [
    { code: 'GM-01', outcome: 'granted', priceFen: { kind: 'sum', fen: 500 } },
    { code: 'GM-02', outcome: 'failed' },
  ];
  expect(told('land', 'land-grant-result', { grants, grantee: '乙公司（示例）' })).toEqual([
    'GM-01 · won · 成交 · 竞得人 乙公司（示例） · 成交价 5元',
    'GM-02 · failed · 流拍',
  ]);
});

test('租赁的成交价带着怎么计', () => {
  const assetResults = [
    { lotCode: '01', outcome: 'awarded', winner: '丙公司（示例）', dealFen: { kind: 'sum', fen: 800000 } },
  ];
  expect(told('property', 'asset-lease-result', { assetResults, priceUnit: 'month' })).toEqual([
    '01 · won · 成交 · 受让方 丙公司（示例） · 成交价（每月） 8,000元',
  ]);
});

test('流标、终止用公告自己的词', () => {
  expect(
    told('construction', 'failed-tender-notice', { lotCodes: ['02'], reason: '投标人少于三个' }),
  ).toEqual(['02 · failed · 流标 · 投标人少于三个']);
  expect(told('property', 'termination-notice', {})).toEqual(['全部 · terminated · 终结']);
  expect(told('procurement', 'termination-notice', { terminationKind: 'cancelled' })).toEqual([
    '全部 · terminated · 废标',
  ]);
});

test('公告、更正、澄清没有结果可说', () => {
  expect(told('construction', 'tender-notice', { lots: [{ code: '01' }] })).toEqual([]);
  expect(told('construction', 'correction-notice', {})).toEqual([]);
});

test('几个标段同一家中标，名字只出现一次；拟协议出让的受让人也是要找的名字', () => {
  const lotResults = ['01', '02'].map((lotCode) => ({
    lotCode,
    outcome: 'awarded',
    winner: '甲公司（示例）',
  }));
  const names = (type: string, fields: object, category = 'construction') =>
    winnersOf(announcement(category, type, fields)).map(({ text }) => text);
  expect(names('award-notice', { lotResults })).toEqual(['甲公司（示例）']);
  expect(names('land-agreement-notice', { grantee: '乙公司（示例）' }, 'land')).toEqual(['乙公司（示例）']);
});
