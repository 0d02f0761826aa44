import { expect, test } from 'vitest';
import type { Draft, Refusal } from '../../src/core/desk/api.ts';
import type { Answers } from '../../src/core/drafting/draft.ts';
import { contentFolder, NOTICE, notice } from '../cli/command.ts';
import { deskFor } from './open.ts';

const tender = `---
标题: 示例路道路工程施工招标公告
类别: 建设工程
类型: 招标公告
项目编号: GM-JS-2026-900
发布时间: 2026-03-02 08:00
招标人: 高明区示例街道建设办公室
预算金额: 358.6万元
文件获取开始: 2026-03-02
文件获取结束: 2026-03-09
投标截止: 2026-03-25 09:30
依法必须招标: 是
地区: 荷城街道
---

正文
`;

test('a correction is told what the announcement says now, as a clerk writes it', async () => {
  const desk = await deskFor(
    contentFolder({ [NOTICE]: notice(), 'announcements/construction/2026/gm-js-2026-900-tender.md': tender }),
  );
  const begin = async (related: string): Promise<string> =>
    (await desk.ask<Draft>('POST', '/api/drafts', { category: 'construction', type: '更正公告', related }))
      .body.key;
  const { body } = await desk.ask<Answers>(
    'GET',
    `/api/drafts/${await begin('gm-js-2026-900-tender')}/in-force`,
  );
  expect(body).toMatchObject({ 类型: '招标公告', 投标截止: '2026-03-25 09:30', 文件获取结束: '2026-03-09' });
  expect(body).not.toHaveProperty('项目编号');
  const none = await desk.ask<Refusal>('GET', `/api/drafts/${await begin('gm-js-2026-901-tender')}/in-force`);
  expect([none.status, none.body.message]).toEqual([404, '没有找到关联的公告。']);
});
