import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { Clerk } from './clerk.ts';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from './command.ts';

const written = 'announcements/general/2026/gm-tz-2026-002.md';
const title = '关于端午节期间业务办理安排的通知';
const args = ['new', '--category', '通知公告', '--type', '通知'];
const read = (folder: string, file = written) => readFileSync(join(folder, file), 'utf8');
const bodyIn = (text: string) => text.slice(text.indexOf('\n---\n') + 6, -1);

/** A clerk who has answered the fields of a notice and stands before its body. */
async function atTheBody(CONTENT_DIR: string, env: Record<string, string> = {}): Promise<Clerk> {
  const clerk = new Clerk(args, { CONTENT_DIR, ...env });
  await clerk.picks('接在哪一份公告后面？', 0);
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.answers('标题', title);
  await clerk.accepts('发布时间');
  await clerk.answers('发布单位', '示例中心');
  await clerk.accepts('标识');
  return clerk;
}

async function writes(clerk: Clerk): Promise<void> {
  await clerk.accepts('附件文件的位置');
  await clerk.accepts('写入');
  expect(await clerk.exitCode).toBe(0);
}

/** Where the draft of a clerk who left lies; it is removed after the test. */
function draftOf({ screen }: Clerk): string {
  const draft = /草稿存在 (\S+)，接着写：npm run new -- --from \1/u.exec(screen)![1]!;
  onTestFinished(() => rmSync(join(root, draft), { force: true }));
  return draft;
}
const answersIn = (draft: string) => JSON.parse(readFileSync(join(root, draft), 'utf8')) as object;

const lines = Array.from({ length: 120 }, (_, index) => `第 ${index + 1} 段，业务照常办理。`);

test.each([
  ['line feeds', lines.join('\n\n')],
  ['the line ends of Windows', lines.join('\r\n\r\n')],
  ['the line ends that a terminal sends', lines.join('\r\r')],
])('a body of 239 lines with %s arrives whole', async (_, text) => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = await atTheBody(CONTENT_DIR);
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  await clerk.pastes(text);
  await clerk.sees('第 120 段');
  clerk.presses('\r完\r');
  await clerk.sees('收到正文 239 行');
  await writes(clerk);
  expect(bodyIn(read(CONTENT_DIR))).toBe(lines.join('\n\n'));
  expect((await run(['check'], { CONTENT_DIR })).status).toBe(0);
});

test('a terminal that does not mark what is pasted brings the body whole too, and a line 完 inside a marked one is a line', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = await atTheBody(CONTENT_DIR);
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  clerk.presses('第一段。\r\r第二段。\r\r');
  await clerk.pastes('表演\n\n完\n\n散场');
  clerk.presses('\r完\r');
  await clerk.sees('收到正文 9 行');
  await writes(clerk);
  expect(bodyIn(read(CONTENT_DIR))).toBe('第一段。\n\n第二段。\n\n表演\n\n完\n\n散场');
});

test('tabs and very long lines stay, control characters go and are told', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = await atTheBody(CONTENT_DIR);
  const long = '业务照常办理。'.repeat(1500);
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  await clerk.pastes(`地\u0003点\u0004：\u001b\u0007大厅\tA 座\n\n${long}`);
  clerk.presses('\r完\r');
  await clerk.sees('去掉了 4 个看不见的控制字符');
  await clerk.sees('收到正文 3 行');
  await writes(clerk);
  expect(bodyIn(read(CONTENT_DIR))).toBe(`地点：大厅\tA 座\n\n${long}`);
});

test('lines pasted into one field are that field and answer no further question', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(args, { CONTENT_DIR });
  await clerk.sees('◆  接在哪一份公告后面？');
  // A list takes no text: nothing of it is a key.
  await clerk.pastes('jjj\r\r\r');
  clerk.presses('\r');
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.sees('◆  标题');
  await clerk.pastes('关于端午节期间\r\n\t业务办理\u0003安排的通知\r\n');
  clerk.presses('\r');
  await clerk.accepts('发布时间');
  await clerk.sees('◆  发布单位');
  // A terminal without marks: a line break before the end of what comes at once.
  clerk.presses('示例\r中心\r');
  await clerk.accepts('标识');
  await clerk.leaves('正文怎么写？');
  expect(await clerk.exitCode).toBe(2);
  expect(answersIn(draftOf(clerk))).toMatchObject({ 标题: title, 发布单位: '示例中心' });
});

test('the body can be a file: what is no text is refused with what to do, then the right one is taken', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const folder = temporaryFolder();
  const [word, gbk, text] = ['正文.docx', 'gbk.txt', '正文.txt'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(word, 'PK');
  writeFileSync(gbk, Buffer.from([0xb9, 0xab, 0xb8, 0xe6]));
  writeFileSync(text, '\ufeff第一段。\r\n\r\n第二段。\r\n');
  const clerk = await atTheBody(CONTENT_DIR);
  await clerk.picks('正文怎么写？', 1);
  await clerk.answers('文件的位置', join(folder, '没有.md'));
  await clerk.sees('没有.md 这个文件');
  clerk.retypes(word);
  await clerk.sees('在 Word、WPS 里打开，复制全文，用“粘贴”');
  clerk.retypes(gbk);
  await clerk.sees('编码选“UTF-8”');
  clerk.retypes(`"${text}"`);
  await clerk.sees('收到正文 3 行，8 字');
  await writes(clerk);
  expect(bodyIn(read(CONTENT_DIR))).toBe('第一段。\n\n第二段。');
});

test('the body can be written in an editor, and gone back to before it is written', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const editor = join(temporaryFolder(), 'editor.mjs');
  writeFileSync(
    editor,
    "import { appendFileSync } from 'node:fs'; appendFileSync(process.argv[2], '在编辑器里写的一段。\\n');",
  );
  const clerk = await atTheBody(CONTENT_DIR, { VISUAL: `"${process.execPath}" "${editor}"` });
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  clerk.presses('打字写的一段。\r\r完\r');
  await clerk.accepts('附件文件的位置');
  await clerk.sees('打字写的一段。');
  await clerk.picks('写入', 1);
  await clerk.sees('◆  改哪一项？');
  await clerk.sees('正文  自己写的');
  clerk.presses(`${'\u001b[B'.repeat(5)}\r`);
  await clerk.picks('正文怎么写？', 3);
  await clerk.sees('收到正文 2 行');
  await clerk.accepts('写入');
  expect(await clerk.exitCode).toBe(0);
  expect(bodyIn(read(CONTENT_DIR))).toContain('在编辑器里写的一段。');
});

test('an editor that comes back at once, as that of Windows 11 does, loses nothing: the clerk says when it is saved', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const folder = temporaryFolder();
  const [editor, opened] = [join(folder, 'editor.mjs'), join(folder, 'opened')];
  writeFileSync(
    editor,
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(opened)}, process.argv[2]);`,
  );
  const clerk = await atTheBody(CONTENT_DIR, { VISUAL: `"${process.execPath}" "${editor}"` });
  await clerk.picks('正文怎么写？', 2);
  await clerk.sees('◆  正文还和打开时一样');
  writeFileSync(readFileSync(opened, 'utf8'), '后来才保存的一段。\n');
  clerk.presses('\r');
  await clerk.sees('收到正文 1 行');
  await writes(clerk);
  expect(bodyIn(read(CONTENT_DIR))).toBe('后来才保存的一段。');
});

test('an empty notice says 〔待填〕, which is refused until it is written', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const { status, stderr } = await run(
    [...args, '--set', `标题=${title}`, '--set', '发布单位=示例中心', '--set', '发布时间=2026-03-02 08:00'],
    { CONTENT_DIR },
  );
  expect([status, stderr]).toEqual([2, expect.stringContaining('写明要告诉读者的内容')]);
});

test.each([
  ['Esc', '\u001b'],
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s keeps a draft and says how to go on; going on asks only for the rest', async (_, key) => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(args, { CONTENT_DIR });
  await clerk.picks('接在哪一份公告后面？', 0);
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.answers('标题', title);
  await clerk.sees('◆  发布时间');
  clerk.presses(key);
  expect(await clerk.exitCode).toBe(2);
  const draft = draftOf(clerk);
  const again = new Clerk(['new', '--from', draft], { CONTENT_DIR });
  await again.picks('接在哪一份公告后面？', 0);
  await again.ticks('常用的栏，要写哪些？');
  await again.ticks('其他的栏，要写哪些？');
  await again.accepts('发布时间');
  await again.answers('发布单位', '示例中心');
  await again.accepts('标识');
  await again.picks('正文怎么写？', 0);
  await again.sees('打一个“完”字，按回车');
  again.presses('业务照常办理。\r完\r');
  await writes(again);
  expect(read(CONTENT_DIR)).toContain(`标题: ${title}\n`);
  expect(existsSync(join(root, draft))).toBe(false);
});

test('a window that is closed while a body is pasted leaves every answer and what was pasted, marked as unfinished', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const unique = `关于停电期间业务办理安排的通知（${process.pid}）`;
  const clerk = new Clerk([...args, '--set', `标题=${unique}`], { CONTENT_DIR });
  await clerk.picks('接在哪一份公告后面？', 0);
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.accepts('发布时间');
  await clerk.answers('发布单位', '示例中心');
  await clerk.accepts('标识');
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  await clerk.pastes('第一段。\n\n第二段');
  await clerk.sees('第二段');
  clerk.losesTheWindow();
  await clerk.exitCode;
  const folder = join(root, '.cache/drafts');
  const path = readdirSync(folder)
    .map((name) => join(folder, name))
    .find((one) => readFileSync(one, 'utf8').includes(unique))!;
  onTestFinished(() => rmSync(path, { force: true }));
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    标题: unique,
    发布单位: '示例中心',
    正文: '第一段。\n\n第二段\n\n〔待填：粘贴到这里中断了，核对后面还有没有〕',
  });
  expect(existsSync(join(CONTENT_DIR, written))).toBe(false);
  const next = new Clerk(['new'], { CONTENT_DIR });
  await next.sees('还有没写完的草稿');
  await next.leaves('哪一类公告？');
  await next.exitCode;
  draftOf(next);
});

test('a file that appears meanwhile under the same name stays as it is, and another id is asked for', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const attachment = join(temporaryFolder(), '办事指南.txt');
  writeFileSync(attachment, '指南');
  const clerk = await atTheBody(CONTENT_DIR);
  await clerk.picks('正文怎么写？', 0);
  await clerk.sees('打一个“完”字，按回车');
  clerk.presses('业务照常办理。\r完\r');
  await clerk.answers('附件文件的位置', attachment);
  await clerk.accepts('附件文件的位置（已有 1 个');
  await clerk.sees('附件  办事指南.txt（1 KB）');
  await clerk.sees('◆  写入');
  const theirs = join(CONTENT_DIR, written);
  mkdirSync(dirname(theirs), { recursive: true });
  writeFileSync(theirs, '别人的');
  clerk.presses('\r');
  await clerk.sees('已经有了，没有改动它');
  await clerk.answers('标识', 'gm-tz-2026-003');
  await clerk.accepts('写入');
  expect(await clerk.exitCode).toBe(0);
  expect(readFileSync(theirs, 'utf8')).toBe('别人的');
  const folder = join(CONTENT_DIR, 'announcements/general/2026');
  expect(readdirSync(folder).toSorted()).toEqual([
    'gm-tz-2026-001.md',
    'gm-tz-2026-002.md',
    'gm-tz-2026-003',
  ]);
  expect(readdirSync(join(folder, 'gm-tz-2026-003')).toSorted()).toEqual(['index.md', '办事指南.txt']);
});
