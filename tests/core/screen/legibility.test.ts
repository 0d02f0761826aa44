import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { base, checkTree, type Tree } from '../fixtures.ts';

const folder = 'announcements/construction/2026';
const tender = String(base[`${folder}/tender.md`]);

const screen = (kind: string, more = ''): Tree => ({
  'displays/hall.yaml': `名称: 二楼开标区\n尺寸: 55英寸\n像素: 1080×1920\n观看距离: 3米\n栏目:\n  - 内容: ${kind}\n${more}`,
});
const titled = (title: string): Tree => ({
  [`${folder}/tender.md`]: tender.replace(/^标题: .*$/mu, `标题: ${title}`),
});
const result = (winner: string, title = '沿江路改造工程中标结果公告'): Tree => ({
  [`${folder}/award.md`]: `---\n标题: ${title}\n类别: 建设工程\n类型: 中标结果公告\n项目编号: GM-JS-2026-001\n招标人: 高明区示例街道建设办公室\n发布时间: 2026-04-20 09:00\n中标人: ${winner}\n中标价: 300万元\n关联公告: tender\n---\n\n特此公告。\n`,
});

const found = (...trees: readonly Tree[]): readonly Diagnostic[] =>
  checkTree(Object.assign({}, base, ...trees) as Tree).findings.filter(({ code }) => /F319|S103/u.test(code));

const fittingIn = ({ message }: Diagnostic): number => Number(/最多放得下 (\d+) 字/u.exec(message)![1]);

test('a title too long for a screen is told at the title, with as many characters as fit', () => {
  const findings = found(titled('路'.repeat(400)), screen('最新公告'));
  expect(findings).toMatchObject([{ code: 'F319', file: `${folder}/tender.md`, line: 2, field: '标题' }]);
  const { message, help } = findings[0]!;
  const fitting = fittingIn(findings[0]!);
  expect(message).toBe(`标题有 400 字，大厅的屏幕“二楼开标区”（hall）最多放得下 ${fitting} 字`);
  expect(help).toMatch(
    /^缩到 \d+ 字以内.*；不能缩短的，在 content\/displays\/hall.yaml 里把观看距离改为 [\d.]+米，或者换 \d+ 英寸以上的屏幕$/u,
  );
  expect(found(titled('路'.repeat(fitting)), screen('最新公告'))).toEqual([]);
  expect(found(titled('路'.repeat(fitting + 1)), screen('最新公告'))).toHaveLength(1);
});

test('a winner too long for a screen is told at the winner, not at the short title', () => {
  const findings = found(result('广东示例公司'.repeat(70)), screen('结果'));
  expect(findings).toMatchObject([{ code: 'F319', file: `${folder}/award.md`, line: 8, field: '中标人' }]);
  expect(findings[0]!.message).toMatch(/^中标人有 420 字/u);
  expect(found(result('厂'.repeat(fittingIn(findings[0]!))), screen('结果'))).toEqual([]);
});

test('where title and winner are both too long, each is told', () => {
  const findings = found(result('厂'.repeat(450), '路'.repeat(450)), screen('结果'));
  expect(findings.map(({ field }) => field)).toEqual(['标题', '中标人']);
});

test('what is too long for two screens is told once, for the one with less room', () => {
  const small = {
    'displays/lobby-c.yaml': String(screen('最新公告')['displays/hall.yaml']).replace('3米', '3.2米'),
  };
  const findings = found(titled('路'.repeat(400)), screen('最新公告'), small);
  expect(findings).toHaveLength(1);
  expect(findings[0]!.message).toContain('（lobby-c）');
});

test('a title under which a correction stands is told where it was written', () => {
  const correction = {
    [`${folder}/correction.md`]:
      '---\n标题: 更正公告\n类别: 建设工程\n类型: 更正公告\n项目编号: GM-JS-2026-001\n招标人: 高明区示例街道建设办公室\n发布时间: 2026-03-05 09:00\n更正内容:\n  - 字段: 投标截止\n    原: 2026-03-25 09:30\n    新: 2026-03-27 09:30\n原因: 笔误\n关联公告: tender\n---\n\n特此公告。\n',
  };
  const findings = found(titled('路'.repeat(400)), correction, screen('更正'));
  expect(findings).toMatchObject([{ code: 'F319', file: `${folder}/tender.md`, line: 2 }]);
});

test('a screen that cannot hold a title of ordinary length is itself at fault', () => {
  const far = {
    'displays/hall.yaml': String(screen('最新公告')['displays/hall.yaml']).replace('3米', '15米'),
  };
  expect(found(titled('路'.repeat(36)), far)).toMatchObject([{ code: 'S103', field: '观看距离' }]);
});

const named = (title: string, short = ''): Tree => ({
  [`${folder}/tender.md`]: tender.replace(
    /^标题: .*$/mu,
    `标题: ${title}${short === '' ? '' : `\n简称: ${short}`}`,
  ),
});

const faultsOf = (...trees: readonly Tree[]): readonly Diagnostic[] =>
  checkTree(Object.assign({}, base, ...trees) as Tree).findings.filter(({ code }) => /F319|F328/u.test(code));

const fromAfar = {
  'displays/hall.yaml': String(screen('可参与')['displays/hall.yaml'])
    .replace('1080×1920', '1920×1080')
    .replace('3米', '4米'),
};

test('a short name that takes more than two lines is told at its line, with as many characters as fit', () => {
  const [fault, ...more] = faultsOf(named('示例路改造招标公告', '路'.repeat(40)), fromAfar);
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ code: 'F319', line: 3, field: '简称' });
  const fitting = fittingIn(fault!);
  expect(faultsOf(named('示例路改造招标公告', '路'.repeat(fitting)), fromAfar)).toEqual([]);
  expect(faultsOf(named('示例路改造招标公告', '路'.repeat(fitting + 1)), fromAfar)).toHaveLength(1);
});

test('a name taken from the title that takes more than two lines asks for a short one, and holds nobody up', () => {
  const [fault, ...more] = faultsOf(named(`${'示例路'.repeat(12)}招标公告`), fromAfar);
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ code: 'F328', severity: 'warning', line: 2, field: '标题' });
  expect(fault!.help).toMatch(/^加一行 简称，不超过 \d+ 字/u);
  expect(faultsOf(named(`${'示例路'.repeat(12)}招标公告`, '示例路改造'), fromAfar)).toEqual([]);
});
