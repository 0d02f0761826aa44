import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { formOf, typeOf } from '../../src/core/announcement/schema.ts';
import { canCorrect } from '../../src/core/project/corrections.ts';
import { Clerk } from './clerk.ts';
import { contentFolder, NOTICE, notice, run } from './command.ts';

const title = '关于清明节期间业务办理安排的通知';
const args = (to: string, day = '2026-03-31') => [
  ...['correct', 'gm-tz-2026-001', '--change', `标题=${to}`, '--set', '原因=笔误'],
  ...['--set', `发布时间=${day} 09:00`],
];
const read = (folder: string, name: string) =>
  readFileSync(join(folder, 'announcements/general/2026', `${name}.md`), 'utf8');

test('a correction has the old value filled in, and a table of what changed as its body', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  expect(await run(args('关于清明节安排的通知'), { CONTENT_DIR })).toMatchObject({ status: 0 });
  const text = read(CONTENT_DIR, 'gm-tz-2026-001-correction-1');
  expect(text).toContain(`  - 字段: 标题\n    原: ${title}\n    新: 关于清明节安排的通知\n`);
  expect(text).toContain(`| 标题 | ${title} | 关于清明节安排的通知 |`);
  const TODAY = '2026-04-01T08:00+08:00';
  expect((await run(['check'], { CONTENT_DIR, TODAY })).stdout).toBe('2 份公告，没有发现问题。\n');
});

test('of a second correction the old value is what the first one made of it', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  await run(args('关于清明节安排的通知'), { CONTENT_DIR });
  expect((await run(args('关于清明节假期的通知', '2026-04-01'), { CONTENT_DIR })).stderr).toBe('');
  expect(read(CONTENT_DIR, 'gm-tz-2026-001-correction-2')).toContain('    原: 关于清明节安排的通知\n');
});

test('to correct a correction is to correct what it corrects', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  await run(args('关于清明节安排的通知'), { CONTENT_DIR });
  const second = args('关于清明节假期的通知', '2026-04-01').with(1, 'gm-tz-2026-001-correction-1');
  expect((await run(second, { CONTENT_DIR })).status).toBe(0);
  expect(read(CONTENT_DIR, 'gm-tz-2026-001-correction-2')).toContain('关联公告: gm-tz-2026-001\n');
});

test.each([
  [args('关于清明节安排的通知').with(1, 'gm-tz-2026-009'), 2, '没有可以更正的公告“gm-tz-2026-009”'],
  [args('x').with(3, '类别=产权'), 2, '没有可以更正的“类别”。能改的有：标题'],
  [['correct', 'gm-tz-2026-001', '--change', '标题=新'], 2, '原因'],
  [[...args('新'), '--type', '通知'], 2, '不能用“通知”更正它。可用：更正公告'],
])('%j is answered with what is wrong', async (wrong, status, words) => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  expect(await run(wrong, { CONTENT_DIR })).toMatchObject({ status, stderr: expect.stringContaining(words) });
});

test('a change that changes nothing is not written', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stdout, stderr } = await run(args(title), { CONTENT_DIR });
  rmSync(join(root, /\.cache\/drafts\/\S+\.json/.exec(stderr)![0]));
  expect([status, stdout]).toEqual([1, expect.stringContaining('L109')]);
});

const TENDER = 'announcements/construction/2026/gm-js-2026-012-tender.md';
const tender = [
  '---',
  '标题: 沿江路市政道路改造工程施工招标公告',
  '类别: 建设工程',
  '类型: 招标公告',
  '发布时间: 2026-03-02 09:00',
  '地区: 荷城街道',
  '项目编号: GM-JS-2026-012',
  '招标人: 示例街道建设办公室',
  '依法必须招标: 是',
  '预算金额: 358.6万元',
  '接受联合体: 否',
  '文件获取开始: 2026-03-02',
  '文件获取结束: 2026-03-09',
  '投标截止: 2026-03-25 09:30',
  '开标时间: 2026-03-25 09:30',
  '---',
  '',
  '更换路灯。',
  '',
].join('\n');
const later = [
  ...['correct', 'gm-js-2026-012-tender', '--change', '投标截止=2026-04-08 09:30'],
  ...['--set', '原因=补充地质资料', '--set', '发布时间=2026-03-05 09:00'],
];

test('a deadline is not moved past its opening: the opening is named with the time it could take', async () => {
  const CONTENT_DIR = contentFolder({ [TENDER]: tender });
  const { status, stderr } = await run(later, { CONTENT_DIR });
  expect(status).toBe(2);
  expect(stderr).toContain(
    '开标时间  现在是 2026-03-25 09:30，“投标截止”改了，先后就不对了；例如 --change "开标时间=2026-04-08 09:30"',
  );
  const both = [...later, '--change', '开标时间=2026-04-08 09:30'];
  expect(await run(both, { CONTENT_DIR })).toMatchObject({ status: 0, stderr: '' });
  expect((await run(['check'], { CONTENT_DIR })).status).toBe(0);
});

test('a time that is written in another way and means the same is no change', async () => {
  const CONTENT_DIR = contentFolder({ [TENDER]: tender });
  const clerk = new Clerk(['correct', 'gm-js-2026-012-tender'], { CONTENT_DIR });
  await clerk.picks('用哪一种公告来改？', 0);
  const able = formOf(typeOf('construction', 'tender-notice'))
    .filter(canCorrect)
    .map(({ label }) => label)
    .filter((label) => tender.includes(`\n${label}: `));
  await clerk.ticks('改哪几栏？', able.indexOf('投标截止'));
  await clerk.answers('投标截止', '2026年3月25日 9:30');
  await clerk.sees('和现在的一样，没有改');
  clerk.presses('\u0003');
  expect(await clerk.exitCode).toBe(2);
  rmSync(join(root, /\.cache\/drafts\/\S+\.json/.exec(clerk.screen)![0]));
});
