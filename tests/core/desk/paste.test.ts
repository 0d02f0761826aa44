import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../src/core/body/check-body.ts';
import { plainText, renderBody } from '../../../src/core/body/render.ts';
import { tableIn } from '../../../src/core/body/table/grid.ts';
import { pastedBlocks } from '../../../src/core/desk/paste.ts';
import { elementsAt, parseHtml } from '../../../src/core/import/tree.ts';
import { runsOf } from '../../repeatable.ts';

/*
 * `chromium.html` is what Chromium put on its clipboard when a page was selected and copied; `writer.html` and `calc.html`
 * are what LibreOffice 7.4 makes of a document and of a sheet. `word`, `wps`, `excel` and `browser` are written by hand
 * after the forms that these programs are known to use; none was captured there.
 */
const CLIPBOARDS = globSync('tests/fixtures/clipboard/*.html').sort();

const attack = fc
  .array(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">甲</a>',
      '<a href=" java\nscript:alert(1)">乙</a>',
      '<svg onload=alert(1)><text>丙</text></svg>',
      '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
      '<style>*{background:url(javascript:alert(1))}</style>',
      '<table><tr><td onclick=alert(1)>丁',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '[戊](javascript:alert(1))',
      '![己](x" onerror="alert(1))',
      '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>庚</p>',
      '<xml><w:View>密</w:View></xml>',
      '<td colspan=900 style="mso-ignore:colspan">辛',
      '<p>',
      '壬',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const RUN = 'script, img[src], svg, iframe, style, [onerror], [onclick], [onload]';

describe('what was copied elsewhere', () => {
  test.each(CLIPBOARDS)('becomes blocks with its words, its lists and its tables: %s', (path) => {
    const { body, messages } = pastedBlocks({ html: readFileSync(path, 'utf8') });
    const expected = readFileSync(path.replace(/html$/u, 'md'), 'utf8');
    expect(`${body}${messages.map((message) => `\n<!-- ${message} -->`).join('')}\n`).toBe(expected);
    expect(checkBody(body, new Set()).filter(({ code }) => code !== 'C103')).toEqual([]);
  });

  test('keeps the cells of a sheet where they are, joined ones too', () => {
    const { body } = pastedBlocks({ html: readFileSync('tests/fixtures/clipboard/excel.html', 'utf8') });
    expect(
      tableIn(body)!.cells.map(
        ({ row, column, columns, text }) => `${row},${column} ${columns} ${text.words}`,
      ),
    ).toEqual([
      '0,0 4 成交明细（示例）',
      '1,0 1 编号',
      '1,1 1 名称',
      '1,2 1 金额（元）',
      '1,3 1 日期',
      '2,0 1 0101',
      '2,1 1 示例设备',
      '2,2 1 1,200,000.00',
      '2,3 1 2026/3/25',
      '3,0 1 0102',
      '3,1 1 很长的名称，盖住了右边的空格子',
      '3,2 1 ',
      '3,3 1 2026/3/26',
    ]);
  });

  test('is never run, whatever was put on the clipboard', () => {
    fc.assert(
      fc.property(attack, (html) => {
        for (const pasted of [{ html }, { text: html }]) {
          const page = parseHtml(renderBody(pastedBlocks(pasted).body, () => undefined));
          expect(elementsAt(RUN, page)).toEqual([]);
          for (const link of elementsAt('a[href]', page))
            expect(link.attribs['href']).not.toMatch(/script/iu);
        }
        expect(pastedBlocks({ html }).body).not.toContain('密');
      }),
      { numRuns: runsOf(200) },
    );
  });

  test('of text alone is paragraphs, and a table where tabs stand between its cells', () => {
    expect(pastedBlocks({ text: '# 甲\r\n乙 | 丙' })).toEqual({ body: '\\# 甲\n乙 \\| 丙\n', messages: [] });
    const sentence = '本项目已由有关部门批准建设，招标人为示例街道办事处，建设资金来自财政资金。';
    expect(pastedBlocks({ text: `${sentence}\n${sentence}` }).body).toBe(`${sentence}\n\n${sentence}\n`);
    expect(pastedBlocks({ text: '名称\t数量\n设备\t1|2\n' })).toEqual({
      body: '| 名称 | 数量 |\n| --- | --- |\n| 设备 | 1\\|2 |\n',
      messages: [],
    });
    expect(pastedBlocks({ html: ' ', text: '甲' }).body).toBe('甲\n');
    expect(pastedBlocks({ html: '<p></p>', text: '甲' }).body).toBe('甲\n');
    expect(pastedBlocks({})).toEqual({ body: '', messages: [] });
  });

  test('is refused with words where a table has more than 200 columns', () => {
    const refusal = '表格有 201 列，最多 200 列。只留读者要看的几列，整张表作为附件发布。';
    const html = `<table><tr>${'<td>甲'.repeat(201)}</table>`;
    expect(pastedBlocks({ html })).toEqual({ body: '', messages: [refusal] });
    expect(pastedBlocks({ text: new Array(201).fill('甲').join('\t') })).toEqual({
      body: '',
      messages: [refusal],
    });
  });

  test('is refused with words where it is more than anybody reads', () => {
    expect(pastedBlocks({ html: '<i></i>'.repeat(300_001) })).toEqual({
      body: '',
      messages: ['粘贴的内容太多。请分几次粘贴，或者用“从 Word 文件导入”。'],
    });
  });

  test('keeps every word of a page with lists and tables in each other', () => {
    const html =
      '<p>甲</p><ul><li>乙<ul><li>丙</ul></ul><table><tr><td>丁丁丁丁丁丁<td>庚庚庚庚<tr><td>辛辛辛辛<td><table><tr><td>戊<td>己</table></table>';
    const { body, messages } = pastedBlocks({ html });
    expect(plainText(body).replaceAll(/[\s；]/gu, '')).toBe('甲乙丙丁丁丁丁丁丁庚庚庚庚辛辛辛辛戊己');
    expect(messages).toEqual(['表格的格子里还有表格，已经写成用“；”隔开的文字。对照原文看一遍这一格。']);
  });
});

test('划掉的字不粘贴进来，说出是哪些', () => {
  const html = '<p>工期<span style="text-decoration: line-through">30</span>40天</p>';
  expect(pastedBlocks({ html })).toEqual({
    body: '工期40天\n',
    messages: ['划掉的字没有带过来：“30”。还算数的，在正文里补上。'],
  });
});
