import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { publicFindings } from '../../src/office/release/status-file.ts';
import { check } from '../../src/core/check.ts';

const FOLDER = join(root, 'tests/fixtures/invalid');

/** What somebody has written: values behind a colon, words of the body; nothing as short as a code or a year. */
const writtenIn = (folder: string): readonly string[] =>
  globSync('**/*.{md,yaml}', { cwd: folder })
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .map((line) => line.replace(/^[^:：]*[:：]\s*/u, '').trim())
    .filter((words) => words.length >= 6 && !/^[\w.-]+$/u.test(words));

test('no value of an announcement stands in what everybody may read, whatever is wrong with it', () => {
  const looked = readdirSync(FOLDER).flatMap((name) => {
    const folder = join(FOLDER, name);
    const told = JSON.stringify(publicFindings(check(folder).findings));
    expect(
      writtenIn(folder).filter((words) => told.includes(words)),
      name,
    ).toEqual([]);
    return told === '[]' ? [] : [name];
  });
  expect(looked.length).toBeGreaterThan(100);
});

test('a file whose name is a sentence is told by its folder', () => {
  const finding = { code: 'F404', severity: 'error', line: 1, column: 1, length: 1, message: '' } as const;
  const files = ['announcements/general/2026/关于某某公司.docx', '某某/a.md', 'site.yaml'];
  expect(publicFindings(files.map((file) => ({ ...finding, file }))).map(({ file }) => file)).toEqual([
    'announcements/general/2026/',
    '…/',
    'site.yaml',
  ]);
});
