import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { docx, p, tbl, title, tr } from '../importer/documents/make.ts';
import { procurementTender, worksTender } from '../importer/documents/notices.ts';
import { Clerk } from './clerk.ts';
import { contentFolder, run, temporaryFolder } from './command.ts';

const TODAY = '2026-03-09T10:00+08:00';
const tender = 'announcements/procurement/2026/gm-cg-2026-901-tender';
const rest = [
  ...['--set', '发布时间=2026-03-09 10:00', '--set', '地区=荷城街道'],
  ...['--set', '采购需求=教学一体机24套、扩声系统24套', '--set', '专门面向中小企业=否'],
];

function fileOf(bytes: Uint8Array, name = '公告.docx'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

/** Where the draft of a run lies; it is removed after the test. */
function draftIn(text: string): string {
  const draft = /草稿存在 (\S+)，接着写：npm run new -- --from \1/u.exec(text)![1]!;
  onTestFinished(() => rmSync(join(root, draft), { force: true }));
  return draft;
}

test('a Word file becomes an announcement that passes the check, with the file as its attachment', async () => {
  const CONTENT_DIR = contentFolder();
  const file = fileOf(procurementTender());
  const ran = await run(['new', '--from-document', file, ...rest], { CONTENT_DIR, TODAY });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toContain('采购人  示例中学（来自文件：段落“名称：示例中学”）');
  expect(ran.stdout).toContain('图 1 处没有带过来');
  const text = readFileSync(join(CONTENT_DIR, tender, 'index.md'), 'utf8');
  expect(text).toContain('类型: 公开招标公告\n');
  expect(text).toContain('预算金额: 468万元\n');
  expect(text).toContain('附件:\n  - 文件: 公告.docx\n    名称: 公告\n');
  expect(text).toContain('\n## 一、项目基本情况\n');
  expect(readFileSync(join(CONTENT_DIR, tender, '公告.docx'))).toEqual(readFileSync(file));
  expect((await run(['check'], { CONTENT_DIR, TODAY })).status).toBe(0);
});

test('a flag has the last word over the document, and the original can be left out', async () => {
  const CONTENT_DIR = contentFolder();
  const ran = await run(
    [
      'new',
      '--from-document',
      fileOf(procurementTender()),
      '--without-original',
      '--set',
      '联系人=陈工（示例）',
      ...rest,
    ],
    { CONTENT_DIR, TODAY },
  );
  expect(ran.status).toBe(0);
  expect(ran.stdout).not.toContain('联系人  罗工');
  const text = readFileSync(join(CONTENT_DIR, `${tender}.md`), 'utf8');
  expect(text).toContain('联系人: 陈工（示例）\n');
  expect(text).not.toContain('附件:');
});

test('what the command line says otherwise than the document is told, and has the last word', async () => {
  const ran = await run(
    [
      'new',
      '--from-document',
      fileOf(procurementTender()),
      ...['--type', '磋商公告', '--set', '预算金额=999万元', '--set', '采购人=示例中学'],
    ],
    { CONTENT_DIR: contentFolder(), TODAY },
  );
  draftIn(ran.stderr);
  expect(ran.stdout).toContain(
    '“类型”照命令里写的“竞争性磋商公告”；文件里是“公开招标公告”（标题“公开招标公告”），请核对',
  );
  expect(ran.stdout).toContain('“预算金额”照命令里写的“999万元”；文件里是“468万元”');
  expect(ran.stdout).not.toContain('“采购人”照命令');
  // Only what the form of that type asks for is taken.
  expect(ran.stdout).not.toContain('投标截止  2026年');
});

test('what the document does not say is listed, and the draft keeps what it says with where it stands', async () => {
  const CONTENT_DIR = contentFolder();
  const first = await run(['new', '--from-document', fileOf(worksTender())], { CONTENT_DIR, TODAY });
  expect(first.status).toBe(2);
  expect(first.stderr).toContain('文件获取开始  可以获取文件的第一天');
  expect(first.stderr).not.toContain('招标人');
  const draft = draftIn(first.stderr);
  const kept = JSON.parse(readFileSync(join(root, draft), 'utf8')) as Record<string, unknown>;
  expect(kept['招标人']).toBe('示例街道建设办公室');
  expect(kept['来自文件']).toContainEqual({
    栏目: '最高投标限价',
    来源: '表格“最高投标限价 | 358.6万元 | 工期 | 180日历天”',
    内容: '"358.6万元"',
  });
  // The key is the draft's own and no field.
  const again = await run(['new', '--from', draft], { CONTENT_DIR, TODAY });
  expect(again.stderr).not.toContain('来自文件  ');
});

test('two values that disagree are named and neither is taken', async () => {
  const file = fileOf(
    docx(
      title('示例工程施工招标公告') +
        p('招标人：示例单位') +
        p('最高投标限价：100万元') +
        p('最高投标限价：200万元'),
    ),
  );
  const { stdout, stderr } = await run(['new', '--from-document', file], {
    CONTENT_DIR: contentFolder(),
    TODAY,
  });
  draftIn(stderr);
  expect(stdout).toContain(
    '拿不准 1 项，没有填：\n  最高投标限价  有 2 处写到，不一致：100万元（段落“最高投标限价：100万元”）；200万元',
  );
  expect(stdout).not.toContain('最高投标限价  100万元（来自文件');
});

test('a document with a mobile number is not published as an attachment, and the number is told covered', async () => {
  const file = fileOf(
    docx(title('示例中心关于放假的通知') + p('联系人手机：13800000000') + p('业务照常办理。')),
  );
  const { stdout, stderr } = await run(['new', '--from-document', file], {
    CONTENT_DIR: contentFolder(),
    TODAY,
  });
  const draft = draftIn(stderr);
  expect(stdout).toContain('有不能公开的号码，正文里要改：\n  手机号码 138****0000 不能公开');
  expect(readFileSync(join(root, draft), 'utf8')).not.toContain('公告.docx');
});

test.each([
  [
    'comments',
    '公告.docx',
    docx({ body: p('通知'), comments: `<w:comment w:id="0">${p('再问')}</w:comment>` }),
    '里面有批注',
  ],
  [
    'macros',
    '公告.docm',
    docx({ body: p('通知'), files: { 'word/vbaProject.bin': new Uint8Array(9) } }),
    '本站不发布这种附件、里面有宏',
  ],
  ['another kind than its name says', '公告.doc', docx(p('通知')), '文件名与里面不符'],
])('a document with %s is not published as an attachment unless asked for', async (_, name, bytes, words) => {
  const { stdout, stderr } = await run(['new', '--from-document', fileOf(bytes, name)], {
    CONTENT_DIR: contentFolder(),
    TODAY,
  });
  const draft = draftIn(stderr);
  expect(stdout).toContain(`原文件默认不作附件（${words}）`);
  expect(readFileSync(join(root, draft), 'utf8')).not.toContain('"附件"');
});

test.each([
  ['a file that is not there', () => '没有.docx', '没有 没有.docx 这个文件'],
  [
    'the file that Word leaves beside an open one',
    () => fileOf(Buffer.from('05', 'hex'), '~$公告.docx'),
    '打开文件时留下的临时文件',
  ],
  [
    'a picture called .docx',
    () => fileOf(Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080200000000000000', 'hex')),
    '这是一张图片',
  ],
  [
    'unaccepted changes',
    () => fileOf(docx(p('<w:ins w:id="1" w:author="示例"><w:r><w:t>新</w:t></w:r></w:ins>'))),
    '没有处理的修订（插入 1 处）',
  ],
])('%s is refused in one sentence', async (_, file, words) => {
  const { status, stdout, stderr } = await run(['new', '--from-document', file()], {
    CONTENT_DIR: contentFolder(),
    TODAY,
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n\s+at /u);
});

test('a draft and a document are not taken for each other, and a correction is not written from a document', async () => {
  const env = { CONTENT_DIR: contentFolder(), TODAY };
  const file = fileOf(docx(p('正文')));
  const draft = fileOf(Buffer.from('{}'), 'draft.json');
  const said = async (...args: readonly string[]): Promise<string> => (await run(args, env)).stderr;
  expect(await said('new', '--from', draft, '--from-document', file)).toContain('两个只用一个');
  expect(await said('new', '--from', file)).toContain('不是草稿。从来文写一份新的，用 --from-document');
  expect(await said('correct', 'gm-js-2026-901', '--from-document', file)).toContain('更正不从文件写');
});

test('at the terminal each value shows where it stands in the document and is taken by Enter', async () => {
  const CONTENT_DIR = contentFolder();
  const file = fileOf(
    docx(title('示例中心关于端午节期间业务办理安排的通知') + p('发布单位：示例中心') + p('业务照常办理。')),
    '通知.docx',
  );
  const clerk = new Clerk(['new', '--from-document', file], { CONTENT_DIR, TODAY });
  await clerk.sees('从 通知.docx 认出');
  await clerk.accepts('原文件 通知.docx');
  await clerk.sees('◆  哪一类公告？（来自文件：标题“示例中心关于端午节期间业务办理安排的通知”');
  clerk.presses('\r');
  await clerk.accepts('哪一种公告？（来自文件：标题“通知”）');
  await clerk.accepts('文件里认出 2 项，怎么核对？');
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.sees('◆  标题');
  await clerk.sees('来自文件：文件开头的标题');
  clerk.presses('\r');
  await clerk.accepts('发布时间');
  await clerk.sees('◆  发布单位');
  await clerk.sees('来自文件：段落“发布单位：示例中心”');
  clerk.presses('\r');
  await clerk.answers('标识', 'gm-tz-2026-dragon');
  await clerk.accepts('附件文件的位置');
  await clerk.sees('发布单位  示例中心  ← 段落“发布单位：示例中心”');
  await clerk.accepts('写入');
  expect(await clerk.exitCode).toBe(0);
  const home = join(CONTENT_DIR, 'announcements/general/2026/gm-tz-2026-dragon');
  expect(readFileSync(join(home, 'index.md'), 'utf8')).toContain(
    '\n---\n\n发布单位：示例中心\n\n业务照常办理。\n',
  );
  expect(existsSync(join(home, '通知.docx'))).toBe(true);
});

test('at the terminal all can be taken at once, and of values that disagree the clerk chooses, later too', async () => {
  const CONTENT_DIR = contentFolder();
  const file = fileOf(
    docx(
      title('示例路改造工程施工招标公告') +
        p('招标人：示例单位') +
        p('项目编号：GM-JS-2026-901') +
        p('项目编号：GM-JS-2026-902'),
    ),
  );
  const clerk = new Clerk(['new', '--from-document', file, '--category', '建设工程', '--type', '招标公告'], {
    CONTENT_DIR,
    TODAY,
  });
  await clerk.picks('原文件 公告.docx', 1);
  await clerk.picks('文件里认出 2 项，怎么核对？', 1);
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.leaves('发布时间');
  expect(await clerk.exitCode).toBe(2);
  const draft = draftIn(clerk.screen);
  const kept = (): Record<string, unknown> =>
    JSON.parse(readFileSync(join(root, draft), 'utf8')) as Record<string, unknown>;
  expect(kept()).toMatchObject({ 标题: '示例路改造工程施工招标公告', 招标人: '示例单位' });
  expect(kept()['项目编号']).toBeUndefined();

  const later = new Clerk(
    ['new', '--from', draft, '--set', '发布时间=2026-03-09 10:00', '--set', '地区=荷城街道'],
    {
      CONTENT_DIR,
      TODAY,
    },
  );
  await later.ticks('常用的栏，要写哪些？');
  await later.ticks('其他的栏，要写哪些？');
  await later.picks('项目编号：文件里有 2 处写到，不一致，是哪一个？', 1);
  await later.sees('◆  项目编号');
  await later.sees('来自文件：段落“项目编号：GM-JS-2026-902”');
  later.presses('\r');
  await later.leaves('');
  expect(await later.exitCode).toBe(2);
  expect(kept()['项目编号']).toBe('GM-JS-2026-902');
});

test('at the terminal a list of the document is shown with its items and taken by Enter', async () => {
  const CONTENT_DIR = contentFolder();
  const file = fileOf(
    docx(
      title('示例路改造工程施工中标候选人公示') +
        p('招标人：示例单位') +
        tbl([
          tr(['排名', '中标候选人名称', '投标报价']),
          tr(['1', '示例一公司', '100万元']),
          tr(['2', '示例二公司', '101万元']),
        ]),
    ),
  );
  const elsewhere = '关联公告=[{"标题":"示例","网址":"https://www.example.cn/a","发布时间":"2026-03-02"}]';
  const clerk = new Clerk(
    [
      ...['new', '--from-document', file, '--without-original', '--set', elsewhere],
      ...['--category', '建设工程', '--type', '中标候选人公示', '--set', '发布时间=2026-03-09 10:00'],
      ...['--set', '项目编号=GM-JS-2026-901'],
    ],
    { CONTENT_DIR, TODAY },
  );
  await clerk.sees('中标候选人  2 项：1，示例一公司，100万元；2，示例二公司，101万元（来自文件：表格');
  await clerk.accepts('文件里认出 3 项，怎么核对？');
  await clerk.ticks('常用的栏，要写哪些？');
  await clerk.ticks('其他的栏，要写哪些？');
  await clerk.accepts('标题');
  await clerk.accepts('招标人');
  await clerk.accepts('“中标候选人”文件里有 2 项（来自文件：表格');
  await clerk.leaves('');
  expect(await clerk.exitCode).toBe(2);
  expect(JSON.parse(readFileSync(join(root, draftIn(clerk.screen)), 'utf8'))).toMatchObject({
    招标人: '示例单位',
    中标候选人: [
      { 排名: '1', 名称: '示例一公司', 报价: '100万元' },
      { 排名: '2', 名称: '示例二公司', 报价: '101万元' },
    ],
  });
});
