import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/core/check.ts';
import type { Edition } from '../../../src/core/edition.ts';
import { expectedOf, timelineOf } from '../../../src/site/project.ts';
import { editionFrom } from '../../site/edition.ts';
import { base, checkTree, onDisk, type Tree } from '../fixtures.ts';
import { published } from '../ledger/history.ts';

const HASH = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** An old announcement of a project of construction, with what a test is about. */
const old = (former: string, lines: string, publishedAt = '2026-03-20', body = '现予公告。'): string => `---
标题: 示例村道路硬底化工程${former}（示例）
类别: 建设工程
类型: 存量公告
原类型: ${former}
发布时间: ${publishedAt}
原文校验: ${HASH}
${lines}
---

${body}
`;

const CODE = '项目编号: GM-JS-2026-500';

const tender = (publishedAt = '2026-03-02 09:00'): string => `---
标题: 示例村道路硬底化工程施工招标公告（示例）
类别: 建设工程
类型: 招标公告
${CODE}
发布时间: ${publishedAt}
地区: 杨和镇
招标人: 高明区示例街道建设办公室
预算金额: 58.6万元
文件获取开始: 2026-03-02
文件获取结束: 2026-03-09
投标截止: 2026-03-25 09:30
依法必须招标: 否
接受联合体: 否
---

详见正文。工程内容、资金来源为自筹，工期 60 日历天，投标人应当具备相应资质，文件在示例交易平台下载和上传，
招标人地址示例路 1 号，联系人麦工（示例），联系电话 0757-00000000。
`;

const termination = `---
标题: 示例村道路硬底化工程终止公告（示例）
类别: 建设工程
类型: 终止公告
${CODE}
关联公告: old
发布时间: 2026-03-21 09:00
招标人: 高明区示例街道建设办公室
原因: 规划调整
---

现予公告。
`;

const tree = (files: Readonly<Record<string, string>>): Tree => ({
  ...base,
  ...Object.fromEntries(
    Object.entries(files).map(([id, text]) => [`announcements/construction/2026/${id}.md`, text]),
  ),
});

const codesOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  checkTree(tree(files)).findings.map(({ code, file }) => `${code} ${file.replace(/^.*\//u, '')}`);

const happeningIn = (edition: Edition, id: string): string | undefined => edition.row(id).happening?.kind;

describe('存量公告照旧网站的原样，检查不挑它', () => {
  test.each([
    ['日期先后不对', '投标截止: 2026-03-01 09:30\n文件获取开始: 2026-03-05'],
    ['写了重新招标，没有前一次的流标公告', '重新招标: 是'],
    ['标段没有公布过', '适用标段:\n  - "09"'],
    ['中标价高过限价', '最高投标限价: 10万元\n中标价: 20万元'],
    ['金额小得离奇', '预算金额: 0.5元'],
    ['公示只有一天', '公示开始: 2026-03-20\n公示结束: 2026-03-20'],
  ])('%s', (_name, lines) => {
    expect(codesOf({ old: old('招标公告', `${CODE}\n${lines}`) })).toEqual([]);
  });

  test('星期写错、大小写金额不一致的正文照登；身份证号仍然不行', () => {
    const body = '2026年3月20日（星期一）开标，金额壹佰万元（¥2000000.00）。';
    expect(codesOf({ old: old('招标公告', CODE, '2026-03-20', body) })).toEqual([]);
    const personal = `${body}身份证号 11010519491231002X。`;
    expect(codesOf({ old: old('招标公告', CODE, '2026-03-20', personal) })).toEqual(['P101 old.md']);
  });

  test('栏目和正文写的不一样，要问：多半是导入时认错了', () => {
    const body = '投标截止时间：2026年3月26日9时30分。';
    const text = old('招标公告', `${CODE}\n投标截止: 2026-03-25 09:30`, '2026-03-02', body);
    expect(codesOf({ old: text })).toEqual(['C213 old.md']);
  });

  test('旧网站在两个栏目里登过的同一份，不算重复', () => {
    expect(codesOf({ a: old('招标公告', CODE), b: old('招标公告', CODE) })).toEqual([]);
  });

  test('编号和别的只差一个看不出的字，不算错：旧编号当时就是这样', () => {
    const files = { a: old('招标公告', CODE), b: old('招标公告', '项目编号: GM-JS-2O26-500') };
    expect(codesOf(files)).toEqual([]);
  });

  test('迁移来的旧公告不算晚发布，别的公告照算', () => {
    const root = onDisk({ ...base });
    const recall = published(root, '2026-04-30T09:00:00+08:00');
    const folder = join(root, 'announcements/construction/2026');
    writeFileSync(join(folder, 'old.md'), old('招标公告', CODE));
    writeFileSync(join(folder, 'moved.md'), tender().replace('---\n\n', `原文校验: ${HASH}\n---\n\n`));
    expect(check(root, undefined, undefined, recall).findings).toEqual([]);
    writeFileSync(join(folder, 'moved.md'), tender());
    expect(check(root, undefined, undefined, recall).findings.map(({ code }) => code)).toEqual(['K106']);
  });
});

describe('存量公告接在谁后面，谁接在它后面', () => {
  test('它可以接在任何一种公告后面', () => {
    expect(codesOf({ tender: tender(), old: old('什么公示', `${CODE}\n关联公告: tender`) })).toEqual([]);
  });

  test('别的公告接在它后面，要原类型接得上；原类型说不清的都可以', () => {
    expect(codesOf({ old: old('招标公告', CODE), end: termination })).toEqual([]);
    expect(codesOf({ old: old('办事指南', CODE), end: termination })).toEqual([]);
    expect(codesOf({ old: old('合同公告', CODE), end: termination })).toEqual(['L102 end.md']);
  });

  test('找不到的、比前一份还早的，照样要改', () => {
    expect(codesOf({ old: old('招标公告', `${CODE}\n关联公告: nothing`) })).toEqual(['L101 old.md']);
    const early = old('中标公示', `${CODE}\n关联公告: tender`, '2026-03-01');
    expect(codesOf({ tender: tender(), old: early })).toEqual(['L104 old.md']);
  });
});

describe('项目走到哪一步，不由存量公告决定', () => {
  test('后来的终止公告照样终止它', () => {
    const edition = editionFrom(tree({ old: old('招标公告', CODE), end: termination }));
    expect(happeningIn(edition, 'old')).toBe('terminated');
  });

  test('招标公告之后有同一编号的存量公告：不再等下一步，也不说可参与，说另有存量公告', () => {
    const files = { tender: tender(), old: old('终止公告', CODE) };
    const before = editionFrom(tree({ tender: tender() }), '2026-03-21T09:00+08:00');
    const after = editionFrom(tree(files), '2026-03-21T09:00+08:00');
    expect(before.inside().map(({ id }) => id)).toContain('tender');
    expect(after.inside().map(({ id }) => id)).not.toContain('tender');
    expect(happeningIn(after, 'tender')).toBe('archived');
    expect(expectedOf(before, 'GM-JS-2026-500').length).toBeGreaterThan(0);
    expect(expectedOf(after, 'GM-JS-2026-500')).toEqual([]);
  });

  test('存量的澄清公告不让招标公告退出可参与', () => {
    const files = { tender: tender(), old: old('澄清公告', CODE) };
    expect(happeningIn(editionFrom(tree(files), '2026-03-21T09:00+08:00'), 'tender')).toBeUndefined();
  });

  test('时间线上有它，照旧网站的叫法', () => {
    const edition = editionFrom(tree({ tender: tender(), old: old('终止公告', CODE) }));
    const steps = timelineOf(edition, 'GM-JS-2026-500');
    expect(steps.map(({ when, row }) => [when, row?.typeTerm])).toEqual([
      ['2026年3月2日（星期一）09:00', '招标公告'],
      ['2026年3月20日', '终止公告（存量）'],
    ]);
  });

  test('搬家那几天还没有截止的，投标人看得到，截止了就没有', () => {
    const text = old('招标公告', `${CODE}\n投标截止: 2026-03-25 09:30`, '2026-03-02');
    const at = (now: string): readonly string[] =>
      editionFrom(tree({ old: text }), now)
        .open()
        .map(({ id }) => id);
    expect(at('2026-03-24T09:00+08:00')).toContain('old');
    expect(at('2026-03-26T09:00+08:00')).not.toContain('old');
  });

  test('候选人公示里提到的投标截止不是它自己的截止', () => {
    const lines = `${CODE}\n投标截止: 2026-03-25 09:30`;
    const edition = editionFrom(tree({ old: old('中标候选人公示', lines) }), '2026-03-24T09:00+08:00');
    expect(edition.row('old').deadline).toBeUndefined();
  });
});
