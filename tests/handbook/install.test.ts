import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { run } from '../cli/command.ts';

/*
 * What the guide of installation tells one to type on Windows. There is no Windows here: a change of folder is looked
 * at, and a command is run as the start file hands it on, with --help, so that its options are read and it changes
 * nothing. What cmd itself makes of a line is in tests/cli/start-files.test.ts and tests/cli/shell.test.ts.
 */

const guide = readFileSync('docs/office/install-windows.md', 'utf8');

const fenced = new MarkdownIt()
  .parse(guide, {})
  .filter(({ type, info }) => type === 'fence' && info === 'bat')
  .flatMap(({ content }) => content.split('\n'));
const inline = [...guide.matchAll(/`((?:张榜|npm run) [a-z][^`]*)`/gu)].map(([, command]) => command!);
const lines = [...new Set([...fenced, ...inline])].filter(Boolean);

test('安装说明里的命令都认得', () => {
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !/^(?:张榜|npm run) [a-z]|^cd \/d [A-Z]:\\[\w\\-]+$/u.test(line))).toEqual(
    [],
  );
});

test.each(lines.filter((line) => !line.startsWith('cd ')))('“%s”是能运行的命令，选项也都有', async (line) => {
  const args = line
    .replace(/^(?:张榜|npm run) /u, '')
    .replace(/ -- /u, ' ')
    .split(' ');
  const { status, stdout, stderr } = await run([...args, '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^用法：/u);
});

test('安装说明说清什么没有在 Windows 上走过', () => {
  expect(guide).toContain('没有在真的 Windows 上走过一遍');
});
