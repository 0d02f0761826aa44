// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { copyOf } from '../../../src/client/kiosk/copy.ts';

/** What a kiosk makes of a piece of an announcement. */
function copied(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
  const copy = document.createElement('div');
  copy.append(...copyOf(page.querySelector('main')!));
  return copy;
}

const row = '<th rowspan="2" scope="row">甲</th><td class="align-right" colspan="3">乙</td>';

test.each([
  ['a paragraph of two lines', '<p>第一行<br>第二行</p>'],
  ['a table with merged cells', `<table><tbody><tr>${row}</tr></tbody></table>`],
  ['a list that begins at three', '<ol start="3"><li>三</li></ol>'],
  ['a moment that a program can read', '<time datetime="2026-12-08T09:30:00+08:00">12月8日</time>'],
  ['words for screen readers alone', '<span class="visually-hidden">原时间 </span>'],
  ['signs of HTML that somebody wrote', '<p>a &lt;b&gt; &amp;lt;</p>'],
])('%s stays what it is', (_, html) => {
  expect(copied(html).innerHTML).toBe(html);
});

test.each([
  [
    'a link becomes its words',
    '<p>见<a href="https://elsewhere.invalid/">附件一</a>。</p>',
    '<p>见附件一。</p>',
  ],
  ['a link in a picture goes with it', '<svg><a href="/"><text>图</text></a></svg>', ''],
  ['a picture becomes what is said of it', '<img src="x" alt="位置图">', '<em>（图片：位置图）</em>'],
  ['a picture of which nothing is said is on the telephone', '<img src="x">', '<em>（图片：见手机）</em>'],
  ['a button is not there', '<p>甲<button type="button">复制</button></p>', '<p>甲</p>'],
  ['what is folded away is not there', '<details><summary>更多</summary>甲</details>', ''],
  ['what only paper shows is not there', '<p class="print-only">网址</p><p>留下</p>', '<p>留下</p>'],
  ['what stands in a frame of its own stands alone', '<article><p>甲</p></article>', '<p>甲</p>'],
  ['a comment is not there', '<!-- 甲 --><p>乙</p>', '<p>乙</p>'],
  ['a blank at the end is not struck out', '<del>旧值 </del>', '<del>旧值</del>'],
  [
    'a name of the style sheet’s own stays, any other goes',
    '<p class="note warning">甲</p>',
    '<p class="note">甲</p>',
  ],
  ['a cell cannot be wider than a table', '<p colspan="9999" rowspan="x">甲</p>', '<p>甲</p>'],
])('%s', (_, html, expected) => {
  expect(copied(html).innerHTML).toBe(expected);
});

test('headings stand under those of the kiosk, with the steps between them that they had', () => {
  expect(copied('<h2>一</h2><h3>1</h3><h5>深</h5>').innerHTML).toBe('<h4>一</h4><h5>1</h5><h6>深</h6>');
  expect(copied('<h1>一</h1>').innerHTML).toBe('<h4>一</h4>');
  expect(copied('<h5>一</h5><h6>1</h6>').innerHTML).toBe('<h4>一</h4><h5>1</h5>');
});

/** What a clerk’s slip, or somebody’s will, could put into an announcement to lead out of a kiosk or to run in it. */
const WAYS_OUT = [
  '<a href="https://elsewhere.invalid/" target="_blank" rel="opener">外面</a>',
  '<a href="javascript:void(0)">脚本</a>',
  '<script>window.ran = 1</script>',
  '<noscript><p>甲</p></noscript>',
  '<template><p>甲</p></template>',
  '<style>p { display: none }</style>',
  '<img src="x" srcset="y" onerror="window.ran = 1" alt="图">',
  '<svg onload="window.ran = 1"><use href="#boot"/></svg>',
  '<math><mtext><a href="javascript:0">甲</a></mtext></math>',
  '<iframe src="https://elsewhere.invalid/" srcdoc="<p>甲"></iframe>',
  '<object data="x"></object><embed src="x">',
  '<form action="https://elsewhere.invalid/"><input autofocus onfocus="window.ran = 1"><button>送</button></form>',
  '<p onclick="window.ran = 1" style="position: fixed" id="boot" contenteditable tabindex="0">段落</p>',
  '<video controls src="x"></video><audio src="x" controls></audio>',
  '<map><area href="/"></map>',
  '<dialog open>甲</dialog><marquee>乙</marquee>',
  '<td datetime="javascript:0" start="x">甲</td>',
];

const ELEMENTS = (
  'p div section ul ol li dl dt dd table caption thead tbody tfoot tr th td strong em b i del ins s br hr sub sup ' +
  'blockquote pre code time span bdi small h4 h5 h6'
).split(' ');
const ATTRIBUTES = ['class', 'colspan', 'rowspan', 'start', 'scope', 'datetime'];

test.each(WAYS_OUT)('%s leads nowhere and runs nothing', (html) => {
  const all = [...copied(`<p>${html}</p><table><tr>${html}</tr></table>`).querySelectorAll('*')];
  const made = all.flatMap((element) => [element.tagName.toLowerCase(), ...element.getAttributeNames()]);
  expect(made.filter((name) => ![...ELEMENTS, ...ATTRIBUTES].includes(name))).toEqual([]);
  expect('ran' in window).toBe(false);
});
