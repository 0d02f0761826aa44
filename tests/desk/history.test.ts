import { expect, test } from 'vitest';
import type { History } from '../../src/core/desk/api.ts';
import { NOTICE, notice } from '../cli/command.ts';
import { approve, li, officeWith, submit, wang, written } from './reviewers.ts';

const lines = ({ entries }: History): readonly string[] =>
  entries.map(({ actor, words }) => `${actor?.name ?? ''} ${words}`.trim());

test('of an announcement every round and every change is told in words, the newest first', async () => {
  const office = officeWith(1);
  const [author, reviewer] = [await wang(office), await li(office)];
  const draft = await written(author);
  await submit(author, draft);
  await reviewer.ask('POST', `/api/reviews/${draft.key}/return`, {
    reason: '单位不对',
    fields: [{ label: '发布单位', reason: '写全称' }],
  });
  author.wait(20);
  await author.ask('GET', '/api/work');
  const open = await author.ask<{ rev: number; answers: object }>('GET', `/api/drafts/${draft.key}`);
  const answers = { ...open.body.answers, 发布单位: '示例中心办公室' };
  const edit = { rev: open.body.rev, answers, body: '今天不办理业务。', files: [] };
  await author.ask('PUT', `/api/drafts/${draft.key}`, edit);
  await submit(author, { key: draft.key, rev: open.body.rev + 1 });
  const rounds = (await author.ask<History>('GET', `/api/history/${draft.key}`)).body;
  expect(lines(rounds)).toEqual([
    '王芳 送审',
    '李强 退回：单位不对；发布单位，写全称',
    '王芳 送审',
    '王芳 开始写',
  ]);
  expect(rounds.entries[0]!.fields).toEqual([
    { label: '发布单位', before: '示例中心', after: '示例中心办公室' },
  ]);
  await approve(reviewer, draft.key);
  author.wait(20);
  const all = (await author.ask<History>('GET', '/api/history/gm-tz-2026-002')).body;
  expect(all.title).toBe('关于示例的通知');
  expect(lines(all)).toEqual([
    '王芳 发布（审核：李强）',
    '李强 第一级审核通过',
    '王芳 送审',
    '李强 退回：单位不对；发布单位，写全称',
    '王芳 送审',
  ]);
  expect(lines((await author.ask<History>('GET', `/api/history/${draft.key}`)).body)[0]).toBe('王芳 发布');

  // Somebody puts a slip right by hand.
  author.clerk.write(NOTICE, notice({ 发布单位: '发布单位: 示例中心业务科' }));
  author.clerk.git('commit', '-qam', '改笔误');
  author.clerk.git('push', '-q', 'origin', 'HEAD:main');
  reviewer.wait(20);
  const changed = (await reviewer.ask<History>('GET', '/api/history/gm-tz-2026-001')).body;
  expect(lines(changed)).toEqual(['王芳 修改', '设置的人 发布']);
  expect(changed.entries[0]!.fields).toEqual([
    { label: '发布单位', before: '示例中心', after: '示例中心业务科' },
  ]);
  expect((await author.ask('GET', '/api/history/gm-tz-2026-999')).status).toBe(404);
  expect([author, reviewer].flatMap(({ reported }) => reported)).toEqual([]);
});
