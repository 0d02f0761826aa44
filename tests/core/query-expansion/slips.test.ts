import { expect, test } from 'vitest';
import { slipsOf } from '../../../src/core/query-expansion/slips.ts';
import { shelfWith } from './announced-shelves.ts';

const shelves = [
  shelfWith(['更合镇示例圩镇污水管网完善工程', '更合镇示例水库除险加固工程', '杨和镇示例 2026 年养护']),
  shelfWith(['农贸市场改造'], { buyer: '佛山示例市政工程有限公司' }),
];

test.each([
  ['one character is another', '污水官网', ['污水管网']],
  ['the first is another', '无水管网', ['污水管网']],
  ['one is missing', '示例市政程有限公司', ['示例市政工程有限公司']],
  ['one is too many', '农贸大市场', ['农贸市场']],
  ['two changed places', '水库除险固加', ['水库除险加固']],
  ['of two that are as near the one that begins alike', '更和镇', ['更合镇']],
  ['two are others', '无水官网', []],
  ['a figure is another', '示例2025年养护', []],
  ['it is too short', '水厍', []],
  ['it is no Chinese', 'gongcheng', []],
])('where %s, %j is taken for %j', (_, part, expected) => {
  expect(slipsOf(part, shelves)).toEqual(expected);
});
