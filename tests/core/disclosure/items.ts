import { loadCorpus } from '../../../src/core/corpus/load.ts';
import { check } from '../../../src/core/check.ts';
import { base, onDisk, type Tree } from '../fixtures.ts';

/** The front matter of an invented item, line by line; a value of `undefined` leaves its line out. */
export function item(values: Readonly<Record<string, string | undefined>> = {}, body = '示例正文。'): string {
  const all = {
    标题: '关于做好档案工作的通知（虚构）',
    分类: '法规公文',
    索引号: 'SL-2026-00001',
    发布机构: '示例市公共资源交易中心',
    成文日期: '2026-02-26',
    发布日期: '2026-03-02',
    有效性: '有效',
    公开方式: '主动公开',
    ...values,
  };
  const lines = Object.entries(all).flatMap(([label, value]) =>
    value === undefined ? [] : [value.startsWith('\n') ? `${label}:${value}` : `${label}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n${body === '' ? '' : `\n${body}\n`}`;
}

/** An attachment as the front matter names it. */
export const attached = (file: string): string => `\n  - 文件: ${file}\n    名称: 附件`;

/** The corpus of the base with these files below `disclosure/`. */
export const corpusWith = (files: Tree) => loadCorpus(folderWith(files));

/** What the whole check finds, as `code file:line message`. */
export const foundIn = (files: Tree, more: Tree = {}): readonly string[] =>
  check(folderWith(files, more)).findings.map(
    ({ code, file, line, message }) => `${code} ${file}:${line} ${message}`,
  );

const folderWith = (files: Tree, more: Tree = {}): string =>
  onDisk({
    ...base,
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`disclosure/${file}`, text])),
    ...more,
  });
