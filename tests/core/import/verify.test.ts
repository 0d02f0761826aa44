import { describe, expect, test } from 'vitest';
import { toMarkdown, type Written } from '../../../src/core/import/markdown.ts';
import { parseHtml } from '../../../src/core/import/tree.ts';
import { lossOf } from '../../../src/core/import/verify.ts';

const PAGE = parseHtml(
  '<h3>一、结果</h3><p>示例公司中标，报价<b>5万元</b>。</p><p>示例公司</p>' +
    '<table><tr><th>名称<th>报价<tr><td>甲公司<td>5<tr><td>乙公司<td>6</table><ol><li>联系人<li>电话</ol>',
);
const written = toMarkdown([PAGE], { link: () => undefined, image: () => undefined });

/** What the proof says of a writer that wrote this in place of what it should. */
const proofOf = (changed: Partial<Written>): string | undefined => lossOf([PAGE], { ...written, ...changed });

describe('the proof that no word is lost', () => {
  test('has nothing to say of what the writer wrote', () => {
    expect(proofOf({})).toBeUndefined();
  });

  test.each([
    ['a cell that is dropped', '| 甲公司 | 5 |', '| 甲公司 | |'],
    ['a word that stands twice', '示例公司中标', '示例公司公司中标'],
    ['two cells in the place of each other', '| 甲公司 | 5 |', '| 5 | 甲公司 |'],
    ['a table without its last row', '\n| 乙公司 | 6 |', ''],
    ['a sum with another unit', '5万元', '5元'],
    ['words at the end', '2. 电话', '2. 电话\n\n完'],
    ['words at the beginning', '## 一', '前\n\n## 一'],
    ['a number that the browser did not print', '2. 电话', '3. 电话'],
    ['a sign of punctuation that is mended', '报价**', '报价：**'],
    ['a mark that the dialect takes', '示例公司\n', '示例公司\n\n\\|\n'],
    ['nothing at all', written.markdown, ''],
  ])('finds %s', (_, right, wrong) => {
    expect(written.markdown).toContain(right);
    expect(proofOf({ markdown: written.markdown.replace(right, wrong) })).toMatch(/^(?:开头|“.{1,8}”后面)/u);
  });

  test('says what is lacking and where, in the words of the page', () => {
    const say = (right: string, wrong: string): string | undefined =>
      proofOf({ markdown: written.markdown.replace(right, wrong) });
    expect(say('| 乙公司 | 6 |', '| 乙公司 | |')).toBe('“价甲公司5乙公司”后面少了“6”');
    expect(say('示例公司中标', '示例公司公司中标')).toBe('“一、结果示例公司”后面多了“公司”');
    expect(say('5万元', '6万元')).toBe(
      '“例公司中标，报价”后面原文是“5万元。示例公司名称报价甲公司5乙公司6…”，写成了“6万元。示例公司名称报价甲公司5乙公司6…”',
    );
  });

  test('passes a “；” between cells only where the writer said that it put some there', () => {
    const markdown = written.markdown.replace('| 甲公司 | 5 |', '| 甲公司；5 | |');
    expect(proofOf({ markdown })).toBeDefined();
    expect(proofOf({ markdown, doubts: [{ code: 'G113', message: '表格里有表格' }] })).toBeUndefined();
  });

  test('compares with what a reader sees, not with what the source holds', () => {
    const body = parseHtml(
      '<p>见<span style="display:none">不见</span><script>1</script>&#8203;<input value="值"></p>',
    );
    expect(lossOf([body], { markdown: '见值\n', drops: {}, doubts: [] })).toBeUndefined();
    expect(lossOf([body], { markdown: '见不见值\n', drops: {}, doubts: [] })).toBeDefined();
  });
});
