import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../src/cli/setup/dependencies.mjs';
import { isLater, notesSince } from '../../../src/office/upgrade/notes.ts';

const NOTES = '# 每一版\n\n开头。\n\n## 下一版\n\n- 丙\n\n## 0.10.0\n\n- 乙\n\n## 0.9.0\n\n- 甲\n';

test('only what came after the version that the content knows is told', () => {
  expect(notesSince(NOTES, '0.9.0')).toBe('下一版\n\n- 丙\n\n0.10.0\n\n- 乙');
  expect(notesSince(NOTES, undefined)).toContain('- 甲');
});

test('versions are counted, not spelled', () => {
  expect(isLater('0.10.0', '0.9.0')).toBe(true);
  expect(isLater('0.9.0', '0.9.0')).toBe(false);
});

test('the present version has its notes', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const notes = readFileSync(join(root, 'docs/office/upgrade-notes.md'), 'utf8');
  expect(notes).toContain(`\n## ${version}\n`);
});
