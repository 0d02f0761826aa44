import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { categories } from '../../src/core/announcement/category.ts';
import { formOf, typeOf, typesIn } from '../../src/core/announcement/schema.ts';
import { canCorrect } from '../../src/core/project/corrections.ts';
import { groupsOf } from '../../src/core/drafting/groups.ts';
import { Clerk } from './clerk.ts';
import { contentFolder, run } from './command.ts';

const tender = typeOf('construction', 'tender-notice');
const kindIndex = (id: string) => typesIn('construction').findIndex((spec) => spec.id === id);
const usual = groupsOf(tender).usual;
const usualIndex = (...labels: string[]) =>
  labels.map((label) => usual.findIndex((field) => field.label === label)).sort((a, b) => a - b);

const home = 'announcements/construction/2026';
const read = (folder: string, id: string) => readFileSync(join(folder, home, `${id}.md`), 'utf8');

test('a clerk writes a tender, is held to the twenty days, moves the deadline and publishes who won', async () => {
  const CONTENT_DIR = contentFolder();

  const first = new Clerk(['new'], { CONTENT_DIR });
  await first.picks('哪一类公告？', categories.indexOf('construction'));
  await first.picks('哪一种公告？', kindIndex('tender-notice'));
  await first.ticks('常用的栏，要写哪些？', ...usualIndex('简称', '项目名称', '开标时间'));
  await first.ticks('其他的栏，要写哪些？');
  await first.answers('标题', '沿江路市政道路改造工程施工招标公告');
  // What the hall calls it, from the title.
  await first.accepts('简称');
  await first.answers('发布时间', '２０２６年３月２日９时');
  await first.accepts('地区');
  await first.answers('项目编号', 'GM-JS-2026-012');
  await first.answers('项目名称', '沿江路市政道路改造工程');
  await first.answers('招标人', '示例街道建设办公室');
  await first.answers('招标人地址', '示例路 1 号');
  // Which law governs depends on it, so it is asked for though the form lets it out.
  await first.accepts('依法必须招标');
  await first.answers('资金来源', '区财政资金 100%');
  await first.answers('招标范围', '道路、排水、照明工程施工');
  await first.answers('预算金额', '358.6');
  await first.sees('分不清是元还是万元');
  first.retypes('358.6万元');
  await first.answers('工期', '180日历天');
  await first.answers('资格要求', '市政公用工程施工总承包三级及以上');
  await first.picks('接受联合体', 2);
  await first.accepts('文件获取开始');
  await first.accepts('文件获取结束');
  await first.answers('文件获取方式', '登录示例交易平台免费下载');
  // 2 March and 19 days.
  await first.answers('投标截止', '2026-03-21 09:30');
  await first.sees('第二十四条');
  await first.sees('最短不得');
  first.retypes('2026-03-25 09:30');
  await first.accepts('开标时间');
  await first.answers('联系人', '陈工');
  await first.answers('联系电话', '0757-00000012');
  await first.accepts('标识');
  await first.accepts('正文怎么写？');
  await first.sees('还要补 3 处：是否接受联合体、文件收取的费用、递交方式');
  await first.picks('接受联合体', 2);
  await first.answers('文件收取的费用', '不收费');
  await first.answers('递交方式', '登录示例交易平台上传电子投标文件');
  await first.accepts('附件文件的位置');
  // The consortium was left out twice: the body says 〔待填〕, which is refused.
  await first.sees('“〔待填〕”是模板里没有填完的地方');
  await first.picks('还不能发布（C115）。改哪一项？', 0);
  await first.accepts('正文怎么写？');
  await first.picks('接受联合体', 1);
  await first.sees('投标截止  2026年3月25日（星期三）09:30');
  await first.sees('- 投标截止：2026年3月25日（星期三）09:30');
  // Anything can be gone back to before it is written.
  await first.picks(`写入 content/${home}/gm-js-2026-012-tender.md？`, 1);
  await first.picks('改哪一项？', 0);
  await first.answers('标题', '沿江路市政道路改造工程施工招标公告（重发）');
  await first.accepts(`写入 content/${home}/gm-js-2026-012-tender.md？`);
  expect(await first.exitCode).toBe(0);
  expect(read(CONTENT_DIR, 'gm-js-2026-012-tender')).toContain('发布时间: ２０２６年３月２日９时\n');
  expect(read(CONTENT_DIR, 'gm-js-2026-012-tender')).toContain('开标时间: 2026-03-25 09:30\n');
  expect(read(CONTENT_DIR, 'gm-js-2026-012-tender')).toContain('简称: 沿江路市政道路改造\n');

  const second = new Clerk(['correct', 'gm-js-2026-012-tender'], {
    CONTENT_DIR,
    TODAY: '2026-03-05T08:00+08:00',
  });
  await second.picks('用哪一种公告来改？', 0);
  const able = formOf(tender)
    .filter(canCorrect)
    .map(({ label }) => label);
  const written = able.filter((label) => read(CONTENT_DIR, 'gm-js-2026-012-tender').includes(`\n${label}: `));
  await second.ticks('改哪几栏？', written.indexOf('投标截止'));
  await second.answers('投标截止', '2026-04-08 09:30');
  // The opening is proposed together with the deadline, and cannot stay before it.
  await second.answers(
    '开标时间（现在是 2026-03-25 09:30；“投标截止”改了，它不能不改） 改成',
    '2026-04-07 09:30',
  );
  await second.sees('开标时间早于投标截止');
  second.retypes('2026-04-08 09:30');
  await second.declines('还改了招标（采购）文件里的其他内容吗？');
  await second.ticks('常用的栏，要写哪些？');
  await second.ticks('其他的栏，要写哪些？');
  await second.accepts('标题');
  await second.accepts('发布时间');
  await second.accepts('项目编号');
  await second.accepts('招标人');
  await second.answers('原因', '补充地质资料，给投标人留出编制时间');
  await second.accepts('标识');
  await second.accepts('正文');
  await second.accepts('附件文件的位置');
  await second.sees('投标截止：2026-03-25 09:30 → 2026-04-08 09:30');
  await second.accepts('写入');
  expect(await second.exitCode).toBe(0);
  expect(read(CONTENT_DIR, 'gm-js-2026-012-correction-1')).toContain(
    '  - 字段: 投标截止\n    原: 2026-03-25 09:30\n    新: 2026-04-08 09:30\n' +
      '  - 字段: 开标时间\n    原: 2026-03-25 09:30\n    新: 2026-04-08 09:30\n',
  );

  const third = new Clerk(['new', '--category', '建设工程', '--type', '中标候选人公示'], {
    CONTENT_DIR,
    TODAY: '2026-04-12T08:00+08:00',
  });
  await third.picks('接在哪一份公告后面？', 0);
  await third.ticks('常用的栏，要写哪些？');
  await third.ticks('其他的栏，要写哪些？');
  for (const field of ['标题', '发布时间', '项目编号', '招标人']) await third.accepts(field);
  await third.answers('中标候选人 1 · 排名', '1');
  await third.answers('中标候选人 1 · 名称', '广东示例建筑工程有限公司');
  await third.accepts('中标候选人 1 · 标段');
  await third.answers('中标候选人 1 · 报价', '341.2万元');
  for (const part of ['下浮率', '得分', '工期', '质量', '项目负责人', '证书编号'])
    await third.accepts(`中标候选人 1 · ${part}`);
  await third.declines('“中标候选人”再加一项吗？');
  await third.accepts('公示开始');
  await third.accepts('公示结束');
  await third.answers('异议渠道', '在公示期内向招标人书面提出');
  await third.accepts('标识');
  await third.accepts('正文');
  await third.answers('评标情况', '采用综合评估法');
  await third.answers('中标候选人响应招标文件要求的资格能力条件', '满足招标文件要求');
  for (const question of ['附件文件的位置', '写入']) await third.accepts(question);
  expect(await third.exitCode).toBe(0);

  const fourth = new Clerk(['new', '--category', '建设工程', '--type', '中标结果公告'], {
    CONTENT_DIR,
    TODAY: '2026-04-20T08:00+08:00',
  });
  await fourth.picks('接在哪一份公告后面？', 0);
  await fourth.picks('这几栏写其中一个，写哪一个？', 0);
  await fourth.ticks('常用的栏，要写哪些？');
  await fourth.ticks('其他的栏，要写哪些？');
  for (const field of ['标题', '发布时间', '项目编号', '招标人', '中标人', '中标价'])
    await fourth.accepts(field);
  for (const question of ['标识', '正文', '附件文件的位置', '写入']) await fourth.accepts(question);
  expect(await fourth.exitCode).toBe(0);
  expect(read(CONTENT_DIR, 'gm-js-2026-012-award')).toContain(
    '中标人: 广东示例建筑工程有限公司\n中标价: 341.2万元\n',
  );

  const { status, stdout } = await run(['check'], { CONTENT_DIR, TODAY: '2026-04-20T08:00+08:00' });
  expect([status, stdout]).toEqual([0, '4 份公告，没有发现问题。\n']);
}, 120_000);
