import { expect, test } from 'vitest';
import { near } from '../../../src/core/announcement/near.ts';

test.each([
  ['中标公告', ['招标公告', '中标候选人公示', '中标结果公告'], '中标结果公告'],
  ['招标公合', ['招标公告', '中标结果公告'], '招标公告'],
  ['投标截至', ['投标截止', '开标时间'], '投标截止'],
  ['放假', ['招标公告', '中标结果公告'], undefined],
  ['公告', ['招标公告', '更正公告'], undefined],
  ['招标公告', [], undefined],
])('“%s” among %j means %s', (word, words, meant) => {
  expect(near(word, words)).toBe(meant);
});
