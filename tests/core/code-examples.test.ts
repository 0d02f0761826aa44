import { describe, expect, test } from 'vitest';
import { CODE_EXAMPLES } from '../../src/core/code-examples.ts';
import { CODES } from '../../src/core/diagnostic.ts';
import { explain } from '../../src/core/rules/explain.ts';
import { ruleWith } from '../../src/core/rules/list.ts';
import { base, checkTree, type Tree } from './fixtures.ts';

const codes = Object.keys(CODES).filter((code) => CODES[code]!.retired === undefined);
const written = codes.filter((code) => CODE_EXAMPLES[code]?.within !== undefined);

const TENDER = 'announcements/construction/2026/tender.md';
const NOTICE = 'announcements/general/2026/notice.md';
const notice =
  '---\n标题: 放假通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n---\n\n现予通知。\n';

/** An announcement with lines of an example among its fields, in place of those of the same name. */
function withFields(text: string, lines: string): string {
  const names = lines.split('\n').flatMap((line) => /^([\p{L}]+)[:：]/u.exec(line)?.[1] ?? []);
  const [, head = '', rest = ''] = /^---\n([^]*?)\n---\n([^]*)$/u.exec(text)!;
  const kept = head.split(/\n(?=\S)/u).filter((entry) => !names.includes(entry.split(':')[0]!));
  return `---\n${[...kept, lines].join('\n')}\n---\n${rest}`;
}

function treeOf(code: string, lines: string): Tree {
  const { within } = CODE_EXAMPLES[code]!;
  if (within === 'tender') return { ...base, [TENDER]: withFields(String(base[TENDER]), lines) };
  const text = within === 'body' ? notice.replace('现予通知。', lines) : withFields(notice, lines);
  return { ...base, [NOTICE]: text };
}

const found = (code: string, lines: string): readonly string[] => [
  ...new Set(checkTree(treeOf(code, lines)).findings.map((finding) => finding.code)),
];

describe('每个代码都说得出一个对的例子、一个错的例子', () => {
  test('没有法规的代码都在例子表里，表里没有别的', () => {
    const without = codes.filter((code) => !ruleWith(code));
    expect(Object.keys(CODE_EXAMPLES).toSorted()).toEqual(without.toSorted());
  });

  test.each(codes)('%s', (code) => {
    const text = explain(code);
    expect(text).toMatch(/^ {2}对的 {2}\S/mu);
    expect(text).toMatch(/^ {2}错的 {2}\S/mu);
    expect(text.split(CODES[code]!.why)).toHaveLength(2);
  });
});

describe('能照着写的例子，检查起来正是那样', () => {
  test('这样的例子不少于五十个', () => expect(written.length).toBeGreaterThan(50));

  test.each(written)('%s', (code) => {
    const { good, bad } = CODE_EXAMPLES[code]!;
    expect(found(code, bad), bad).toContain(code);
    expect(found(code, good), good).not.toContain(code);
  });

  test('对的例子没有别的错误', () => {
    const errors = written.flatMap((code) =>
      checkTree(treeOf(code, CODE_EXAMPLES[code]!.good))
        .findings.filter(({ severity }) => severity === 'error')
        .map((finding) => `${code}: ${finding.code} ${finding.message}`),
    );
    expect(errors).toEqual([]);
  });
});
