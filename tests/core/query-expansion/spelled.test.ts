import { expect, test } from 'vitest';
import { needsSpelling, wordsSpelled } from '../../../src/core/query-expansion/spelled.ts';
import { announced, shelvesOf } from '../kiosk/announced.ts';

const shelves = shelvesOf([
  announced({ title: '更合镇示例圩镇污水管网完善工程施工招标公告' }),
  announced({ title: '明城镇污水管网工程施工招标公告' }),
  announced({ title: '示例水库除险加固' }),
]);

test.each([
  ['wsgw', ['污水管网']],
  ['wushuigw', ['污水管网']],
  ['shuiku', ['水库']],
  ['zbgg', ['招标公告']],
  ['xyz', []],
])('%j sounds like %j', (part, expected) => {
  expect(wordsSpelled(part, shelves)).toEqual(expected);
});

test('words that could be read so come after those that are', () => {
  const villages = shelvesOf(['曾屋村道路', '曾屋村水渠', '张围村道路'].map((title) => announced({ title })));
  expect(wordsSpelled('zwc', villages)).toEqual(['张围村', '曾屋村']);
});

test.each([
  ['wsgw', true],
  ['污水 shuiku', true],
  ['污水', false],
  ['gm-js-2026', false],
  ['2026', false],
])('for %j the sounds are needed: %s', (words, expected) => {
  expect(needsSpelling(words)).toBe(expected);
});
