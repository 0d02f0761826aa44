import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { check } from '../../src/core/check.ts';
import { openInspector } from '../../src/core/corpus/inspect.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { base, onDisk } from '../core/fixtures.ts';

/** The file of the announcement that these tests spoil. */
export const NOTICE = 'announcements/general/2026/notice/index.md';

/** The text of a notice: further fields, each on its line, and a body. */
export const notice = (fields = '', body = '现予通知。', title = '关于放假安排的通知'): string =>
  `---\n标题: ${title}\n类别: 通知公告\n类型: 通知\n发布时间: 2026-03-30 10:00\n发布单位: 示例中心\n${fields}---\n\n${body}\n`;

/** The field that names attachments. */
export const attached = (...files: readonly string[]): string =>
  `附件:\n${files.map((file) => `  - 文件: ${file}\n    名称: 附件\n`).join('')}`;

const { inspect, close } = openInspector();

afterAll(close);

/** Checks a sound content folder with a notice and the files beside it, attachments opened. */
export function findingsOf(
  text: string,
  beside: Readonly<Record<string, string | Uint8Array>> = {},
): readonly Diagnostic[] {
  const root = onDisk({ ...base, [NOTICE]: text });
  for (const [name, content] of Object.entries(beside)) {
    const path = join(root, dirname(NOTICE), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return check(root, new Set(['notice']), inspect).findings;
}

/** The codes found, in order of place. */
export const codesOf = (findings: readonly Diagnostic[]): readonly string[] =>
  findings.map(({ code }) => code);
