import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { checkLegible } from '../../../src/core/body/legible.ts';
import { toMarkdown, type Doubt, type Targets, type Written } from '../../../src/core/import/markdown.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { lossOf } from '../../../src/core/import/verify.ts';

/** The announcement's folder holds what the page has beside it; links to elsewhere stay. */
const targets: Targets = {
  link: (address) => (/^https?:/u.test(address) ? address : (/[^/]+$/u.exec(address)?.[0] ?? undefined)),
  image: (address) => (address.startsWith('.') ? /[^/]+$/u.exec(address)?.[0] : undefined),
};

const write = (html: string): Written => {
  const body = [parseHtml(html)];
  const written = toMarkdown(body, targets);
  expect([html, written.markdown, lossOf(body, written)]).toEqual([html, written.markdown, undefined]);
  return written;
};

/** What the check of bodies finds that a writer can help: a page may well show `**` and `&nbsp;` to all. */
const errorsIn = (markdown: string): readonly string[] =>
  [...checkBody(markdown, undefined), ...checkLegible(markdown)]
    .filter(({ code }) => /^C1(?:0[13-9]|1[0-2]|2[0-5])$/u.test(code) && code !== 'C105')
    .map(({ code, message }) => `${code} ${message}`);

/** Text with everything in it that the dialect knows as a mark. */
const MARKS = [
  ...'甲乙丙，。（）：1２a *|`[]()#-+>.)^=~_<&;\\!"',
  '**',
  '](',
  '- ',
  '1. ',
  '# ',
  '## ',
  '> ',
  '---',
  '***',
  '^^',
  '||',
  '```',
  '\\*',
  '\\\\',
  'D:\\',
  'A:',
  '10~20万元',
  '<b>',
  '<!--',
  '<https://example.cn>',
  '<a@example.cn>',
  '&nbsp;',
  '&lt;',
  '![',
  '[x](y)',
  '一、',
  '（一）',
  '先生',
];
const words = fc
  .array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 10 })
  .map((parts) => parts.join(''));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inline = fc
  .array(fc.tuple(fc.constantFrom('', '', 'b', 'strong', 'u', 'a', 'i', 'ab', 'br', 's'), words), {
    minLength: 1,
    maxLength: 5,
  })
  .map((runs) =>
    runs
      .map(([tag, text]) =>
        tag === ''
          ? escaped(text)
          : tag === 'br'
            ? `${escaped(text)}<br>`
            : tag === 'a'
              ? `<a href="https://www.example.cn/${encodeURIComponent(text)}">${escaped(text)}</a>`
              : tag === 'ab'
                ? `<a href="https://www.example.cn/?a=(1)">${escaped(text)}<b>${escaped(text)}</b></a>`
                : `<${tag}>${escaped(text)}</${tag}>`,
      )
      .join(''),
  );

const cell = fc
  .tuple(
    inline,
    fc.constantFrom('td', 'td', 'th'),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([text, tag, rows, columns]) => `<${tag} rowspan=${rows} colspan=${columns}>${text}</${tag}>`);
const table = fc
  .array(fc.array(fc.oneof(cell, fc.constant('<td>'), fc.constant('<td>甲')), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`);

const page = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 5 },
    inline.map((text) => `<p>${text}</p>`),
    inline.map((text) => `<h3>${text}</h3>`),
    table,
    fc.constant('<hr>'),
    inline.map((text) => `<pre>${text}\n${text}</pre>`),
    fc.array(tie('block'), { maxLength: 3 }).map((blocks) => `<div>${blocks.join('')}</div>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol type=a', 'ol start=8'),
        fc.array(
          fc.oneof(
            inline,
            fc.constantFrom('', '5℃', '甲'),
            fc.tuple(inline, tie('block')).map((parts) => parts.join('')),
            tie('block'),
          ),
          { maxLength: 3 },
        ),
      )
      .map(
        ([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag.slice(0, 2)}>`,
      ),
    fc
      .array(tie('block'), { maxLength: 2 })
      .map((blocks) => `<table><tr><td>甲<td>${blocks.join('')}<tr><td>乙<td>丙</table>`),
    fc.array(tie('block'), { maxLength: 2 }).map((blocks) => `<table><tr><td>${blocks.join('')}</table>`),
  ),
})).block;

/** HTML, what is written, what is left out. The doubts are in the next table. */
const CASES: readonly (readonly [html: string, markdown: string, drops?: Written['drops']])[] = [
  ['<p>&nbsp;&nbsp;　　一、招标条件</p><p>已批准。', '## 一、招标条件\n\n已批准。'],
  ['<p><b>投标截止</b>：2026年3月25日</p>', '**投标截止**：2026年3月25日'],
  ['<p><b>投标截止：</b>2026年3月25日</p>', '**投标截止：**2026年3月25日'],
  ['<p><b>甲</b><strong>乙</strong> <b>丙</b>丁</p>', '**甲乙 丙**丁'],
  ['<p>第3<b>5A级</b>、<b> </b><b>：</b>丁</p>', '第35A级、 ：丁'],
  ['<p>甲<br>乙<br><br>丙</p>', '甲\n乙\n\n丙'],
  ['<p>投标截止<br>2) ##概况</p>', '投标截止\n\n2) \\##概况'],
  ['<p>公共资\n源 交易\n center</p>', '公共资源 交易 center'],
  [
    '<table><tr><td rowspan="2">01</td><td>a</td></tr><tr><td>b</td></tr></table>',
    '| | |\n| --- | --- |\n| 01 | a |\n| ^^ | b |',
  ],
  ['<table><tr><th>甲<th>乙<tr><td colspan="2">x</table>', '| 甲 | 乙 |\n| --- | --- |\n| x ||'],
  [
    '<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><th>一<th>二<tr><td>1<td>2<td>3</table>',
    '| 甲 | 乙 ||\n| ^^ | 一 | 二 |\n| --- | --- | --- |\n| 1 | 2 | 3 |',
  ],
  [
    '<table><tr><td>序号<td>名称<td>报价<tr><td>1<td>示例公司<td>5</table>',
    '| 序号 | 名称 | 报价 |\n| --- | --- | --- |\n| 1 | 示例公司 | 5 |',
  ],
  [
    '<table><tr><td>项目名称<td>示例路<tr><td>预算<td>5万元</table>',
    '| | |\n| --- | --- |\n| 项目名称 | 示例路 |\n| 预算 | 5万元 |',
  ],
  [
    '<table><tfoot><tr><td>计<td>9</tfoot><tr><th>甲<th>乙<tr><td>1<td>2</table>',
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n| 计 | 9 |',
  ],
  [
    '<table><caption>表一</caption><tr><th>甲<th>乙<tr><td><td><tr><td>1<td>2</table>',
    '表一\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
    { 空行: 1 },
  ],
  [
    '<table><tr><td>甲<td colspan=1000>乙<tr><td>丙<td>丁<td>戊</table>',
    '| 甲 | 乙 ||\n| --- | --- | --- |\n| 丙 | 丁 | 戊 |',
  ],
  [
    '<table><tr><th>甲<th>乙<tr><td>一<p>二<p>三。<p>四<td>1<br>2</table>',
    '| 甲 | 乙 |\n| --- | --- |\n| 一 二 三。四 | 1 2 |',
  ],
  ['<table><tr><th>甲<th>乙<tr><td>^^<td>a|b</table>', '| 甲 | 乙 |\n| --- | --- |\n| `^^` | a\\|b |'],
  ['<table><tr><td>一、概况<tr><td><p>甲。<p>乙。</table>', '## 一、概况\n\n甲。\n\n乙。'],
  [
    '<table><tr><td><td>甲<tr><td><td><table><tr><th>一<th>二<tr><td>1<td>2</table></table>',
    '甲\n\n| 一 | 二 |\n| --- | --- |\n| 1 | 2 |',
  ],
  ['<p>10~20万元，200*300*15，张**', '10~20万元，200*300*15，张\\*\\*'],
  [
    '<p># 甲<p>- 乙<p>&gt; 丙<p>+ 丁<p>---<p>-5℃<p>#1楼',
    '\\# 甲\n\n\\- 乙\n\n\\> 丙\n\n+ 丁\n\n\\---\n\n-5℃\n\n#1楼',
  ],
  ['<p>`甲` [x](y) &lt;b&gt; a|b', '\\`甲\\` \\[x](y) `<b>` a\\|b'],
  [
    '<a href="javascript:void(0)">甲</a><a href="file:///D:/x.doc">乙</a><a href="#top">丙</a>',
    '甲乙丙',
    { 链接: 3 },
  ],
  [
    '<a href="./P01.doc">附件[1]</a>、<a href="https://www.example.cn/(a)?b=|">网</a>',
    '[附件[1]](P01.doc)、[网](https://www.example.cn/%28a%29?b=%7C)',
  ],
  ['<a href="https://www.example.cn/">www.example.com</a>', 'www.example.com', { 链接: 1 }],
  ['<p>甲<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">乙', '甲乙', { 装饰图: 1 }],
  [
    '<p><img src="./章.png" alt="公章"><img src="http://a.example.cn/x.png" alt="外">',
    '![公章](章.png)',
    { 图片: 1 },
  ],
  ['<p><font color=red>变更为</font><span style="color:#f00">五</span>', '变更为五', { 颜色: 2 }],
  [
    '<p>甲<style>p{}</style><script>1</script><o:p></o:p><!--[if gte mso 9]>x<![endif]--><iframe></iframe><i hidden>密</i>',
    '甲',
    { 样式: 1, 脚本: 1, 'Word 注释': 1, 框架: 1, 隐藏内容: 1 },
  ],
  ['<p>公&#8203;共\ufeff资源&#x07;</p>', '公共资源', { 零宽字符: 2, 控制字符: 1 }],
  ['<p>&nbsp;</p><p></p><p>甲', '甲', { 空行: 2 }],
  [
    '<p>编号 <input value="A-1"><input type=hidden value=x><select><option>一<option selected>二</select><textarea>三</textarea><input type=checkbox checked>',
    '编号 A-1二三☑',
    { 表单: 1 },
  ],
  ['<p>5m<sup>2</sup>，H<sub>2</sub>O，注<sup>[1]</sup>', '5m²，H₂O，注[1]'],
  [
    '<h1>公告</h1><h3>（一）范围</h3><div class="title3">三、时间</div><h2>本项目已经批准。</h2>',
    '## 公告\n\n### （一）范围\n\n## 三、时间\n\n本项目已经批准。',
  ],
  [
    '<p><b>联系方式</b><p>电话：0757-00000000<p><b>示例中心</b><p>2026年3月1日',
    '## 联系方式\n\n电话：0757-00000000\n\n**示例中心**\n\n2026年3月1日',
  ],
  ['<p>一、身份证<p>二、营业执照', '一、身份证\n\n二、营业执照'],
  [
    '<p>一、项目名称：示例路<p>二、本项目已经批准，现公开招标。<p>三、其他<p>无',
    '一、项目名称：示例路\n\n二、本项目已经批准，现公开招标。\n\n## 三、其他\n\n无',
  ],
  ['<ul><li>甲<li>乙<ol><li>一<li>二</ol></ul>', '- 甲\n- 乙\n  1. 一\n  2. 二'],
  ['<ol start=3><li>甲<li value=9>乙</ol><ol type=a><li>丙<li>丁</ol>', '3. 甲\n9. 乙\n\na. 丙\nb. 丁'],
  ['<ol><li>1、甲<li>2、乙</ol><ul><li>5℃</ul>', '1、甲\n\n2、乙\n\n5℃'],
  ['<ol><li><p>甲<p>乙<li>丙</ol>', '1. 甲\n\n   乙\n\n2. 丙'],
  [
    '<dl><dt>甲<dd>乙</dl><blockquote>丙</blockquote><hr><pre>一\n二</pre><hr>',
    '甲\n\n乙\n\n丙\n\n---\n\n一\n二',
  ],
  ['<ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby>', '汉(han)'],
  ['<p><b>本公告期限为5个工作日</b><p>示例', '**本公告期限为5个工作日**\n\n示例'],
  ['<h2>联系人：示例</h2><h2>2026年3月1日</h2><p>甲', '联系人：示例\n\n2026年3月1日\n\n甲'],
  [
    '<p><b>招标公告</b><p>甲<p>一、条件<p>乙<p><b>（一）资金</b><p>丙',
    '## 招标公告\n\n甲\n\n## 一、条件\n\n乙\n\n### （一）资金\n\n丙',
  ],
  [
    '<p><b>1. 招标条件</b><p>1.1 已批准。<p><b>2. 范围</b><p>2.1 示例路。',
    '## 1. 招标条件\n\n1.1 已批准。\n\n## 2. 范围\n\n2.1 示例路。',
  ],
  ['<ol><li>甲</ol><ul><li>乙</ul>', '1. 甲\n\n- 乙'],
  [
    '<table><tr><th>甲<th>乙<tr style="display:none"><td>密<td>密<tr><td>1<td>2</table>',
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
    { 隐藏内容: 1 },
  ],
  [
    '<table><tr><td colspan=3>开标记录<tr><td>序号<td>名称<td>报价<tr><td>1<td>甲公司<td>5</table>',
    '| 开标记录 |||\n| 序号 | 名称 | 报价 |\n| --- | --- | --- |\n| 1 | 甲公司 | 5 |',
  ],
  [
    '<table><tr><td>项目名称<td>示例路<td>项目编号<td>A-1<tr><td>地址<td colspan=3>示例市</table>',
    '| | | | |\n| --- | --- | --- | --- |\n| 项目名称 | 示例路 | 项目编号 | A-1 |\n| 地址 | 示例市 |||',
  ],
  [
    '<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>',
    '| | |\n| --- | --- |\n| 甲 | 1 |\n| ^^ | 2 |\n| ^^ | 3 |',
  ],
  [
    '<table><tr><td rowspan=2>甲<td>乙<td rowspan=3>丙<tr><td colspan=3>丁<tr><td>戊</table>',
    '| | | |\n| --- | --- | --- |\n| 甲 | 乙 | 丙 |\n| ^^ | 丁 | ^^ |\n| 戊 | | ^^ |',
  ],
  ['<table><tr><th>-<th>--<tr><td>-<td>1</table>', '| `-` | -- |\n| --- | --- |\n| - | 1 |'],
  ['<p><a href="./附件%201 (50%).doc">甲</a>', '[甲](附件%25201%20%2850%25%29.doc)'],
  [
    '<p><b style="mso-bidi-font-weight:normal">甲</b>乙<span style="font-weight:700">丙</span><b style="font-weight:normal">丁</b>',
    '**甲**乙**丙**丁',
  ],
  [`<p style="font-family:'Segoe UI Symbol',Symbol">✓是</p>`, '✓是'],
  ['<p style="mso-ansi-language:x;mso-style-textfill-fill-color:red">甲', '甲'],
  ['<p><b>张**，乙**</b>丙', '张\\*\\*，乙\\*\\*丙'],
  ['<p><b></b><i> </i><a href="https://www.example.cn/"></a>甲', '甲'],
  [
    '<p>5m<sup>2</sup><sup><a href="#fn1">1</a></sup>，10<sup>-3</sup>，a<sup>n</sup>',
    '5m²1，10⁻³，an',
    { 链接: 1 },
  ],
  [
    '<table><tr><td>采购人<td>示例单位<tr><td>代理机构名称<td>甲<tr><td>预算金额<td>5万元</table>',
    '| | |\n| --- | --- |\n| 采购人 | 示例单位 |\n| 代理机构名称 | 甲 |\n| 预算金额 | 5万元 |',
  ],
  [
    '<table><tr><th>采购人<td>示例单位<tr><th>备注<td>甲</table>',
    '| | |\n| --- | --- |\n| 采购人 | 示例单位 |\n| 备注 | 甲 |',
  ],
  [
    '<table><tr><td>供应商名称<td>得分<tr><td>甲公司<td>5</table>',
    '| 供应商名称 | 得分 |\n| --- | --- |\n| 甲公司 | 5 |',
  ],
  [
    '<a href="https://www.example.cn/a">甲]乙</a>，<a href="./b.doc">丙</a>',
    '甲]乙，[丙](b.doc)',
    { 链接: 1 },
  ],
  // Word's own list, from a clipboard.
  [
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span style="font:7pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span><![endif]>甲</p>',
    '1.\u00a0\u00a0 甲',
    { 'Word 注释': 2 },
  ],
  [
    '<p><span style="font-family:Wingdings;mso-list:Ignore">l<span style="font:7pt">&nbsp;</span></span>甲',
    '甲',
    { 项目符号: 1 },
  ],
];

/** What a reader should look at again. */
const DOUBTED: readonly (readonly [html: string, markdown: string, code: Doubt['code']])[] = [
  [
    '<table><tr><th>甲<th>乙<tr><td>一<td><table><tr><td>1<td>2<tr><td><td>3。<tr><td>4</table>后</table>',
    '| 甲 | 乙 |\n| --- | --- |\n| 一 | 1；2；3。 4；后 |',
    'G113',
  ],
  [
    `<table><tr>${'<td>甲'.repeat(13)}<tr>${'<td>1'.repeat(13)}</table>`,
    `|${' 甲 |'.repeat(13)}\n|${' --- |'.repeat(13)}\n|${' 1 |'.repeat(13)}`,
    'G113',
  ],
  ['<p>工期<s>30</s><span style="text-decoration: line-through">40</span>天', '工期3040天', 'G114'],
  ['<p>\ue123甲<font face="Wingdings">n</font>', '□甲□', 'G124'],
];

/** Any elements in any order, open and closed, with any text. */
const SOUP = [
  ...'p div span b td tr table th ul ol li h2 pre s sup sub font a br hr input textarea select option dl dd blockquote center caption thead tfoot tbody iframe script style form label u del ruby rt'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `<${tag}>`, `</${tag}>`]),
  '<td rowspan=3 colspan=2>',
  '<td rowspan=0>',
  '<td colspan=9999>',
  '<ol start=-3 reversed>',
  '<ol type=I>',
  '<li value=7>',
  '<a href="https://www.example.cn/[x](y)">',
  '<a href="javascript:alert(1)">',
  '<a href="./甲 (1).doc">',
  '<img src="./a b.png" alt="]图[">',
  '<img src=x>',
  '<input value="*值*">',
  '<input type=radio checked>',
  '<font face=Wingdings>',
  '<span style="display:none">',
  '<b style="font-weight:400">',
  '<span style="mso-list:Ignore">',
  '<!--x-->',
  '<![if !x]>',
  '<table role=presentation>',
  '<div hidden>',
  '<div class=title3>',
  '<!DOCTYPE html><html><body>',
  '<svg><p>',
  '<math><mi>x</mi></math>',
  '</body>',
  '<plaintext',
  '<p style="color:red">',
];
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SOUP),
      words.map(escaped),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('甲', '\u200b', '\ue000', '\n', '　', '5℃', '一、甲', '2026年1月1日'),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

const RUNS = Number(process.env['FC_TIMES'] ?? 1) * 150;

const NESTED = [
  '<ul><li>',
  '<ol><li>甲',
  '<ul><li>5℃',
  '<ul><li>乙',
  '<table><tr><td>',
  '<table><tr><td>丙<td>',
  '<div>',
  '<blockquote><p>丁',
  '<ol start=1000><li>',
];

describe('the body of a page from elsewhere, in our dialect', () => {
  test.each(CASES.map(([html, markdown, drops = {}]) => ({ html, markdown, drops })))(
    '$html',
    ({ html, markdown, drops }) => {
      const written = write(html);
      expect(written.markdown).toBe(`${markdown}\n`);
      expect(written.drops).toEqual(drops);
      expect(written.doubts).toEqual([]);
      expect(errorsIn(written.markdown)).toEqual([]);
    },
  );

  test.each(DOUBTED)('%s is doubted', (html, markdown, code) => {
    const written = write(html);
    expect(written.markdown).toBe(`${markdown}\n`);
    expect(written.doubts.map((doubt) => doubt.code)).toContain(code);
  });

  test('loses nothing of a broken page, and writes nothing that stops a publication', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const { markdown } = write(html);
        if (markdown !== '') expect([html, markdown, errorsIn(markdown)]).toEqual([html, markdown, []]);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test('reads lists, tables and boxes however they lie in each other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NESTED), { minLength: 5, maxLength: 40 }), (opened) => {
        const html = `${opened.join('')}尾`;
        expect([html, errorsIn(write(html).markdown)]).toEqual([html, []]);
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    '<div>',
    '<span>',
    '<p><b>',
    '<table><tr><td>',
    '<table><tr><td>乙<td>',
    '<ul><li>',
    '<ol><li>丙',
    '<blockquote>',
    '<td>',
    '<font color=red>',
  ])('takes the words out of three thousand %s, and none that nobody sees', (tag) => {
    const { markdown } = write(`${tag.repeat(3000)}甲<script>密</script><i hidden>密</i>尾`);
    expect(markdown).toContain('甲');
    expect(markdown).toContain('尾');
    expect(markdown).not.toContain('密');
  });

  test('prints every word of any page and none beside, whatever marks are in it', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (blocks) => {
        const html = blocks.join('');
        const { markdown } = write(html);
        if (markdown !== '') expect([html, markdown, errorsIn(markdown)]).toEqual([html, markdown, []]);
      }),
      { numRuns: RUNS },
    );
  });
});
