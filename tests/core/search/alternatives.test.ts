import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../../src/core/search/alternatives.ts';
import { addressOf, noQuestion, type Question } from '../../../src/core/search/question.ts';

const none = { total: 0, pages: 1 };
const termOf = (type: string): string => (type === 'tender-notice' ? '招标公告' : type);

const advice = (asked: Partial<Question>, found = none) =>
  adviceOn({ ...noQuestion, ...asked }, found, termOf);

/** The alternatives as a reader sees them and where they lead. */
const offered = (asked: Partial<Question>, found = none) =>
  advice(asked, found).alternatives.map(({ label, question }) => [label, decodeURI(addressOf(question))]);

describe('where nothing was found', () => {
  test('what was asked is repeated in the words of the form', () => {
    expect(advice({ words: '道路', regions: ['更合镇'], types: ['tender-notice'] }).asked).toBe(
      '“近两年”里没有找到：“道路”、招标公告、更合镇。',
    );
    expect(advice({ scope: 'open' }).asked).toBe('“可参与”里没有找到公告。');
    expect(advice({ scope: 'all', min: 100_000_000 }).asked).toBe('“全部年份”里没有找到：100万元以上。');
  });

  test('each condition may be given up alone, and then all years may be looked through', () => {
    expect(offered({ words: '道路', regions: ['更合镇', '明城镇'], latest: true })).toEqual([
      ['移除：“道路”', '?region=更合镇&region=明城镇&latest=1'],
      ['移除：更合镇', '?q=道路&region=明城镇&latest=1'],
      ['移除：明城镇', '?q=道路&region=更合镇&latest=1'],
      ['移除：同一项目只列最新一份', '?q=道路&region=更合镇&region=明城镇'],
      ['改查全部年份', '?q=道路&region=更合镇&region=明城镇&latest=1&scope=all'],
    ]);
  });

  test('of what can still be joined one may look among the rest', () => {
    expect(offered({ scope: 'open' })).toEqual([
      ['改查近两年', '?scope=recent'],
      ['改查全部年份', '?scope=all'],
    ]);
  });

  test('where all years were looked through nothing is wider', () => {
    expect(offered({ scope: 'all', code: 'JS-1' })).toEqual([['移除：编号“JS-1”', '?scope=all']]);
  });

  test('words that were looked for in titles alone may be looked for in texts', () => {
    expect(offered({ words: '道路', scope: 'all', inBodies: false }).at(-1)).toEqual([
      '同时搜索正文',
      '?q=道路&scope=all',
    ]);
    expect(offered({ regions: ['更合镇'], scope: 'all', inBodies: false })).toHaveLength(1);
  });

  test('on any page nothing leads to a page that there is not', () => {
    const { alternatives } = advice({ words: '道路', regions: ['更合镇'], inBodies: false, page: 5 });
    expect(alternatives.map(({ label }) => label)).toEqual([
      '移除：“道路”',
      '移除：更合镇',
      '改查全部年份',
      '同时搜索正文',
    ]);
    expect(new Set(alternatives.map(({ question }) => question.page))).toEqual(new Set([1]));
  });
});

test('where the address asks for a page after the last, that is said, and not that nothing was found', () => {
  const found = { total: 30, pages: 2 };
  expect(advice({ words: '道路', page: 9 }, found).asked).toBe('一共只有 2 页，没有第 9 页。');
  expect(offered({ words: '道路', page: 9 }, found)).toEqual([['看第 1 页', '?q=道路']]);
});
