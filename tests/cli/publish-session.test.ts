import { expect, test } from 'vitest';
import { Office, type Clerk as Desk } from '../office/clerks.ts';
import { Clerk } from './clerk.ts';
import { notice } from './command.ts';

const FIRST = 'announcements/general/2026/gm-tz-2026-001.md';
const SECOND = 'announcements/general/2026/gm-tz-2026-002.md';
const titled = (title: string): string => notice({ 标题: `标题: ${title}` });

/** A clerk at her terminal who publishes from her folder, on a machine that knows nobody's name. */
const publishing = ({ contentDir: CONTENT_DIR }: Desk, ...args: readonly string[]): Clerk =>
  new Clerk(['publish', '--no-wait', ...args], {
    ...{ CONTENT_DIR, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });

test('who publishes for the first time is asked who she is, what goes out, and whether now', async () => {
  const office = new Office();
  const wang = office.clerk();
  wang.git('config', '--unset', 'user.name');
  wang.git('config', '--unset', 'user.email');
  wang.write(FIRST, titled('关于清明节安排的通知'));
  wang.write(SECOND, titled('关于端午节安排的通知'));
  const clerk = publishing(wang);
  await clerk.answers('姓名', '王芳');
  await clerk.answers('邮箱', 'wangfang@example.gov.cn');
  await clerk.ticks('发布哪几项？', 1);
  await clerk.sees('发布  关于端午节安排的通知');
  await clerk.accepts('现在发布？');
  await clerk.sees('已经送出。');
  expect(await clerk.exitCode).toBe(0);
  expect(office.show(SECOND)).toContain('端午节');
  expect(office.show(FIRST)).toBeUndefined();
  expect(office.log()[0]).toBe('王芳 发布：关于端午节安排的通知');
  expect(wang.git('config', '--local', 'user.name')).toBe('王芳');
});

test('she may think again at the last question, and nothing has gone out', async () => {
  const office = new Office();
  const wang = office.clerk();
  wang.write(FIRST, titled('关于清明节安排的通知'));
  const clerk = publishing(wang);
  await clerk.declines('现在发布？');
  await clerk.sees('没有发布，文件都在');
  expect(await clerk.exitCode).toBe(2);
  expect(office.log()).toEqual(['设置的人 开始']);
  expect(wang.read(FIRST)).toContain('清明节');
});

test('leaving at a question stops it in one sentence', async () => {
  const wang = new Office().clerk();
  wang.write(FIRST, titled('关于清明节安排的通知'));
  const clerk = publishing(wang);
  await clerk.leaves('现在发布？');
  await clerk.sees('已经停下。写好的文件都在，再运行一次就行。');
  expect(await clerk.exitCode).toBe(2);
});

test('while one thinks it over another publishes, and both go out', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(FIRST, titled('关于清明节安排的通知'));
  li.write(SECOND, titled('关于端午节安排的通知'));
  const clerk = publishing(wang);
  await clerk.sees('◆  现在发布？');
  const other = publishing(li, 'gm-tz-2026-002');
  await other.sees('已经送出。');
  clerk.presses('\r');
  await clerk.sees('有人刚好先发布了');
  await clerk.sees('已经送出。');
  expect(await clerk.exitCode).toBe(0);
  expect(office.log().slice(0, 2)).toEqual([
    '王芳 发布：关于清明节安排的通知',
    '李强 发布：关于端午节安排的通知',
  ]);
});

test('the second who takes an id is told who has it', async () => {
  const office = new Office();
  const [wang, li] = [office.clerk('王芳'), office.clerk('李强')];
  wang.write(FIRST, titled('关于清明节安排的通知'));
  li.write(FIRST, titled('关于端午节安排的通知'));
  const other = publishing(li, 'gm-tz-2026-001');
  expect(await other.exitCode).toBe(0);
  const clerk = publishing(wang, 'gm-tz-2026-001');
  await clerk.sees('标识“gm-tz-2026-001”李强在');
  expect(await clerk.exitCode).toBe(1);
  expect(wang.read(FIRST)).toContain('清明节');
  expect(office.show(FIRST)).toContain('端午节');
});

test('what the server refuses is told in its own words, and nothing is lost', async () => {
  const office = new Office();
  office.hook('pre-receive', '#!/bin/sh\necho 今天封网，明天再发布 >&2\nexit 1\n');
  const wang = office.clerk();
  wang.write(FIRST, titled('关于清明节安排的通知'));
  const clerk = publishing(wang);
  await clerk.accepts('现在发布？');
  await clerk.sees('网站没有收下');
  await clerk.sees('今天封网，明天再发布');
  expect(await clerk.exitCode).toBe(1);
  expect(wang.git('log', '--format=%s')).toBe('开始');
  expect(wang.read(FIRST)).toContain('清明节');
});
