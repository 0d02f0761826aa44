import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HANDBOOK } from './examples.ts';

/** Where the words stand that a clerk sees at the desk, and the file by which it is opened. */
const SEEN = ['src/client/desk/**/*.{ts,tsx}', 'src/{desk,core/desk,core/announcement}/**/*.ts', '张榜.cmd'];

test('every word that the handbook quotes of the desk is one that stands there', () => {
  const [, part = ''] = /^## 第一部分.*$([^]*)^## 第二部分/mu.exec(readFileSync(HANDBOOK, 'utf8')) ?? [];
  const quoted = new Set([...part.matchAll(/“([^”]+)”/gu)].map(([, words]) => words!));
  const seen = globSync(SEEN)
    .map((file) => `${file}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
  expect(quoted.size).toBeGreaterThan(30);
  expect([...quoted].filter((words) => !seen.includes(words))).toEqual([]);
});
