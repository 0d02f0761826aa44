import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/core/drafting/draft.ts';
import { rewritten } from '../../../src/core/rewrite/rewrite.ts';
import { writtenFile, type WrittenFile } from '../../../src/core/rewrite/written-file.ts';

const textsIn = (pattern: string) =>
  globSync(pattern).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const samples = textsIn('content/announcements/**/*.md');
const fixtures = textsIn('tests/fixtures/**/*.md');
const filesIn = (texts: typeof samples) =>
  texts.flatMap(({ path, text }) => {
    const file = writtenFile(text);
    return file ? [{ path, text, file }] : [];
  });

const opened = filesIn(samples);

const again = (file: WrittenFile, answers = file.answers, body = file.body) => rewritten(file, answers, body);

/** Lines that one text has and the other has not, without those that both begin and end with. */
function between(before: string, after: string): readonly [readonly string[], readonly string[]] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a, b];
}

describe('a file that a clerk wrote', () => {
  test('can be opened wherever its fields and its type are certain, which is so of every sample', () => {
    expect(samples.length).toBeGreaterThan(150);
    expect(opened).toHaveLength(samples.length);
    expect(filesIn(fixtures).length).toBeGreaterThan(400);
  });

  test('is the same byte for byte where nothing was changed: every sample, every fixture', () => {
    for (const { path, text, file } of [...opened, ...filesIn(fixtures)])
      expect(again(file), path).toBe(text);
  });

  test('with Windows line ends, a mark at its beginning or no last line end is the same too', () => {
    for (const { path, text } of samples.slice(0, 20))
      for (const other of [text.replaceAll('\n', '\r\n'), `\ufeff${text}`, text.trimEnd()])
        expect(again(writtenFile(other)!), path).toBe(other);
  });

  test('has other lines where one field was changed, and all else as it was', () => {
    for (const { path, text, file } of opened.filter((_, index) => index % 4 === 0))
      for (const { label, from, to } of file.fields) {
        if (typeof file.answers[label] !== 'string' || ['类别', '类型'].includes(label)) continue;
        const answers = { ...file.answers, [label]: '改过的: “值”' };
        const other = again(file, answers);
        expect(writtenFile(other)!.answers, `${path} ${label}`).toEqual(answers);
        const lines = text.split('\n');
        const [gone] = between(text, other);
        expect(lines.slice(from, to).join('\n'), `${path} ${label}`).toContain(gone.join('\n'));
      }
  });

  test('takes any words a clerk can type into any of its fields', () => {
    const files = opened.filter((_, index) => index % 40 === 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        ({ file }, words) => {
          const value = words.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim();
          fc.pre(value !== '');
          const label = file.fields.map((field) => field.label).find((one) => one === '标题')!;
          const answers = { ...file.answers, [label]: value };
          expect(writtenFile(again(file, answers))?.answers).toEqual(answers);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('loses a field that was emptied and gains one in the place that the form has for it', () => {
    const { text, file } = opened.find(
      ({ file: one }) => '招标人' in one.answers && '预算金额' in one.answers,
    )!;
    const { 预算金额: gone, ...others } = file.answers;
    const without = again(file, others);
    expect(between(text, without)).toEqual([[expect.stringContaining('预算金额')], []]);
    const back = again(writtenFile(without)!, { ...others, 预算金额: gone! });
    expect(writtenFile(back)!.answers).toEqual(file.answers);
  });

  test('keeps quotation marks, comments, the order and other names of its fields', () => {
    const source = `---
# 张三写的
标题: "沿江路 \\"甲\\" 段招标公告"
类别: 建设工程 
类型: '招标公告'
# 编号下周才定
编号: 'GM-1'
招标单位: 高明区建设办
标段:
  # 先写一个
  - 编号: "01"
    名称: 一标段
# 结束
---

正文第一段。

正文第二段。
`;
    const file = writtenFile(source)!;
    expect(file.answers).toMatchObject({ 招标人: '高明区建设办', 标段: [{ 编号: '01', 名称: '一标段' }] });
    expect(again(file)).toBe(source);
    const answers: Answers = { ...file.answers, 标题: "新'题", 类型: '招标公告', 招标人: '另一个单位' };
    expect(again(file, answers, '正文第一段。\n\n改了的第二段。\n')).toBe(
      source
        .replace('"沿江路 \\"甲\\" 段招标公告"', '"新\'题"')
        .replace('招标单位: 高明区建设办', '招标单位: 另一个单位')
        .replace('正文第二段', '改了的第二段'),
    );
    const lots = [{ 编号: '02', 名称: '二标段' }];
    expect(again(file, { ...file.answers, 标段: lots })).toContain('# 结束\n---');
  });

  test('keeps all of a body but the block that was changed', () => {
    for (const { path, text, file } of opened) {
      const lines = file.body.split('\n');
      const at = lines.findLastIndex((line) => /^\S/u.test(line) && !line.startsWith('|'));
      if (at < 0) continue;
      const other = again(file, file.answers, lines.with(at, `${lines[at]!}改`).join('\n'));
      expect(between(text, other), path).toEqual([[lines[at]], [`${lines[at]!}改`]]);
    }
  });

  test('is not opened where a fault of form makes it doubtful what a line means', () => {
    for (const fields of [
      '标题：甲',
      '标题: 甲\n标题: 乙',
      '标题: "甲',
      '标题: 甲\n采购人: 甲\n采购单位: 乙',
    ])
      expect(
        writtenFile(`---\n类别: 政府采购\n类型: 公开招标公告\n${fields}\n---\n正文\n`),
        fields,
      ).toBeUndefined();
    expect(writtenFile('没有栏目的文字')).toBeUndefined();
    expect(writtenFile('---\n类型: 没有这种\n---\n')).toBeUndefined();
  });
});
