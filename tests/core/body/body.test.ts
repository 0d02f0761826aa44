import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { isAllowedLink } from '../../../src/core/body/links.ts';
import { headingsOf, plainText, renderBody } from '../../../src/core/body/render.ts';

const attached: Readonly<Record<string, string>> = { '招标文件.pdf': '/announcements/x/attachment-1.pdf' };
const html = (body: string): string => renderBody(body, (file) => attached[file]).trim();

describe('正文原样印出来，一个字也不改', () => {
  test.each([
    ['两个波浪号之间不划线', '投资 10~20万元，工期 5~6月', '投资 10~20万元，工期 5~6月'],
    ['成对的波浪号也不划线', '~~原价~~', '~~原价~~'],
    ['引号不变弯', `管径 12'30"`, "管径 12'30&quot;"],
    ['短横和省略号不变', '1--2...3', '1--2...3'],
    ['版权记号不变', '（c）(c) (tm)', '（c）(c) (tm)'],
    ['网页代码只是文字', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['网址后面的汉字不会连进链接', '见 https://example.com，谢谢', '见 https://example.com，谢谢'],
  ])('%s', (_name, body, printed) => {
    expect(html(body)).toBe(`<p>${printed}</p>`);
  });
});

describe('换行就是换行', () => {
  test.each([
    ['示例市公共\n资源交易中心', '示例市公共<br>\n资源交易中心'],
    ['hello\nworld', 'hello<br>\nworld'],
    ['联系人：李工\n电话：0757-88880000', '联系人：李工<br>\n电话：0757-88880000'],
    ['甲  \n　　乙 \n\t丙', '甲<br>\n乙<br>\n丙'],
    ['一行\n---\n二行\n===', '一行<br>\n---<br>\n二行<br>\n==='],
    ['甲\\\n乙', '甲\\<br>\n乙'],
  ])('%j', (body, printed) => {
    expect(html(body)).toBe(`<p>${printed}</p>`);
    expect(plainText(body)).toBe(printed.replaceAll('<br>\n', '\n'));
  });
});

describe('行首的反斜杠', () => {
  test.each([
    ['\\# 甲', '# 甲'],
    ['\\## 一、概况', '## 一、概况'],
    ['\\- 甲', '- 甲'],
    ['\\-', '-'],
    ['\\> 甲', '&gt; 甲'],
    ['\\---', '---'],
    ['甲\n\\- 乙', '甲<br>\n- 乙'],
    ['\\-5℃', '\\-5℃'],
    ['\\#1楼', '\\#1楼'],
    ['甲\\- 乙', '甲\\- 乙'],
    ['\\甲', '\\甲'],
  ])('%j：后面本来是记号的，印记号自己；不是的，照印', (body, printed) => {
    expect(html(body)).toBe(`<p>${printed}</p>`);
    expect(checkBody(body, new Set()).map(({ code }) => code)).not.toContain('C120');
  });

  test('列表、编号里面也一样', () => {
    expect(html('- \\- 甲')).toBe('<ul>\n<li>- 甲</li>\n</ul>');
    expect(plainText('1. \\# 甲')).toBe('1. # 甲');
    expect(checkBody('1. \\# 甲\n2. \\> 乙\n\n- \\- 丙', new Set())).toEqual([]);
  });
});

test('表头一个字也没有的表格，没有表头', () => {
  expect(html('| | |\n| --- | --- |\n| 项目 | 示例路 |')).not.toMatch(/thead|<th/u);
  expect(html('| | 报价 |\n| --- | --- |\n| 甲 | 5 |')).toMatch(/<thead>/u);
});

describe('印出来什么也没有的正文不算正文', () => {
  const codesOf = (body: string) => checkBody(body, new Set(['图.png'])).map(({ code }) => code);
  test.each([
    '',
    '\u3000\u3000',
    '---',
    '***',
    '|  |  |\n| --- | --- |\n|  |  |',
    '> ',
    '- ',
    '1.',
    '##',
    '。',
    '……',
    '```\n```',
    '[](图.png)',
    '\u3164',
    '\u2800',
    '\\',
  ])('%j', (body) => expect(codesOf(body)).toEqual(['C105']));
  test.each([
    '无',
    '1',
    '![](图.png)',
    '`甲`',
    '    甲',
    '[甲](图.png)',
    '| 甲 |\n| --- |',
    '①',
    '𠅤',
    'OK',
    '[甲]: 乙',
  ])('%j 是正文', (body) => expect(codesOf(body)).toEqual([]));
});

describe('表格', () => {
  const table =
    '| 单项 | 内容 | 数量 |\n| --- | --- | ---: |\n| 主管 | 开挖 | 1 |\n| ^^ | 顶管 | 2 |\n| 合计 || 3 |';

  test('竖着合并的格子占两行，横着合并的占两列', () => {
    expect(html(table)).toContain('<td rowspan="2">主管</td>');
    expect(html(table)).toContain('<td colspan="2">合计</td>');
  });

  test('自己左右滚动，键盘也能到，表头说明是列', () => {
    expect(html(table)).toMatch(
      /^<div class="scroll" tabindex="0" role="region" aria-label="表格 1"><table>/u,
    );
    expect(html(table)).toContain('<th scope="col">单项</th>');
  });
});

test('页面只有标题一个大标题：正文里的一级标题降为二级', () => {
  expect(html('# 一、概况')).toBe('<h2 id="s1">一、概况</h2>');
  expect(headingsOf('# 一、概况\n\n## 二、要求').map(({ level }) => level)).toEqual([2, 2]);
});

test('标题的位置就是锚点，目录和正文对得上', () => {
  const body = '## 一、条件\n\n### 1. 资质\n\n## 二、要求';
  expect(headingsOf(body)).toEqual([
    { id: 's1', level: 2, text: '一、条件' },
    { id: 's2', level: 3, text: '1. 资质' },
    { id: 's3', level: 2, text: '二、要求' },
  ]);
  expect(html(body)).toContain('<h3 id="s2">1. 资质</h3>');
});

test('链接到附件的，指向附件发布以后的地址', () => {
  expect(html('[招标文件](招标文件.pdf)')).toBe(
    '<p><a href="/announcements/x/attachment-1.pdf">招标文件</a></p>',
  );
});

test.each([
  ['https://www.example.gov.cn/', true],
  ['mailto:ggzy@example.gov.cn', true],
  ['tel:075700000000', true],
  ['#s1', true],
  ['招标文件.pdf', true],
  ['javascript:alert(1)', false],
  ['JaVa\tScript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['//evil.example/', false],
  ['\\\\evil.example', false],
])('链接 %s 能不能发布：%s', (href, allowed) => {
  expect(isAllowedLink(href)).toBe(allowed);
});

test('不能发布的链接只剩文字', () => {
  expect(html('[点这里](javascript:alert(1))')).toBe('<p><a>点这里</a></p>');
  expect(html('![图](https://elsewhere.example/x.png)')).not.toContain('elsewhere');
});

test('搜索用的文字就是读者看到的文字', () => {
  expect(
    plainText(
      '## 一、条件\n\n**必须**有[资质](https://example.com)，见 `附件`。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
    ),
  ).toBe('一、条件\n必须有资质，见 附件。\n甲\n乙\n1\n2');
});
