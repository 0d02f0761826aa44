import { expect, test } from 'vitest';
import type { Checked, Draft } from '../../src/core/desk/api.ts';
import type { Answers } from '../../src/core/drafting/draft.ts';
import { contentFolder } from '../cli/command.ts';
import { deskFor, type TestDesk } from './open.ts';

const TENDER = `---
标题: 示例路道路工程施工招标公告
类别: 建设工程
类型: 招标公告
项目编号: GM-JS-2026-900
发布时间: 2026-02-02 09:00
招标人: 高明区示例街道建设办公室
预算金额: 358.6万元
文件获取开始: 2026-02-02
文件获取结束: 2026-02-09
投标截止: 2026-03-12 09:30
开标时间: 2026-03-12 09:30
地区: 荷城街道
---

## 一、招标条件

已经批准。
`;

const ID = 'gm-js-2026-900-tender';
const deskWithTender = (): Promise<TestDesk> =>
  deskFor(contentFolder({ [`announcements/construction/2026/${ID}.md`]: TENDER }));

/** What the check has against an announcement of the same project, as far as it is about a field. */
async function errorsOf(desk: TestDesk, type: string, answers: Answers, field: string) {
  const { body: draft } = await desk.ask<Draft>('POST', '/api/drafts', {
    ...{ category: 'construction', type, related: ID },
  });
  const all = {
    ...draft.answers,
    项目编号: 'GM-JS-2026-900',
    招标人: '高明区示例街道建设办公室',
    ...answers,
  };
  await desk.ask('PUT', `/api/drafts/${draft.key}`, { rev: 1, answers: all, body: '原文。', files: [] });
  const { body } = await desk.ask<Checked>('POST', `/api/drafts/${draft.key}/check`, { seq: 1 });
  return body.findings.filter((one) => one.severity === 'error' && one.field === field);
}

const later = { 字段: '投标截止', 原: '2026-03-12 09:30', 新: '2026-03-25 09:30' };

test('a correction that moves the deadline and leaves the opening before it is refused; with the opening it is not', async () => {
  const desk = await deskWithTender();
  const more = { 标题: '示例路道路工程施工更正公告', 发布时间: '2026-03-02 09:00', 原因: '答疑' };
  const alone = await errorsOf(desk, '更正公告', { ...more, 更正内容: [later] }, '更正内容');
  expect(alone.map(({ message }) => message).join()).toContain('开标');
  const along = { ...later, 字段: '开标时间' };
  expect(await errorsOf(desk, '更正公告', { ...more, 更正内容: [later, along] }, '更正内容')).toEqual([]);
});

test('candidates cannot be announced before the bids are opened', async () => {
  const desk = await deskWithTender();
  const more = (at: string): Answers => ({
    ...{ 标题: '示例路道路工程施工中标候选人公示', 发布时间: at, 地区: '荷城街道' },
    ...{ 公示开始: at.slice(0, 10), 公示结束: '2026-04-01', 异议渠道: '0757-88880000 招标人' },
    中标候选人: [{ 排名: '1', 名称: '示例建设有限公司', 投标报价: '300万元' }],
  });
  const early = await errorsOf(desk, '中标候选人公示', more('2026-03-02 09:00'), '发布时间');
  expect(early.map(({ code }) => code)).toEqual(['D205']);
  expect(await errorsOf(desk, '中标候选人公示', more('2026-03-16 09:00'), '发布时间')).toEqual([]);
});
