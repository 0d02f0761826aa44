import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Checked, Draft, Existing, Saved } from '../../src/core/desk/api.ts';
import { contentFolder, NOTICE, notice } from '../cli/command.ts';
import { deskFor, type TestDesk } from './open.ts';
import { officeWith, wang } from './reviewers.ts';

const TENDER = 'announcements/construction/2026/gm-js-2026-012-tender/index.md';
const sample = (file: string): string => readFileSync(join('content', file), 'utf8');

const openIn = (desk: TestDesk, id: string) =>
  desk.ask<Draft>('POST', '/api/drafts', { category: '', type: '', existing: id });

const idOf = (file: string): string => /([^/]+?)(?:\/index)?\.md$/u.exec(file)![1]!;

async function edit(desk: TestDesk, draft: Draft, change: Partial<Draft>): Promise<void> {
  const { rev, answers, body, files } = { ...draft, ...change };
  const saved = await desk.ask<Saved>('PUT', `/api/drafts/${draft.key}`, { rev, answers, body, files });
  expect(saved.status).toBe(200);
}

async function write(desk: TestDesk, draft: Draft): Promise<number> {
  const { body } = await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`);
  return (await desk.ask('POST', `/api/publish/${draft.key}`, { rev: body.rev })).status;
}

test('a file that lies in the folder unpublished is listed, opened and written back byte for byte', async () => {
  const text = notice().replace('标题: ', '# 张三写的\n标题: ');
  const desk = await deskFor(contentFolder({ [NOTICE]: text }));
  const { body: existing } = await desk.ask<Existing>('GET', '/api/existing');
  expect(existing).toMatchObject({ files: [{ id: idOf(NOTICE), category: 'general' }], more: 0 });
  const { body: draft, status } = await openIn(desk, idOf(NOTICE));
  expect([status, draft.existing, draft.answers['标识']]).toEqual([200, NOTICE, idOf(NOTICE)]);
  const { body: found } = await desk.ask<Checked>('POST', `/api/drafts/${draft.key}/check`, { seq: 1 });
  expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(await write(desk, draft)).toBe(200);
  expect(readFileSync(join(desk.contentDir, NOTICE), 'utf8')).toBe(text);
});

test('what is changed at the desk is changed in the file, and nothing else', async () => {
  const desk = await deskFor();
  const text = readFileSync(join(desk.contentDir, NOTICE), 'utf8');
  const { body: draft } = await openIn(desk, idOf(NOTICE));
  const title = String(draft.answers['标题']);
  await edit(desk, draft, { answers: { ...draft.answers, 标题: `${title}（改）` } });
  expect((await openIn(desk, idOf(NOTICE))).body.key, 'opened again it is the same draft').toBe(draft.key);
  expect(await write(desk, draft)).toBe(200);
  expect(readFileSync(join(desk.contentDir, NOTICE), 'utf8')).toBe(text.replace(title, `${title}（改）`));
});

test('a file that somebody has changed meanwhile is not written over', async () => {
  const desk = await deskFor();
  const { body: draft } = await openIn(desk, idOf(NOTICE));
  const other = `${notice()}\n别人加的一段。\n`;
  writeFileSync(join(desk.contentDir, NOTICE), other);
  expect(await write(desk, draft)).toBe(409);
  expect(readFileSync(join(desk.contentDir, NOTICE), 'utf8')).toBe(other);
});

test('attachments come along, may be added and taken away, and the file gets a folder with its first', async () => {
  const desk = await deskFor();
  const { body: draft } = await openIn(desk, idOf(NOTICE));
  const text = Buffer.from('附件的内容');
  await desk.ask('PUT', `/api/drafts/${draft.key}/files/${encodeURIComponent('说明.txt')}`, text);
  expect(await write(desk, draft)).toBe(200);
  const moved = NOTICE.replace('.md', '/index.md');
  expect(existsSync(join(desk.contentDir, NOTICE))).toBe(false);
  expect(readFileSync(join(desk.contentDir, dirname(moved), '说明.txt'), 'utf8')).toBe('附件的内容');
  expect(readFileSync(join(desk.contentDir, moved), 'utf8')).toContain('文件: 说明.txt');
  const { body: again } = await openIn(desk, idOf(NOTICE));
  expect(again.files).toMatchObject([{ name: '说明.txt', label: '说明', bytes: text.length }]);
  await desk.ask('DELETE', `/api/drafts/${again.key}/files/${encodeURIComponent('说明.txt')}`);
  expect(await write(desk, again)).toBe(200);
  expect(existsSync(join(desk.contentDir, dirname(moved), '说明.txt'))).toBe(false);
});

test('what is published is changed by a correction alone: in the list of the site, or known to the repository', async () => {
  const listed = await deskFor(undefined, undefined, undefined, undefined, new Set([idOf(NOTICE)]));
  expect((await listed.ask<Existing>('GET', '/api/existing')).body).toEqual({ files: [], more: 0 });
  expect((await openIn(listed, idOf(NOTICE))).status).toBe(409);
  const contentDir = contentFolder({ [NOTICE]: notice() });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], { cwd: contentDir });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  mkdirSync(dirname(join(contentDir, TENDER)), { recursive: true });
  writeFileSync(join(contentDir, TENDER), sample(TENDER));
  const desk = await deskFor(contentDir);
  const { body } = await desk.ask<Existing>('GET', '/api/existing');
  expect(body.files.map(({ id, type }) => `${id} ${type}`)).toEqual([`${idOf(TENDER)} 招标公告`]);
  expect((await openIn(desk, idOf(NOTICE))).status).toBe(409);
  expect((await openIn(desk, idOf(TENDER))).status).toBe(200);
});

test('a file that no form can hold is listed with why, and stays as it is', async () => {
  const broken = notice().replace('标题: ', '标题：');
  const desk = await deskFor(contentFolder({ [NOTICE]: broken }));
  const { body } = await desk.ask<Existing>('GET', '/api/existing');
  expect(body.files).toMatchObject([{ title: idOf(NOTICE), why: '栏目的写法有错，分不清意思' }]);
  expect(await openIn(desk, idOf(NOTICE))).toMatchObject({
    status: 422,
    body: { message: '栏目的写法有错，分不清意思。' },
  });
  expect(readFileSync(join(desk.contentDir, NOTICE), 'utf8')).toBe(broken);
});

test('a sample with attachments is opened among the others and written back as it was', async () => {
  const contentDir = contentFolder();
  cpSync('content', contentDir, { recursive: true });
  const desk = await deskFor(contentDir, () => '2026-11-22T09:00:00+08:00');
  const { body: draft } = await openIn(desk, idOf(TENDER));
  expect(draft.files.length).toBeGreaterThan(0);
  const { body: found } = await desk.ask<Checked>('POST', `/api/drafts/${draft.key}/check`, { seq: 1 });
  expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(await write(desk, draft)).toBe(200);
  expect(readFileSync(join(contentDir, TENDER), 'utf8')).toBe(sample(TENDER));
});

test('a file that is sent where all desks meet makes way for the one that comes back published', async () => {
  const office = officeWith(0);
  const desk = await wang(office);
  const file = NOTICE.replace('001', '002');
  const text = `# 手写的\n`;
  writeFileSync(join(desk.contentDir, file), notice().replace('---\n', `---\n${text}`));
  const { body: draft } = await openIn(desk, idOf(file));
  expect(draft.existing).toBe(file);
  await edit(desk, draft, { answers: { ...draft.answers, 标题: '关于改过的通知' } });
  expect(await write(desk, draft)).toBe(200);
  const published = readFileSync(join(desk.contentDir, file), 'utf8');
  expect(published).toContain(text);
  expect(published).toContain('标题: 关于改过的通知');
  expect(
    execFileSync('git', ['status', '--porcelain'], { cwd: desk.contentDir, encoding: 'utf8' }),
  ).not.toContain(idOf(file));
  expect((await desk.ask<Existing>('GET', '/api/existing')).body.files).toEqual([]);
});
