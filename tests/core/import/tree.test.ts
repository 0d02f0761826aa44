import { describe, expect, test } from 'vitest';
import { elementAt, elementsAt, lineOf, parseHtml, textOf } from '../../../src/core/import/tree.ts';

describe('the tree of a page from elsewhere', () => {
  test('reads what a browser would show, a line for each block and each line break', () => {
    const page = parseHtml(
      '<title>不见</title><div>一、<b>条件</b><br>甲  乙\n丙<p>二<style>p{}</style><table><tr><td>三<td>四</table>',
    );
    expect(textOf(page)).toBe('一、条件\n甲 乙 丙\n二\n三\n四');
  });

  test('does not take for text what the page hides', () => {
    expect(textOf(parseHtml('<p>见<span style="display: none">不见</span><i hidden>不见</i>'))).toBe('见');
  });

  test('folds a second page inside an article away, as a browser does', () => {
    const page = parseHtml('<div id=a>甲<!DOCTYPE html><html><head><title>乙</title></head><body>丙</div>');
    expect(textOf(elementAt('#a', page)!)).toContain('丙');
  });

  test('finds elements by selectors and knows their lines', () => {
    const page = parseHtml('<ul>\n<li class="x">甲\n<li class="x">乙</ul>');
    expect(elementsAt('li.x', page).map((item) => [textOf(item), lineOf(item)])).toEqual([
      ['甲', 2],
      ['乙', 3],
    ]);
  });
});
