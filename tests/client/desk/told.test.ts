import { expect, test } from 'vitest';
import { toldOf } from '../../../src/client/desk/draft/told.ts';
import type { Checked, DeskFinding } from '../../../src/core/desk/api.ts';

const error = (part: Partial<DeskFinding>): DeskFinding => ({
  code: 'F202',
  severity: 'error',
  message: '要写',
  ...part,
});

const state = (findings: readonly DeskFinding[], more: Partial<Parameters<typeof toldOf>[0]> = {}) => ({
  answers: { 类别: '建设工程', 类型: '招标公告', 预算金额: '358' },
  body: '',
  checked: {
    seq: 1,
    rev: 1,
    findings,
    periods: [],
    differences: [],
    canBeSubmitted: false,
  } satisfies Checked,
  checkedOf: undefined,
  isAllTold: false,
  ...more,
});

test('没写过的栏是还要填，按表里的部分排；写了写错的才要改', () => {
  const findings = [
    error({ field: '投标截止' }),
    error({ code: 'C105', bodyLine: 0 }),
    error({ code: 'F304', field: '预算金额' }),
    error({ field: '标题' }),
  ];
  const { found, lacking } = toldOf(state(findings));
  expect(found.map(({ field }) => field)).toEqual(['预算金额']);
  expect(lacking.map(({ section, label }) => `${section} ${label}`)).toEqual([
    '项目 标题',
    '时间 投标截止',
    '正文 正文',
  ]);
});

test('一栏、一份没写的正文，不管有几处都只算一次', () => {
  const twice = [error({ field: '标题' }), error({ code: 'D101', field: '标题' })];
  const body = [error({ code: 'C115', bodyLine: 2 }), error({ code: 'C116', bodyLine: 3 })];
  expect(toldOf(state([...twice, ...body])).lacking.map(({ label }) => label)).toEqual(['标题', '正文']);
});

test('提醒、附件里的问题、写了的正文里的问题，照样说，要改的在前', () => {
  const findings = [
    error({ severity: 'warning', field: '标题' }),
    error({ file: '招标文件.pdf' }),
    error({ bodyLine: 3 }),
  ];
  const [warning, ...errors] = findings;
  expect(toldOf(state(findings, { body: '写了' }))).toEqual({ found: [...errors, warning], lacking: [] });
});

test('检查全部以后，没写的也是要改', () => {
  const findings = [error({ field: '标题' }), error({ bodyLine: 0 })];
  expect(toldOf(state(findings, { isAllTold: true }))).toEqual({ found: findings, lacking: [] });
});

test('刚写第一个字的栏，不因为上一次检查时是空的而标红', () => {
  const before = { answers: { 类别: '建设工程', 类型: '招标公告' }, body: '' };
  const now = { answers: { ...before.answers, 标题: '沿' }, body: '', checkedOf: before };
  for (const isAllTold of [false, true])
    expect(toldOf(state([error({ field: '标题' })], { ...now, isAllTold }))).toEqual({
      found: [],
      lacking: [],
    });
});
