import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeOf } from '../../../src/core/announcement/schema.ts';
import { split } from '../../../src/core/corpus/front-matter.ts';
import { labels } from '../../../src/core/corpus/labels.ts';
import { readTree } from '../../../src/core/corpus/read-tree.ts';
import { toMarkdown } from '../../../src/core/drafting/write.ts';

const notice = typeOf('general', 'notice');

/** The title as the check will read it from the file. */
function titleRead(title: string): string | undefined {
  const { split: parts } = split('a.md', toMarkdown({ 标题: title }, notice));
  const { tree } = readTree(parts!.frontMatter, 2, labels);
  const value = tree?.kind === 'map' ? tree.entries[0]?.value : undefined;
  return value?.kind === 'text' ? value.text : undefined;
}

test.each([
  '关于“一网通办”的通知: 附 #1 号文',
  "it's",
  '"引号"',
  '- 短横开头',
  '*星号',
  '&锚点',
  '! 标签',
  '@提及',
  '是',
  'null',
  '0123',
  '1e3',
  '2026-03-02',
  '标题：副标题',
  '[方括号]',
  '{花括号}',
  '很长的标题'.repeat(60),
])('%s is read as it was answered', (title) => {
  expect(titleRead(title)).toBe(title);
});

test('whatever a clerk types in one line is read as it was answered', () => {
  const words = fc
    .array(fc.constantFrom(...'沿江路：:#"\'-—“”[]{}&*!|>%@`，, 12\\'), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').trim())
    // A text wholly in Chinese quotation marks is a fault of its own, F107.
    .filter((text) => text !== '' && !/^[“‘].*[”’]$/u.test(text));
  fc.assert(fc.property(words, (text) => titleRead(text) === text));
});

test('fields come in the order of the form, whatever the order of the answers', () => {
  const text = toMarkdown({ 发布单位: '中心', 发布时间: '2026-03-02 09:00', 标题: '通知' }, notice);
  expect(text.match(/^\S+(?=:)/gmu)).toEqual(['标题', '发布时间', '发布单位']);
});

test('a bar in a changed value does not break the table of a correction', () => {
  const correction = typeOf('general', 'correction-notice');
  const 更正内容 = [{ 字段: '标题', 原: '甲|乙', 新: '丙' }];
  expect(toMarkdown({ 更正内容 }, correction, '通知')).toContain('| 标题 | 甲\\|乙 | 丙 |');
});
