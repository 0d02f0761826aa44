// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { countOpen } from '../../src/client/open-count.ts';

/** The sentence of a page built at 09:00 on 22 November with three open calls, of which it names two. */
function toldAt(moment: string): string {
  document.body.innerHTML =
    '<h1 data-count="3" data-as-of="截至 11月22日 09:00" data-closings="2026-11-23T24:00:00+08:00 2026-11-25T10:00:00+08:00"><span data-say="now"></span> <b data-say="count">3</b> 个项目可以参加，最近一个<span data-say="next">11月23日 24:00</span>截止</h1>';
  const sentence = document.querySelector('h1')!;
  countOpen(sentence, Date.parse(moment));
  expect(sentence.classList.contains('is-told')).toBe(true);
  return sentence.textContent;
}

test.each([
  ['2026-11-22T09:00:00+08:00', '今天 3 个项目可以参加，最近一个明天截止'],
  ['2026-11-24T00:00:00+08:00', '今天 2 个项目可以参加，最近一个明天 10:00 截止'],
])('首页第一句在 %s 说“%s”', (moment, words) => {
  expect(toldAt(moment)).toBe(words);
});

test('页面写到的都截止了，就照发布时的说，并写明是什么时候', () => {
  expect(toldAt('2026-11-26T00:00:00+08:00')).toBe(
    '截至 11月22日 09:00 3 个项目可以参加，最近一个11月23日 24:00截止',
  );
});
