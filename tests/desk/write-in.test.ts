import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft, Publication, Refusal } from '../../src/core/desk/api.ts';
import { contentFolder, NOTICE, notice, run } from '../cli/command.ts';
import { deskFor, type TestDesk } from './open.ts';

const FOLDER = 'announcements/general/2026';

async function draftIn(desk: TestDesk, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body } = await desk.ask<Draft>('POST', '/api/drafts', { category: 'general', type: '通知' });
  const answers = {
    ...body.answers,
    ...{ 标题: '关于示例的通知', 发布时间: '2026-03-02 08:00', 发布单位: '示例中心' },
    ...more,
  };
  await desk.ask('PUT', `/api/drafts/${body.key}`, { rev: 1, answers, body: '今天不办理业务。', files: [] });
  return body.key;
}

test('what is written in passes the check of the whole folder, once, under the address that was proposed', async () => {
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const desk = await deskFor(contentDir);
  const key = await draftIn(desk);
  await desk.ask('PUT', `/api/drafts/${key}/files/list.txt`, new TextEncoder().encode('名单\n'));
  const { status, body } = await desk.ask<Publication>('POST', `/api/publish/${key}`, { rev: 2 });
  expect([status, body.id]).toEqual([200, 'gm-tz-2026-002']);
  const folder = join(contentDir, FOLDER, body.id);
  expect(readdirSync(folder).toSorted()).toEqual(['index.md', 'list.txt']);
  expect(readFileSync(join(folder, 'index.md'), 'utf8')).toContain('今天不办理业务。');
  expect((await run(['check'], { CONTENT_DIR: contentDir })).status).toBe(0);
  const again = await desk.ask<Refusal>('POST', `/api/publish/${key}`, { rev: 3 });
  expect([again.status, again.body.message]).toEqual([409, '已经发布过了。']);
  expect(readdirSync(join(contentDir, FOLDER)).toSorted()).toEqual(['gm-tz-2026-001.md', 'gm-tz-2026-002']);
});

test('nothing is written over an announcement that is there, nor with an error in it', async () => {
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const desk = await deskFor(contentDir);
  const before = readFileSync(join(contentDir, NOTICE), 'utf8');
  const taken = await draftIn(desk, { 标识: 'gm-tz-2026-001' });
  expect((await desk.ask<Refusal>('POST', `/api/publish/${taken}`, { rev: 2 })).status).toBe(422);
  expect(readFileSync(join(contentDir, NOTICE), 'utf8')).toBe(before);
  const wrong = await draftIn(desk, { 发布时间: '2026-02-30 08:00' });
  const { status, body } = await desk.ask<Refusal>('POST', `/api/publish/${wrong}`, { rev: 2 });
  expect(status).toBe(422);
  expect(body.help).not.toBe('');
  expect(existsSync(join(contentDir, FOLDER, 'gm-tz-2026-002.md'))).toBe(false);
});
