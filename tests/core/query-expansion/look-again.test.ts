import { expect, test, vi } from 'vitest';
import { lookAgain } from '../../../src/core/query-expansion/look-again.ts';
import { noQuestion } from '../../../src/core/search/question.ts';
import { shelfWith } from './announced-shelves.ts';

const shelves = [shelfWith(['示例厂房招租公告', '示例商铺出租公告', '示例水库招标公告'])];
const known = { shelves, synonyms: [['招租', '出租', '租赁']] };
const at = { now: 0, bodiesWith: vi.fn(() => Promise.resolve(undefined)) };

const again = (words: string, found: readonly string[] = [], more = {}) =>
  lookAgain({ ...noQuestion, words, ...more }, known, new Set(found), at);

test('it finds what stands under another word, and tells how much each word finds', async () => {
  const { hits, shown } = (await again('招租', ['示例厂房招租公告']))!;
  expect(hits.map(({ row }) => row)).toEqual([1]);
  expect(shown).toEqual([{ text: '出租', question: { ...noQuestion, words: '出租' }, count: 1 }]);
});

test('other conditions hold for it too', async () => {
  expect(await again('租赁', [], { categories: ['land'] })).toBeUndefined();
});

test('with something found, it supposes no slip', async () => {
  expect(await again('示例水厍招标', ['示例水库招标公告'])).toBeUndefined();
  expect((await again('示例水厍招标'))!.shown).toMatchObject([{ text: '示例水库招标', count: 1 }]);
});

test('texts are searched where the question asks for it', async () => {
  at.bodiesWith.mockClear();
  await again('租赁', [], { inBodies: false });
  expect(at.bodiesWith).not.toHaveBeenCalled();
  await again('租赁');
  expect(at.bodiesWith).toHaveBeenCalled();
});
