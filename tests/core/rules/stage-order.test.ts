import { describe, expect, test } from 'vitest';
import type { Facts, Matter } from '../../../src/core/rules/matter.ts';
import { checkStageOrder } from '../../../src/core/rules/stage-order.ts';

type Category = Matter['category'];

const at = (day: string, time = '09:30'): string => `${day}T${time}:00+08:00`;

function matterOf(category: Category, type: string, facts: Facts, call?: Matter): Matter {
  const matter: Matter = {
    id: call ? 'later' : 'call',
    category,
    type,
    facts: { publishedAt: at('2026-03-02'), ...facts },
    body: '',
    attachments: [],
    changes: [],
    calendar: new Map(),
    local: [],
    correctionsBy: () => undefined,
  };
  matter.call = call ?? matter;
  return matter;
}

const tender: Facts = { bidDeadline: at('2026-03-25'), openingAt: at('2026-03-25', '10:00') };
const talks: Facts = { responseDeadline: at('2026-03-25'), openingAt: at('2026-03-25', '10:00') };
const listing: Facts = {
  registrationDeadline: at('2026-03-24', '17:00'),
  listingUntil: at('2026-03-25', '10:00'),
};
const auction: Facts = {
  registrationDeadline: at('2026-03-24', '17:00'),
  auctionAt: at('2026-03-25', '10:00'),
};
const offers: Facts = { registrationDeadline: at('2026-03-25', '10:00') };
const disclosed: Facts = {
  registrationDeadline: at('2026-03-24', '17:00'),
  biddingAt: at('2026-03-25', '10:00'),
};

/** Every stage that presupposes what its call waits for, with the call; all close on 25 March, 10:00. */
const stages: readonly (readonly [Category, call: string, Facts, stage: string, own?: Facts])[] = [
  ['construction', 'tender-notice', tender, 'opening-record'],
  ['construction', 'tender-notice', tender, 'candidate-notice'],
  ['construction', 'tender-notice', tender, 'award-notice'],
  ['construction', 'tender-notice', tender, 'failed-tender-notice'],
  ['construction', 'tender-invitation', tender, 'opening-record'],
  [
    'construction',
    'prequalification-notice',
    { applicationDeadline: at('2026-03-25', '10:00') },
    'prequalification-result',
  ],
  ['procurement', 'tender-notice', tender, 'award-notice'],
  ['procurement', 'tender-notice', tender, 'termination-notice', { terminationKind: 'failed' }],
  ['procurement', 'competitive-negotiation', talks, 'deal-notice'],
  ['procurement', 'competitive-consultation', talks, 'deal-notice'],
  ['procurement', 'inquiry-notice', talks, 'deal-notice'],
  ['procurement', 'framework-solicitation', talks, 'framework-shortlist'],
  ['land', 'land-grant-notice', listing, 'land-grant-result'],
  ['land', 'land-grant-notice', auction, 'land-grant-result'],
  ['land', 'mining-grant-notice', listing, 'mining-grant-result'],
  ['property', 'property-transfer', disclosed, 'property-transfer-result'],
  ['property', 'capital-increase', offers, 'capital-increase-result'],
  ['property', 'asset-transfer', disclosed, 'asset-transfer-result'],
  ['property', 'asset-lease', disclosed, 'asset-lease-result'],
  ['property', 'auction-notice', disclosed, 'asset-lease-result'],
];

const published = (
  [category, type, facts, stage, own]: (typeof stages)[number],
  publishedAt: string,
): readonly string[] =>
  checkStageOrder(matterOf(category, stage, { ...own, publishedAt }, matterOf(category, type, facts))).map(
    ({ code, id, at: path, message }) => `${code} ${id} ${path} ${message}`,
  );

describe.each(stages.map((row) => [`${row[0]} ${row[1]} ${row[3]}`, row] as const))('%s', (_, row) => {
  test('截止、开标以前一分钟就是错', () => {
    const found = published(row, at('2026-03-25', '09:59'));
    expect(found).toEqual([expect.stringMatching(/^D205 later publishedAt .*2026年3月25日.*10:00$/u)]);
  });

  test('截止、开标的同时和以后没有问题', () => {
    expect(published(row, at('2026-03-25', '10:00'))).toEqual([]);
    expect(published(row, at('2026-04-01'))).toEqual([]);
  });

  test('只写了日期的，当天没有问题', () => {
    expect(published(row, at('2026-03-25', '00:00'))).toEqual([]);
    expect(published(row, at('2026-03-24', '00:00'))).toHaveLength(1);
  });
});

test('信息披露的最后一天结束以前不能公布结果', () => {
  const call = matterOf('property', 'property-transfer', { disclosureUntil: '2026-03-25' });
  const result = (publishedAt: string) =>
    checkStageOrder(matterOf('property', 'property-transfer-result', { publishedAt }, call));
  expect(result(at('2026-03-24'))).toHaveLength(1);
  expect(result(at('2026-03-25'))).toEqual([]);
});

describe('不等开标的，没有问题', () => {
  test.each<[string, Category, string, Facts, string, Facts]>([
    ['澄清', 'construction', 'tender-notice', tender, 'clarification', {}],
    ['更正', 'procurement', 'tender-notice', tender, 'correction-notice', {}],
    ['暂停', 'construction', 'tender-notice', tender, 'suspension-notice', {}],
    ['终止', 'land', 'land-grant-notice', listing, 'termination-notice', {}],
    [
      '取消采购任务',
      'procurement',
      'tender-notice',
      tender,
      'termination-notice',
      { terminationKind: 'terminated' },
    ],
    [
      '开放式框架协议的入围',
      'procurement',
      'framework-solicitation',
      { ...talks, frameworkKind: 'open' },
      'framework-shortlist',
      {},
    ],
  ])('%s', (_, category, type, facts, stage, own) => {
    expect(published([category, type, facts, stage, own], at('2026-03-10'))).toEqual([]);
  });
});

test('开标记录写的开标时间还没有到', () => {
  const call = matterOf('construction', 'tender-notice', { bidDeadline: at('2026-03-25') });
  const record = matterOf(
    'construction',
    'opening-record',
    { publishedAt: at('2026-03-25'), openingAt: at('2026-03-25', '10:00') },
    call,
  );
  expect(checkStageOrder(record).map(({ message }) => message)).toEqual([
    '开标记录的发布时间在开标时间之前：本公告写的开标时间是 2026年3月25日（星期三）10:00',
  ]);
});
