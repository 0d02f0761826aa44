import { expect, test } from 'vitest';
import { synonymsIn } from '../../../src/core/query-expansion/synonyms.ts';

const GROUPS = [
  ['招租', '出租', '租赁'],
  ['道路', '公路'],
  ['维修', '养护'],
  ['中标', '成交'],
  ['中标人', '成交供应商'],
];

test.each([
  ['招租', ['出租', '租赁']],
  ['厂房出租公告', ['厂房招租公告', '厂房租赁公告']],
  ['道路维修', ['道路养护', '公路维修', '公路养护']],
  ['中标人', ['成交供应商']],
  ['中标公告', ['成交公告']],
  ['水库', []],
])('%j is also %j', (part, expected) => {
  expect(synonymsIn(part, GROUPS)).toEqual(expected);
});

test('of many words with many synonyms no more than twelve forms are made', () => {
  const groups = ['甲', '乙', '丙'].map((word) => Array.from({ length: 5 }, (_, at) => `${word}词${at}`));
  expect(synonymsIn('甲词0乙词0丙词0', groups)).toHaveLength(12);
});
