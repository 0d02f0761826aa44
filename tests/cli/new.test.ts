import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const written = 'announcements/general/2026/gm-tz-2026-002.md';
const answers = {
  类别: '通知公告',
  类型: '通知',
  标题: '关于端午节期间业务办理安排的通知',
  发布时间: '2026-06-15 09:00',
  发布单位: '示例中心',
};
const body = '4 月 4 日至 6 日中心不办理现场业务。';
const whole = { ...answers, 正文: body };
const answersFile = (content: object) => {
  const file = join(temporaryFolder(), 'answers.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const flags = (content: Record<string, string>) =>
  Object.entries(content).flatMap(([label, text]) => ['--set', `${label}=${text}`]);

test('from a file of answers an announcement is written that passes the check, under the next number', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stdout } = await run(['new', '--from', answersFile(whole)], { CONTENT_DIR });
  expect([status, stdout]).toEqual([0, expect.stringContaining(`已写入 content/${written}`)]);
  expect(readFileSync(join(CONTENT_DIR, written), 'utf8')).toBe(
    '---\n标题: 关于端午节期间业务办理安排的通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-06-15 09:00\n发布单位: 示例中心\n---\n\n4 月 4 日至 6 日中心不办理现场业务。\n',
  );
  expect((await run(['check'], { CONTENT_DIR })).status).toBe(0);
});

test('every question has a flag, and a flag has the last word over the file', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const bodyFile = join(temporaryFolder(), 'body.md');
  const attachment = join(temporaryFolder(), '办事指南.txt');
  writeFileSync(bodyFile, '第一段。\n\n第二段。\n');
  writeFileSync(attachment, '指南');
  const { status } = await run(
    [
      'new',
      ...['--from', answersFile({ ...answers, 标题: '旧标题' }), '--set', `标题=${answers.标题}`],
      ...['--id', 'gm-tz-2026-dragon', '--body', bodyFile, '--attach', attachment],
    ],
    { CONTENT_DIR },
  );
  expect(status).toBe(0);
  const home = join(CONTENT_DIR, 'announcements/general/2026/gm-tz-2026-dragon');
  const text = readFileSync(join(home, 'index.md'), 'utf8');
  expect(text).toContain(`标题: ${answers.标题}\n`);
  expect(text).toContain('附件:\n  - 文件: 办事指南.txt\n    名称: 办事指南\n');
  expect(text.endsWith('---\n\n第一段。\n\n第二段。\n')).toBe(true);
  expect(readFileSync(join(home, '办事指南.txt'), 'utf8')).toBe('指南');
  expect((await run(['check'], { CONTENT_DIR })).status).toBe(0);
});

test('without a terminal it asks nothing: it names what is missing, with help and a lawful proposal, and ends', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stdout, stderr } = await run(
    ['new', '--category', '通知公告', '--type', '通知', '--set', '发布单位=示例中心'],
    { CONTENT_DIR, TODAY: '2026-04-03T16:00+08:00' },
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('标题  公告全称');
  expect(stderr).toContain('建议 2026-04-03 16:00');
  expect(stderr).not.toContain('发布单位');
});

test('without a body the contents that the order on notices asks for are named with their fields', async () => {
  const CONTENT_DIR = contentFolder();
  const { status, stderr } = await run(['new', '--category', '建设工程', '--type', '招标公告'], {
    CONTENT_DIR,
  });
  expect(status).toBe(2);
  expect(stderr).toContain(
    '正文  没有写正文，按各栏生成还缺：栏目 招标范围、资金来源、工期、资格要求、接受联合体、文件获取方式、招标人地址、联系人、联系电话；文件收取的费用、递交方式。补上这些栏目，或者用 --body 写正文',
  );
});

test.each([
  [[], '缺少“类别”。可选：建设工程、政府采购、土地、产权、通知公告'],
  [['--category', '工程'], '没有“工程”这个类别'],
  [['--category', '产权'], '缺少“类型”。可选：'],
  [flags({ ...answers, 发布时间: '2026-06-31 09:00' }), '日历上没有“2026-06-31 09:00”这一天'],
  [flags({ ...answers, 天气: '晴' }), '天气  通知没有这一栏'],
  [[...flags(answers), '--id', '../../etc'], '只能用小写英文字母'],
])('%j is answered with what is wrong', async (args, words) => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  expect(await run(['new', ...args], { CONTENT_DIR })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(words),
  });
});

test('what the check finds wrong is not written, and the answers are kept', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stdout, stderr } = await run(
    ['new', ...flags({ ...answers, 正文: '<script>alert(1)</script>' })],
    { CONTENT_DIR },
  );
  const draft = /\.cache\/drafts\/\S+\.json/.exec(stderr)![0];
  expect([status, existsSync(join(CONTENT_DIR, written))]).toEqual([1, false]);
  expect(stdout).toContain('C101');
  expect(JSON.parse(readFileSync(join(root, draft), 'utf8'))).toMatchObject(answers);
  rmSync(join(root, draft));
});

test('an announcement that is there is never written over', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status } = await run(['new', ...flags(whole), '--id', 'gm-tz-2026-001'], { CONTENT_DIR });
  expect(status).not.toBe(0);
  expect(readFileSync(join(CONTENT_DIR, NOTICE), 'utf8')).toBe(notice());
});

test('the help is in Chinese and names every flag', async () => {
  const { status, stdout } = await run(['new', '--help']);
  expect(status).toBe(0);
  for (const flag of [
    '--category',
    '--type',
    '--related',
    '--id',
    '--set',
    '--from',
    '--body',
    '--attach',
    '--yes',
  ])
    expect(stdout).toContain(flag);
});
