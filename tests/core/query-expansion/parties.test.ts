import { expect, test } from 'vitest';
import { partiesLike } from '../../../src/core/query-expansion/parties.ts';
import { shelfWith } from './announced-shelves.ts';

const shelves = [
  shelfWith(['公告'], {
    buyer: '高明区示例水务工程管理所',
    parties: ['佛山示例市政工程有限公司', '佛山示例建设集团有限公司', '黄某（示例）'],
  }),
];

test.each([
  ['示例水务所', ['高明区示例水务工程管理所']],
  ['佛山示例市政公司', ['佛山示例市政工程有限公司']],
  ['佛山示列市政工程有限公司', ['佛山示例市政工程有限公司']],
  ['佛山示例市政工程有限公司', []],
  ['黄某示例', []],
  ['示例', []],
])('near to %j are the units %j', (words, expected) => {
  expect(partiesLike(words, shelves)).toEqual(expected);
});
