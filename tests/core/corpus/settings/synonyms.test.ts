import { describe, expect, test } from 'vitest';
import { checkSynonyms } from '../../../../src/core/corpus/settings/synonyms.ts';
import { base, checkTree } from '../../fixtures.ts';

const check = (...lines: readonly string[]) =>
  checkTree({ ...base, 'synonyms.yaml': `同义词:\n${lines.map((line) => `  - ${line}\n`).join('')}` });

describe('a word may be in one group alone', () => {
  test.each([
    [
      'groups that have nothing in common',
      [
        ['招租', '出租'],
        ['道路', '公路'],
      ],
      [],
    ],
    [
      'a word in two groups',
      [
        ['招租', '出租'],
        ['出租', '租赁'],
      ],
      ['2: “出租”已经在第 1 组里'],
    ],
    [
      'groups that lead round in a circle',
      [
        ['道路', '公路'],
        ['公路', '马路'],
        ['马路', '道路'],
      ],
      [
        '2: “公路”已经在第 1 组里',
        '3: “马路”已经在第 2 组里',
        '3: 第 1 组和第 3 组绕成了一圈，“道路”又回到原来的词',
      ],
    ],
    [
      'two groups that meet in two words',
      [
        ['道路', '公路'],
        ['公路', '道路', '马路'],
      ],
      ['2: “公路”已经在第 1 组里', '2: 第 1 组和第 2 组绕成了一圈，“道路”又回到原来的词'],
    ],
  ])('%s', (_, groups, expected) => {
    expect(checkSynonyms(groups).map(({ at, message }) => `${at + 1}: ${message}`)).toEqual(expected);
  });
});

test('a circle is told with its line and a remedy, and a site with it uses no synonyms', () => {
  const { findings, collection } = check('道路、公路', '公路、道路');
  expect(findings.filter(({ file }) => file === 'synonyms.yaml')).toMatchObject([
    { code: 'S110', severity: 'error', line: 3, help: expect.stringContaining('合成一组') as string },
    { code: 'S110', line: 3, help: '把绕成一圈的几组合成一组' },
  ]);
  expect(collection.synonyms).toEqual([]);
});

test('a site without the file has no synonyms, and nothing is wrong with it', () => {
  const { findings, collection } = checkTree(base);
  expect(findings).toEqual([]);
  expect(collection.synonyms).toEqual([]);
});

test('words are divided by any sign that a clerk writes between them', () => {
  const { findings, collection } = check('招租、出租，租赁', '道路 = 公路');
  expect(findings).toEqual([]);
  expect(collection.synonyms).toEqual([
    ['招租', '出租', '租赁'],
    ['道路', '公路'],
  ]);
});
