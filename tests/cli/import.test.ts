import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOST } from '../importer/old-site.ts';
import { makeWorkplace, putPage, simplePage, words, type Workplace } from '../importer/workplace.ts';
import { main, run, type Ran } from './command.ts';

const HTML_ANSWERS = `${HOST}/tz/2.html:\n  发布时间: 2018-03-02 09:30\n`;

/** A workplace with one page that is sure and one without a time. */
function twoPages(): Workplace {
  const place = makeWorkplace();
  putPage(place, 'tz/1.html', simplePage('关于停水（示例）的通知', '2018-03-01 09:30', words('停水')));
  const without = simplePage('关于停电（示例）的通知', '', words('停电')).replace('发布时间：', '');
  putPage(place, 'tz/2.html', without);
  return place;
}

const start = ({ root }: Workplace, args: readonly string[]): Ran =>
  spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: '' },
  });

test('说明书里的每一条导入命令都能运行：先试不写，回答以后存疑的才写', () => {
  const place = twoPages();
  renameSync(place.site, join(place.root, 'old-site'));
  const document = readFileSync('docs/import.md', 'utf8');
  const commands = [...document.matchAll(/^npm run (import -- .*)$/gmu)].map(([, command]) =>
    command!.replace(' --', '').split(' '),
  );
  expect(commands.length).toBeGreaterThan(3);
  const [dry, ...others] = commands;
  const first = start(place, dry!);
  expect(first, first.stderr).toMatchObject({ status: 1, stderr: '' });
  expect(first.stdout).toContain('试了一遍，没有写进内容文件夹：完整 0，存量 1，存疑 1，没有采用 0。');
  expect(first.stdout).toMatch(
    /^导入 2 \/ 2 · 每秒 [\d.]+ 页 · 还要约 0 秒 · 完整 0 存量 1 存疑 1 没有采用 0$/mu,
  );
  expect(existsSync(join(place.content, 'announcements'))).toBe(false);
  for (const command of others) {
    const { status, stderr } = start(place, command);
    expect({ command, status, stderr }).toEqual({ command, status: 1, stderr: '' });
  }
  writeFileSync(join(place.root, 'import/import-answers.yaml'), HTML_ANSWERS);
  const last = start(place, others[0]!);
  expect(last).toMatchObject({ status: 0, stderr: '' });
  expect(last.stdout).toContain('导入做完了：完整 0，存量 2，存疑 0，没有采用 0。');
  expect(last.stdout).toMatch(/npm run check\n {2}npm start\n {2}npm run build\n$/u);
}, 180_000);

test.each([
  [['import', 'no-such-folder'], '找不到文件夹'],
  [['import', 'docs', '--site', 'ggzy'], '--site 写旧网站的网址'],
  [['import', 'docs', '--only', '18'], '--only 写四位年份'],
  [['import', 'docs', '--map', 'no-map.yaml'], '找不到 no-map.yaml'],
  [['import', 'docs', '--report', 'content/report'], '不能放报告'],
  [['import', 'docs', '--report', 'package.json'], '是一个文件，不是文件夹'],
  [['import', 'docs', '--out', 'no-such-content'], '找不到内容文件夹'],
  [['import', 'content/pages'], '三个不同的文件夹'],
])('%s 说一句话就停', async (args, said) => {
  const { status, stdout, stderr } = await run(args);
  expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
    status: 2,
    stdout: '',
    lines: 1,
  });
  expect(stderr).toContain(said);
});

test.each([
  ['import-map.yaml', '栏目:\n  /a/: { 类别: 房产 }\n', '第 2 行：没有“房产”这个类别'],
  ['import-map.yaml', '栏木:\n  /a/: 不采用\n', '第 1 行：没有“栏木”这一项'],
  ['import-map.yaml', '栏目:\n  /a/: [\n', '看不懂'],
  ['import-answers.yaml', 'a.html:\n  遮盖: 好\n', '第 2 行：“遮盖”写 是 或者 否'],
  ['import-answers.yaml', 'a.html:\n  类型: 招标公告\n', '第 2 行：写了类型，也要写类别'],
])('%s 写错了，说出哪一行、怎样改', async (name, text, said) => {
  const place = makeWorkplace();
  putPage(place, 'tz/1.html', '<p>');
  mkdirSync(place.report);
  writeFileSync(join(place.report, name), text);
  const { status, stderr } = await run([
    'import',
    place.site,
    '--out',
    place.content,
    '--report',
    place.report,
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).toContain(name);
});
