import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onDisk, readFixture } from '../core/fixtures.ts';
import { Clerk } from './clerk.ts';
import { contentFolder, NOTICE, notice, run } from './command.ts';

const id = 'gm-tz-2026-001';
const today = { TODAY: '2026-03-31T10:05+08:00' };
const reason = ['--reason', '重复发布，以另一份为准'];
const read = (folder: string, file = NOTICE) => readFileSync(join(folder, file), 'utf8');
const withdrawn = notice().replace(
  '\n---\n\n',
  '\n撤下:\n  - 时间: 2026-03-31 10:05\n    原因: 重复发布，以另一份为准\n---\n\n',
);

test('撤下只在文件里加上时间和原因，不提问，检查通过', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  chmodSync(join(CONTENT_DIR, NOTICE), 0o640);
  const { status, stdout, stderr } = await run(['withdraw', id, ...reason], { CONTENT_DIR, ...today });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`已写入 content/${NOTICE}`);
  expect(stdout).toContain('下面留着原文');
  expect(read(CONTENT_DIR)).toBe(withdrawn);
  expect(statSync(join(CONTENT_DIR, NOTICE)).mode & 0o777).toBe(0o640);
  expect(readdirSync(dirname(join(CONTENT_DIR, NOTICE)))).toEqual([`${id}.md`]);
  expect((await run(['check'], { CONTENT_DIR })).stdout).toBe('1 份公告，没有发现问题。\n');
});

test('写了依据也记下；可以用文件的位置来指', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const basis = ['--basis', '中心函〔2026〕3号（示例）'];
  expect(
    (await run(['withdraw', `content/${NOTICE}`, ...reason, ...basis], { CONTENT_DIR, ...today })).status,
  ).toBe(0);
  expect(read(CONTENT_DIR)).toContain('    依据: 中心函〔2026〕3号（示例）\n---\n');
});

test('接在它后面的公告还有哪些，原文还看不看得到，都说出来', async () => {
  const correction = notice({
    标题: '标题: 关于清明节安排的更正公告',
    类型: '类型: 更正公告',
    关联: `关联公告: ${id}`,
    更正: '更正内容:\n  - 事项: 时间\n    原: 4 月 4 日\n    新: 4 月 5 日\n原因: 笔误',
  });
  const CONTENT_DIR = contentFolder({
    [NOTICE]: notice(),
    [NOTICE.replace('001', '001-correction')]: correction,
  });
  const given = ['--reason', '写有个人身份证号码'];
  const { status, stdout } = await run(['withdraw', id, ...given], { CONTENT_DIR, ...today });
  expect(status).toBe(0);
  expect(stdout).toContain('接在它后面的公告照样有效，要撤下的请逐份撤下：gm-tz-2026-001-correction');
  expect(stdout).toContain('网页不再显示原文和附件');
});

describe('不能撤下的，说明为什么，文件一个字也不动', () => {
  test.each([
    ['没有这份公告', notice(), ['gm-tz-2026-002', ...reason], 2, '是不是“gm-tz-2026-001”？'],
    ['已经撤下', withdrawn, [id, ...reason], 2, '2026年3月31日（星期二）10:05已经撤下'],
    ['各栏读不出来', notice({ 类型: '类型: 没有' }), [id, ...reason], 2, '各栏读不出来'],
    ['没有写原因', notice(), [id], 2, '要写明为什么撤下：--reason 文字'],
    ['原因是空白', notice(), [id, '--reason', '  '], 2, '要写明为什么撤下：--reason 文字'],
    ['原因写了两行', notice(), [id, '--reason', '一\n二'], 2, '各写成一行'],
    ['参数写错', notice(), [id, '--why', '一'], 2, '没有“--why”这个选项'],
    ['原因里有手机号码', notice(), [id, '--reason', '联系人 13800138000'], 1, '没有撤下'],
  ])('%s', async (_, text, args, status, words) => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: text });
    const ran = await run(['withdraw', ...args], { CONTENT_DIR, ...today });
    expect(ran).toMatchObject({ status, stderr: expect.stringContaining(words) });
    expect(read(CONTENT_DIR)).toBe(text);
  });

  test('还没到发布时间的不能撤下：时间会早于发布时间', async () => {
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const { status, stdout } = await run(['withdraw', id, ...reason], { CONTENT_DIR });
    expect([status, stdout]).toEqual([1, expect.stringContaining('L125')]);
    expect(read(CONTENT_DIR)).toBe(notice());
  });

  test('没有写标识，打印用法', async () => {
    expect(await run(['withdraw'])).toMatchObject({ status: 2, stdout: expect.stringContaining('用法') });
  });

  test('各栏写在花括号里的，给出要自己写的几行', async () => {
    const text = `---\n{标题: 放假通知, 类别: 通知公告, 类型: 通知, 发布时间: 2026-03-30 10:00, 发布单位: 示例中心}\n---\n\n现予通知。\n`;
    const CONTENT_DIR = contentFolder({ [NOTICE]: text });
    const ran = await run(['withdraw', id, ...reason], { CONTENT_DIR, ...today });
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('撤下:\n  - 时间: 2026-03-31') });
    expect(read(CONTENT_DIR)).toBe(text);
  });
});

test('撤下一份延期，别的公告因此违反期限的，写好以后列出来', async () => {
  const { tree } = readFixture('invalid/D123-clarified-too-late');
  const extension = {
    'announcements/construction/2026/extension.md': `---
标题: 沿江路项目更正公告
类别: 建设工程
类型: 更正公告
关联公告: tender
发布时间: 2026-03-17 09:00
项目编号: GM-JS-2026-001
招标人: 高明区示例街道建设办公室
更正内容:
  - 字段: 投标截止
    原: 2026-03-31 09:30
    新: 2026-04-10 09:30
原因: 澄清较多
---

现予公布。
`,
  };
  const CONTENT_DIR = onDisk({ ...tree, ...extension });
  expect((await run(['check'], { CONTENT_DIR })).stdout).not.toContain('D123');
  const { status, stdout } = await run(['withdraw', 'extension', ...reason], { CONTENT_DIR, ...today });
  expect(status).toBe(0);
  expect(stdout).toContain('撤下以后还要处理下面的问题');
  expect(stdout).toContain('D123');
  expect(read(CONTENT_DIR, Object.keys(extension)[0])).toContain('撤下:\n');
});

test('有人在终端前，没有写原因就问，依据可以不写', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(['withdraw', id], { CONTENT_DIR, ...today });
  await clerk.answers('为什么撤下？', '重复发布，以另一份为准');
  await clerk.accepts('依据哪份文件');
  expect(await clerk.exitCode).toBe(0);
  expect(read(CONTENT_DIR)).toBe(withdrawn);
});

test('问的时候按 Esc，什么也不写', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
  const clerk = new Clerk(['withdraw', id], { CONTENT_DIR, ...today });
  await clerk.leaves('为什么撤下？');
  expect(await clerk.exitCode).toBe(2);
  expect(read(CONTENT_DIR)).toBe(notice());
});
