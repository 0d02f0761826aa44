import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, notice, run, temporaryFolder } from './command.ts';

const content = () =>
  contentFolder(
    Object.fromEntries(
      ['2026-03-02', '2026-03-08', '2026-03-09'].map((day, index) => [
        `announcements/general/2026/gm-tz-2026-00${index + 1}.md`,
        notice({ 标题: `标题: 第${index + 1}份通知`, 发布时间: `发布时间: ${day} 10:00` }),
      ]),
    ),
  );

const board = async (args: readonly string[], TODAY = '2026-03-10T09:00+08:00') => {
  const out = join(temporaryFolder(), 'sheets');
  const ran = await run(['board', ...args, '--out', out], { CONTENT_DIR: content(), TODAY });
  const [name] = ran.stdout.match(/(?<=\/)board-[\d-]+(?:to-[\d-]+)?\.html/u) ?? [];
  return { ...ran, name, html: name === undefined ? '' : readFileSync(join(out, name), 'utf8') };
};

const titlesIn = (html: string): readonly string[] =>
  [...html.replaceAll('<wbr>', '').matchAll(/\d+\. (第\d份通知)/gu)].map(([, title]) => title!);

test.each([
  [['--week', '2026-W10'], 'board-2026-03-02-to-2026-03-08.html', ['第1份通知', '第2份通知']],
  [['--week', '2026W11'], 'board-2026-03-09-to-2026-03-15.html', ['第3份通知']],
  [['--day', '2026年3月9日'], 'board-2026-03-09.html', ['第3份通知']],
  [['--from', '2026-03-08'], 'board-2026-03-08-to-2026-03-10.html', ['第2份通知', '第3份通知']],
  [['--from', '2026-03-03', '--until', '2026-03-08'], 'board-2026-03-03-to-2026-03-08.html', ['第2份通知']],
  [[], 'board-2026-03-09-to-2026-03-15.html', ['第3份通知']],
  [['--day', '2026-03-05'], 'board-2026-03-05.html', []],
])('%j 排出这几天的公告', async (args, name, titles) => {
  const ran = await board(args);
  expect(ran).toMatchObject({ status: 0, stderr: '', name });
  expect(titlesIn(ran.html)).toEqual(titles);
});

test('--out 写明的是文件时就写到这个文件', async () => {
  const file = join(temporaryFolder(), 'a/b.html');
  const { stdout } = await run(['board', '--week', '2026-W10', '--out', file], { CONTENT_DIR: content() });
  expect(existsSync(file)).toBe(true);
  expect(stdout).toContain(file);
});

test('还没有到发布时间的不印，写明是哪一份', async () => {
  const { stdout, html } = await board(['--week', '2026-W10'], '2026-03-03T09:00+08:00');
  expect(stdout).toContain('没有列入：还没有到发布时间的 1 份（gm-tz-2026-002）。');
  expect(titlesIn(html)).toEqual(['第1份通知']);
});

test.each([
  [['--week', '2026-W54'], '2026 年没有第 54 周'],
  [['--week', '2025-W53'], '2025 年没有第 53 周'],
  [['--week', '三月'], '看不懂 --week 的“三月”'],
  [['--day', '2026-02-30'], '看不懂 --day 的“2026-02-30”'],
  [['--until', '2026-03-05'], '只写了 --until'],
  [['--from', '2026-03-05', '--until', '2026-03-02'], '在 --until 2026-03-02 的后面'],
  [['--day', '2026-03-02', '--week', '2026-W10'], '只写一种'],
  [['--posted', '明天'], '看不懂 --posted 的“明天”'],
])('%j 用一句话拒绝', async (args, words) => {
  const { status, stderr } = await board(args);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
});

test('2026 年有第 53 周，到元旦以后', async () => {
  expect((await board(['--week', '2026-W53'])).name).toBe('board-2026-12-28-to-2027-01-03.html');
});

test('内容有错误时不印，因为读不出来的公告会漏掉', async () => {
  const CONTENT_DIR = contentFolder({ 'announcements/general/2026/gm-tz-2026-001.md': '没有栏目' });
  const out = join(temporaryFolder(), 'x.html');
  expect(await run(['board', '--out', out], { CONTENT_DIR })).toMatchObject({ status: 1, stdout: '' });
  expect(existsSync(out)).toBe(false);
});

test('写不进去时说明是哪里、怎么办', async () => {
  const CONTENT_DIR = content();
  const { status, stderr } = await run(['board', '--out', join(CONTENT_DIR, 'site.yaml/x.html')], {
    CONTENT_DIR,
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('请用 --out 写一个能写的文件或者文件夹')]);
});
