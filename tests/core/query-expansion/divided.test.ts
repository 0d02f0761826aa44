import { expect, test } from 'vitest';
import { dividedAs } from '../../../src/core/query-expansion/divided.ts';
import { shelfWith } from './announced-shelves.ts';

const shelves = [
  shelfWith(['更合镇示例村对外道路拓宽工程施工招标公告', '更合镇道路工程公告'], {
    code: 'GM-JS-2026-033',
    buyer: '城乡建设办公室',
  }),
];

test.each([
  ['更合镇道路招标', ['更合镇', '道路', '招标']],
  ['更合镇道路', ['更合镇道路']],
  ['城乡建设办公室道路', ['城乡建设办公室', '道路']],
  ['更合镇桥梁', undefined],
  ['道路', undefined],
  ['gm-js-2026-36', undefined],
])('%j is divided into %j', (part, expected) => {
  expect(dividedAs(part, shelves)).toEqual(expected);
});
