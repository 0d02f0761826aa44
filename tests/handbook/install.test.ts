import { existsSync, readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
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

/** A recipe for a machine that we have not: its form and its commands. */
const recipe = readFileSync('docs/office/ci-windows.yml', 'utf8');

test('Windows 的流水线样板说明没有运行过，并且不在会运行的地方', () => {
  expect(recipe).toMatch(/^# .*未在本机运行过/u);
  expect(existsSync('.github/workflows/ci-windows.yml')).toBe(false);
});

test('流水线里的 npm 命令都有，选项也都认得', async () => {
  const { jobs } = parse(recipe) as {
    jobs: Record<string, { 'runs-on': string; steps: readonly { run?: string }[] }>;
  };
  expect(Object.values(jobs).map((job) => job['runs-on'])).toEqual(['windows-latest']);
  const commands = jobs['windows']!.steps.flatMap(({ run: text = '' }) => text.split('\n'));
  const own = commands.filter((line) => /^npm (?:run|test)\b/u.test(line) && !line.startsWith('npm test'));
  expect(own.length).toBeGreaterThan(3);
  for (const line of own) {
    const args = line
      .replace(/^npm run /u, '')
      .replace(/ -- /u, ' ')
      .split(' ');
    expect(await run([...args, '--help']), line).toMatchObject({ status: 0, stderr: '' });
  }
  expect(commands.filter((line) => line.startsWith('npm test'))).toEqual(['npm test -- types unit']);
});
