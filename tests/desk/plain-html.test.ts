import { expect, test } from 'vitest';
import { parseHtml } from '../../src/core/import/tree.ts';
import { plainHtml } from '../../src/desk/documents/plain-html.ts';

const shown = (html: string): string => plainHtml(parseHtml(html));

test('headings, paragraphs, lists and tables with merged cells are shown as they are', () => {
  const html =
    '<h2>一、条件</h2><p>甲<strong>乙</strong><br>丙</p><table><tbody><tr><td colspan="2">丁</td></tr></tbody></table><ul><li>戊</li></ul>';
  expect(shown(html)).toBe(html);
});

test('nothing that acts, loads or leads elsewhere is carried, only its words', () => {
  for (const [html, plain] of [
    ['<p onclick="a()">甲</p>', '<p>甲</p>'],
    ['<a href="javascript:a()">甲</a>', '甲'],
    ['<img src=x onerror=a()><script>a()</script><style>p{}</style>甲', '甲'],
    ['<iframe srcdoc="<script>a()</script>"></iframe><p style="background:url(//b)">甲</p>', '<p>甲</p>'],
    ['<svg><script>a()</script><p>甲', '<p>甲</p>'],
    ['<p>&lt;script&gt;&amp;"</p>', '<p>&lt;script&gt;&amp;&quot;</p>'],
    ['<table><tr><td colspan="9999999" rowspan="2&quot; onload=a()">甲</td></tr></table>', undefined],
  ] as const) {
    const made = shown(html);
    if (plain !== undefined) expect(made).toBe(plain);
    expect(made).not.toMatch(/script>|on\w+=|href|src|style|url|9999999/u);
  }
});
