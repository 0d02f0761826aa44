import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, notice, run } from './command.ts';

/** Notices of 2018, one a given day. */
const published = (...days: string[]) =>
  contentFolder(
    Object.fromEntries(
      days.map((day, index) => [
        `announcements/general/2018/gm-tz-2018-00${index + 1}.md`,
        notice({ 发布时间: `发布时间: ${day} 10:00` }),
      ]),
    ),
  );

test('the paragraph and the table of a year', async () => {
  const CONTENT_DIR = published('2018-03-30', '2018-10-01', '2018-10-08');
  const { status, stdout } = await run(['report', '2018'], { CONTENT_DIR });
  expect(status).toBe(0);
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toBe('2018年1-12月，中心累计发布各类招标信息3条。');
  expect(lines).toHaveLength(2 + 14);
  expect(lines.at(-3)).toMatch(/^11月( +0){6}$/);
  expect(lines.at(-1)).toMatch(/^合计( +0){4} +3 +3$/);
});

test('a report up to a month leaves the later ones out', async () => {
  const CONTENT_DIR = published('2018-03-30', '2018-10-01');
  expect((await run(['report', '2018', '--to', '9'], { CONTENT_DIR })).stdout).toMatch(
    /^2018年1-9月，中心累计发布各类招标信息1条。\n/,
  );
});

test('of the present year the month that is not over is not counted', async () => {
  const CONTENT_DIR = published('2018-03-30');
  expect((await run(['report', '2018'], { CONTENT_DIR, TODAY: '2018-04-30T23:00+08:00' })).stdout).toMatch(
    /^2018年1-3月/,
  );
});

test('the office may name the parts differently, but must name them all', async () => {
  const CONTENT_DIR = published('2018-03-30');
  const label = (category: string, name: string) => `  - 类别: ${category}\n    名称: ${name}\n`;
  appendFileSync(join(CONTENT_DIR, 'site.yaml'), `年度统计:\n${label('建设工程', '工程建设类')}`);
  expect(await run(['report', '2018'], { CONTENT_DIR })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('各类合计 0 条，不等于总数 1 条'),
  });
  appendFileSync(join(CONTENT_DIR, 'site.yaml'), label('通知公告', '其他通知'));
  expect((await run(['report', '2018', '--format', 'json'], { CONTENT_DIR })).stdout).toContain(
    '"toMonth": 12',
  );
  expect((await run(['report', '2018'], { CONTENT_DIR })).stdout).toContain('其他通知');
});

test('with errors in the content nothing is printed, since what cannot be read would be missing', async () => {
  const CONTENT_DIR = contentFolder({ 'announcements/general/2018/gm-tz-2018-001.md': '没有栏目' });
  expect(await run(['report', '2018'], { CONTENT_DIR })).toMatchObject({ status: 1, stdout: '' });
});

test.each([[[]], [['二〇一八']], [['2018', '--to', '13']], [['2018', '--format', 'xml']]])(
  'what cannot be understood is answered with the usage: %j',
  async (args) => {
    expect((await run(['report', ...args], { CONTENT_DIR: published('2018-03-30') })).status).toBe(2);
  },
);

test('labels lists the names under 其他事项 that many announcements use', async () => {
  const CONTENT_DIR = contentFolder(
    Object.fromEntries(
      ['1', '2', '3'].map((day) => [
        `announcements/general/2018/gm-tz-2018-00${day}.md`,
        notice({
          发布时间: `发布时间: 2018-03-0${day} 10:00`,
          其他事项: `其他事项: [{名称: 踏勘安排, 内容: 自行踏勘}, {名称: 第${day}项, 内容: 无}]`,
        }),
      ]),
    ),
  );
  const { status, stdout } = await run(['report', 'labels'], { CONTENT_DIR });
  expect(status).toBe(0);
  expect(stdout).toContain('踏勘安排  3     通知  自行踏勘');
  expect(stdout).not.toContain('第1项');
  expect((await run(['report', 'labels', '--least', '4'], { CONTENT_DIR })).stdout).toContain(
    '没有 4 份以上',
  );
  expect(JSON.parse((await run(['report', 'labels', '--format', 'json'], { CONTENT_DIR })).stdout)).toEqual([
    { name: '踏勘安排', announcements: 3, types: ['通知'], example: '自行踏勘' },
  ]);
});

test.each([
  [['labels', '--least', '0'], '--least 写 1 或者更大的整数'],
  [['labels', '--to', '3'], 'labels 不分年月'],
  [['2018', '--least', '3'], '--least 只和 labels 一起写'],
])('%j is refused in one line', async (args, words) => {
  expect(await run(['report', ...args])).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
});
