import { expect, test } from 'vitest';
import { parseLive } from '../../../../src/core/live/browser/live.ts';
import { Implausible } from '../../../../src/core/screen/browser/feed.ts';
import { at, bids, calling, opening } from '../tables.ts';

const read = (table: object): unknown => parseLive(JSON.stringify(table), 'kb303');

test('what was read out is read as it was entered', () => {
  expect(read(opening())).toEqual(opening());
  expect(read(opening({ ended: at('10:58') }))).toEqual(opening({ ended: at('10:58') }));
  expect(read(opening({ read: 0, rows: bids(6, 0) }))).toEqual(opening({ read: 0, rows: bids(6, 0) }));
  expect(read(calling)).toEqual(calling);
});

test('a price that was entered before it was read out is not in what a screen gets', () => {
  expect(read(opening({ rows: bids(6, 6) }))).toEqual(opening());
});

test('bids stay in the order in which they are read, whatever they cost', () => {
  const rows = [
    ['示例甲公司', '900.00'],
    ['示例乙公司', '100.00'],
  ];
  expect(read(opening({ rows, read: 2 }))).toMatchObject({ rows });
});

test('words of a discount and a name with markup are texts like any other', () => {
  const rows = [['<script>alert(1)</script>', '下浮率 12.5%']];
  expect(read(opening({ rows, read: 1 }))).toMatchObject({ rows });
});

test('what a later version adds is passed over', () => {
  expect(read({ ...opening(), note: { more: 1 } })).toEqual(opening());
});

const { kind, ...kindless } = opening();

test.each<readonly [what: string, table: object | string]>([
  ['is empty', ''],
  ['is a page of a guest network', '<!doctype html><p>请先登录</p>'],
  ['was cut short', JSON.stringify(opening()).slice(0, 200)],
  ['is a list', []],
  ['is nothing', 'null'],
  ['is of another room', opening({ room: 'kb301' })],
  ['is of a later format', { ...opening(), schema: 2 }],
  ['does not say what it is', kindless],
  ['is of a kind nobody knows', { ...kindless, kind: `${kind}s` }],
  ['has no start', { ...opening(), starts: undefined }],
  ['has a start that is no moment', { ...opening(), starts: '10:30' }],
  ['has a number below none', opening({ seq: -1 })],
  ['has a number in words', { ...opening(), seq: '4' }],
  ['does not say when it was entered', { ...opening(), updatedAt: '今天' }],
  ['names nobody as its source', opening({ source: ' ' })],
  ['names a source as long as a letter', opening({ source: '某'.repeat(25) })],
  ['ends at no moment', { ...opening(), ended: true }],
  ['has read more than there are', opening({ read: 7 })],
  ['has read half a bid', opening({ read: 1.5 })],
  ['is about no announcement', { ...opening(), announcement: '../../etc' }],
  ['has no columns', opening({ columns: [] })],
  ['has more columns than a screen', opening({ columns: Array(6).fill({ label: '报价' }) })],
  ['has a column without a name', { ...opening(), columns: [{ unit: '元' }] }],
  ['has a column that is nothing', { ...opening(), columns: [null] }],
  ['has a unit with a line break', opening({ columns: [{ label: '报价', unit: '万\n元' }] })],
  ['has no rows', { ...opening(), rows: undefined }],
  ['has more rows than an opening', opening({ rows: bids(61, 3) })],
  ['has a row without a name', opening({ rows: [[]], read: 0 })],
  ['has a row of an empty name', opening({ rows: [['']], read: 0 })],
  ['has a row with more than its columns', opening({ rows: [['甲', '1', '2', '3']], read: 1 })],
  ['has a price that is a number', { ...opening(), rows: [['甲', 1248.6]], read: 1 }],
  ['has a name that is a record', { ...opening(), rows: [[{ html: '甲' }]], read: 0 }],
  ['has a name of a thousand characters', opening({ rows: [['甲'.repeat(1000)]], read: 0 })],
  ['has a control character in a name', opening({ rows: [['甲\u0007公司']], read: 0 })],
  ['turns the writing of a price around', opening({ rows: [['甲', '\u202e06.8421']], read: 1 })],
  ['hides a character in a name', opening({ rows: [['甲\u200b公司']], read: 0 })],
  ['has half a character in a name', opening({ rows: [['甲\ud800公司']], read: 0 })],
  ['has a title of two lines', { ...calling, title: '叫号\n现在' }],
  ['calls a row that is not there', { ...calling, current: 3 }],
])('a table that %s is refused as a whole', (_, table) => {
  const text = typeof table === 'string' ? table : JSON.stringify(table);
  expect(() => parseLive(text, 'kb303')).toThrow(Implausible);
});
