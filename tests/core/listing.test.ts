import { expect, test } from 'vitest';
import { openAt, runningAt, openingsAhead, rowOf, type Row } from '../../src/core/listing.ts';
import type { Announcement } from '../../src/core/announcement/schema.ts';
import type { Entry } from '../../src/core/corpus/corpus.ts';
import type { Links } from '../../src/core/project.ts';
import { checkTree, readFixture } from './fixtures.ts';

const row = (id: string, publishedAt: string, more: Partial<Row> = {}): Row => ({
  id,
  title: `公告${id}`,
  category: 'construction',
  categoryTerm: '建设工程',
  type: 'tender-notice',
  typeTerm: '招标公告',
  stage: 'call',
  publishedAt,
  ...more,
});

const until = (value: string): Partial<Row> => ({ deadline: { label: '投标截止', text: value, value } });

test('what is over, stopped or not yet published is not open; what is corrected is', () => {
  const at = (
    name: string,
    published: string,
    deadline: string,
    kind?: 'terminated' | 'suspended' | 'corrected',
  ) => row(name, published, { ...until(deadline), ...(kind && { happening: { kind, by: 'other' } }) });
  const rows = [
    at('open', '2026-11-01T09:00:00+08:00', '2026-11-23T09:00:00+08:00'),
    at('at the deadline', '2026-11-01T09:00:00+08:00', '2026-11-22T09:00:00+08:00'),
    at('to come', '2026-11-22T10:00:00+08:00', '2026-12-23T09:00:00+08:00'),
    at('terminated', '2026-11-01T09:00:00+08:00', '2026-11-24T09:00:00+08:00', 'terminated'),
    at('suspended', '2026-11-01T09:00:00+08:00', '2026-11-24T09:00:00+08:00', 'suspended'),
    at('corrected', '2026-11-01T09:00:00+08:00', '2026-11-24T09:00:00+08:00', 'corrected'),
  ];
  expect(openAt(rows, '2026-11-22T09:00:00+08:00').map(({ id }) => id)).toEqual(['open', 'corrected']);
});

test('what closes to newcomers first comes first, and what has closed to them runs on for the others', () => {
  const gate = (value: string) => ({
    gate: { label: '文件获取结束', value, text: '', over: '文件获取已结束' },
  });
  const call = (name: string, closes: string, more: object) =>
    row(name, '2026-11-01T09:00:00+08:00', { ...until(closes), ...more });
  const rows = [
    call('early deadline', '2026-11-26T09:00:00+08:00', {}),
    call('earlier gate', '2026-12-08T09:00:00+08:00', gate('2026-11-24T24:00:00+08:00')),
    call('closed gate', '2026-11-25T09:00:00+08:00', gate('2026-11-21T24:00:00+08:00')),
  ];
  const now = '2026-11-22T00:00:00+08:00';
  expect(openAt(rows, now).map(({ id }) => id)).toEqual(['earlier gate', 'early deadline']);
  expect(runningAt(rows, now).map(({ id }) => id)).toEqual(['closed gate', 'early deadline', 'earlier gate']);
});

test('a rent says in its term by what it is reckoned, lest 8,000 a month be taken for the whole', () => {
  const { tree } = readFixture('valid/F308-unreadable-term');
  const { corpus, links } = checkTree(tree);
  const lease = corpus.entries.find(({ id }) => id === 'lease')!;
  expect(rowOf(lease, links).amount).toMatchObject({ label: '底价（每月）', text: '8,000元' });
});

test('openings of today and of the days ahead come in their order, those that were stopped among them', () => {
  const opened = (id: string, value: string, more: Partial<Row> = {}): Row =>
    row(id, '2026-11-01T09:00:00+08:00', { opening: { label: '开标时间', text: value, value }, ...more });
  const rows = [
    opened('last day', '2026-12-05T17:00:00+08:00'),
    opened('a day too far', '2026-12-06T00:00:00+08:00'),
    opened('yesterday', '2026-11-21T23:59:00+08:00'),
    opened('terminated', '2026-11-24T10:00:00+08:00', { happening: { kind: 'terminated', by: 'other' } }),
    opened('begun already', '2026-11-22T08:00:00+08:00'),
    opened('told again by its record', '2026-11-22T08:00:00+08:00', { stage: 'result' }),
  ];
  expect(openingsAhead(rows, '2026-11-22', 14).map(({ id }) => id)).toEqual([
    'begun already',
    'terminated',
    'last day',
  ]);
});

test('a result by lots names in its row all who won one, each once', () => {
  const result = {
    category: 'construction',
    type: 'award-notice',
    lotResults: [
      { lotCode: '01', outcome: 'awarded', winner: '甲公司（示例）' },
      { lotCode: '02', outcome: 'failed' },
      { lotCode: '03', outcome: 'awarded', winner: '乙公司（示例）、丙公司（示例）（联合体）' },
      { lotCode: '04', outcome: 'awarded', winner: '甲公司（示例）' },
    ],
  } as unknown as Announcement;
  expect(rowOf({ id: 'a', announcement: result, file: 'a.md' } as Entry, linksOf(result)).winner).toEqual({
    label: '中标人',
    value: '甲公司（示例）；乙公司（示例）、丙公司（示例）（联合体）',
    text: '甲公司（示例）；乙公司（示例）、丙公司（示例）（联合体）',
  });
});

const linksOf = (announcement: Announcement): Links =>
  ({
    effective: new Map([['a', { announcement, changes: [] }]]),
    events: new Map([['a', { corrected: [] }]]),
  }) as unknown as Links;
