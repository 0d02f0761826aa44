import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { categories } from '../../src/core/announcement/category.ts';
import { groupsOf } from '../../src/core/drafting/groups.ts';
import { typeOf } from '../../src/core/announcement/schema.ts';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { Clerk } from './clerk.ts';
import { contentFolder, NOTICE, notice } from './command.ts';

const BACK = '\u001a';
const ESCAPE = '\u001b';
const DOWN = `${ESCAPE}[B`;
const CLEAR = '\u0015';
const written = 'announcements/general/2026/gm-tz-2026-002.md';

/** A clerk at one question who goes back to the one before. */
async function goesBack(clerk: Clerk, question: string): Promise<void> {
  await clerk.sees(`◆  ${question}`);
  clerk.presses(BACK);
}

test('an accepted slip is put right by going back, and what came after it is not asked again', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(['new'], { CONTENT_DIR });
  await clerk.sees('Ctrl+Z 退回上一题，Esc 停下、留着草稿');
  // From the first question nothing leads back.
  await goesBack(clerk, '哪一类公告？');
  await clerk.sees('这已经是第一题');
  await clerk.picks('哪一类公告？', 0);
  // The wrong category.
  await goesBack(clerk, '哪一种公告？');
  await clerk.picks('哪一类公告？', categories.indexOf('general'));
  await clerk.picks('哪一种公告？', 0);
  await clerk.picks('接在哪一份公告后面？', 0);
  await clerk.ticks('常用的栏，要写哪些？');
  await goesBack(clerk, '其他的栏，要写哪些？');
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.answers('标题', '关于端午节期间业务办理安排的通通知');
  await clerk.accepts('发布时间');
  await goesBack(clerk, '发布单位');
  // Two back: the title, with what was written in it.
  await goesBack(clerk, '发布时间');
  await clerk.sees('◆  标题');
  await clerk.sees('关于端午节期间业务办理安排的通通知');
  clerk.retypes('关于端午节期间业务办理安排的通知');
  await clerk.answers('发布单位', '示例中心');
  await clerk.accepts('标识');
  await goesBack(clerk, '正文怎么写？');
  await clerk.answers('标识', 'gm-tz-2026-002');
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  await clerk.pastes('六月中旬中心不办理现场业务。');
  clerk.presses('\r完\r');
  await clerk.accepts('附件文件的位置');
  // Back from the last question is the list of what can be revised, and back from there the summary.
  await goesBack(clerk, '写入');
  await goesBack(clerk, '改哪一项？');
  await clerk.sees('标题  关于端午节期间业务办理安排的通知');
  await clerk.accepts('写入');
  expect(await clerk.exitCode).toBe(0);
  expect(readFileSync(join(CONTENT_DIR, written), 'utf8')).toContain(
    '标题: 关于端午节期间业务办理安排的通知\n',
  );
});

test.each([
  ['the first list', [] as string[], '哪一类公告？'],
  ['a later question', ['--category', '通知公告', '--type', '通知'], '接在哪一份公告后面？'],
])('Esc at %s keeps a draft and says where', async (_, more, question) => {
  const clerk = new Clerk(['new', ...more], { CONTENT_DIR: contentFolder({ [NOTICE]: notice() }) });
  await clerk.leaves(question);
  expect(await clerk.exitCode).toBe(2);
  const draft = /没有写入。草稿存在 (\S+)，接着写：npm run new -- --from \1/u.exec(clerk.screen)?.[1];
  onTestFinished(() => rmSync(join(root, draft!), { force: true }));
  expect(draft).toBeDefined();
});

test('optional fields are found by typing, nothing chosen is said in Chinese, and several are joined by 、', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(['new', '--category', '建设工程', '--type', '招标公告'], { CONTENT_DIR });
  await clerk.sees('◆  常用的栏，要写哪些？');
  clerk.presses('开标');
  await clerk.sees('查找：开标');
  clerk.presses(' ');
  await clerk.sees('◼ 开标时间');
  clerk.presses(`${CLEAR}项目名称`);
  await clerk.sees('查找：项目名称');
  clerk.presses(`${DOWN.repeat(0)} \r`);
  const names = groupsOf(typeOf('construction', 'tender-notice')).usual.map(({ label }) => label);
  const both = ['开标时间', '项目名称'].toSorted((a, b) => names.indexOf(a) - names.indexOf(b));
  await clerk.sees(both.join('、'));
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.sees('没有选');
  expect(clerk.screen).not.toMatch(/\bnone\b|to navigate|items selected/u);
  await clerk.leaves('标题');
  expect(await clerk.exitCode).toBe(2);
  const draft = /草稿存在 (\S+)，/u.exec(clerk.screen)![1]!;
  rmSync(join(root, draft), { force: true });
});

test('of a correction, a new value is put right by going back, too', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(['correct', 'gm-tz-2026-001'], { CONTENT_DIR, TODAY: '2026-03-31T08:00+08:00' });
  await clerk.ticks('改哪几栏？', 0, 1);
  await clerk.answers('标题', '关于清明假期业务办里安排的通知');
  await goesBack(clerk, '发布单位');
  await clerk.sees('关于清明假期业务办里安排的通知');
  clerk.retypes('关于清明假期业务办理安排的通知');
  await clerk.answers('发布单位', '示例市公共资源交易中心');
  // Back from the other matters: the second field, then the list, which is still ticked.
  await goesBack(clerk, '还改了招标（采购）文件里的其他内容吗？');
  await goesBack(clerk, '发布单位');
  await goesBack(clerk, '标题');
  await clerk.sees('◆  改哪几栏？');
  // What was answered after it stands.
  clerk.presses('\r');
  await clerk.leaves('还改了招标（采购）文件里的其他内容吗？');
  expect(await clerk.exitCode).toBe(2);
  const draft = /草稿存在 (\S+)，/u.exec(clerk.screen)![1]!;
  const kept = readFileSync(join(root, draft), 'utf8');
  rmSync(join(root, draft), { force: true });
  expect(kept).toContain('"新": "关于清明假期业务办理安排的通知"');
  expect(kept).toContain('"新": "示例市公共资源交易中心"');
});
