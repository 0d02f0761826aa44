import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Conflict, Draft, DraftFile, Refusal, Saved } from '../../src/core/desk/api.ts';
import { deskFolderOf } from '../../src/desk/place.ts';
import { deskFor, type TestDesk } from './open.ts';

const NEW = { category: 'general', type: '通知' };

async function draftIn(desk: TestDesk): Promise<Draft> {
  const { status, body } = await desk.ask<Draft>('POST', '/api/drafts', NEW);
  expect(status).toBe(200);
  return body;
}

const edit = (draft: Draft, title: string, body = '正文。') => ({
  rev: draft.rev,
  answers: { ...draft.answers, 标题: title },
  body,
  files: [],
});

const PDF = new Uint8Array(Buffer.from('%PDF-1.4\n'));

test('a draft is there again after the desk was closed and opened', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  expect(draft.answers).toEqual({ 类别: '通知公告', 类型: '通知' });
  const { body: saved } = await desk.ask<Saved>('PUT', `/api/drafts/${draft.key}`, edit(draft, '放假通知'));
  expect(saved.rev).toBe(draft.rev + 1);
  await desk.close();
  const again = await deskFor(desk.contentDir);
  const { body } = await again.ask<Draft>('GET', `/api/drafts/${draft.key}`);
  expect(body).toMatchObject({ title: '放假通知', body: '正文。', rev: saved.rev, phase: 'draft' });
});

test('git is told to pass drafts by, and others of the machine cannot read them', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const folder = deskFolderOf(desk.contentDir);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  const { mode } = await import('node:fs').then(({ statSync }) => statSync(join(folder, key, 'draft.json')));
  expect(mode & 0o077).toBe(0);
});

test('who saves on an old version gets the newer one and keeps her own', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  await desk.ask('PUT', `/api/drafts/${draft.key}`, edit(draft, '第一次'));
  const { status, body } = await desk.ask<Conflict>('PUT', `/api/drafts/${draft.key}`, edit(draft, '第二次'));
  expect(status).toBe(409);
  expect(body.theirs).toMatchObject({ title: '第一次', rev: draft.rev + 1 });
  expect(body.help).toContain('对照');
});

test('a save that is sent twice, since its answer was lost, is one save', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  const first = await desk.ask<Saved>('PUT', `/api/drafts/${draft.key}`, edit(draft, '同一次'));
  const second = await desk.ask<Saved>('PUT', `/api/drafts/${draft.key}`, edit(draft, '同一次'));
  expect(second).toMatchObject({ status: 200, body: { rev: first.body.rev } });
});

test('a second window reads, and does not write', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  const window = 'window-2';
  const { body } = await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`, undefined, { window });
  expect(body.isReadOnly).toBe(true);
  const refused = await desk.ask<Conflict>('PUT', `/api/drafts/${draft.key}`, edit(draft, '二'), { window });
  expect(refused).toMatchObject({ status: 409, body: { message: '另一个窗口正在写这份草稿。' } });
  expect((await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.isReadOnly).toBe(false);
});

test('a draft that is thrown away lies in the bin', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  expect((await desk.ask('DELETE', `/api/drafts/${key}`)).status).toBe(204);
  expect((await desk.ask('GET', `/api/drafts/${key}`)).status).toBe(404);
  expect(readdirSync(join(deskFolderOf(desk.contentDir), 'bin'))).toEqual([`2026-03-02.${key}`]);
});

test('a draft whose type an upgrade has dropped opens with all its words', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  await desk.ask('PUT', `/api/drafts/${draft.key}`, edit(draft, '旧类型的公告', '一个字也不能丢。'));
  const file = join(deskFolderOf(desk.contentDir), draft.key, 'draft.json');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"通知"', '"不再有的类型"'));
  const { status, body } = await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ type: '不再有的类型', title: '旧类型的公告', body: '一个字也不能丢。' });
  const saved = await desk.ask('PUT', `/api/drafts/${draft.key}`, edit(body, '旧类型的公告', '还能接着存。'));
  expect(saved.status).toBe(200);
});

test('what a newer program has written beside the words of a draft stays there', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  const file = join(deskFolderOf(desk.contentDir), draft.key, 'draft.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), later: { added: 1 } }));
  await desk.ask('PUT', `/api/drafts/${draft.key}`, edit(draft, '标题'));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ later: { added: 1 }, rev: draft.rev + 1 });
});

test('a draft that cannot be read is told of, and left as it is', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const file = join(deskFolderOf(desk.contentDir), key, 'draft.json');
  writeFileSync(file, '{"half');
  const { status, body } = await desk.ask<Refusal>('GET', `/api/drafts/${key}`);
  expect(status).toBe(422);
  expect(body.message).toBe('这份草稿打不开，内容还在。');
  expect(readFileSync(file, 'utf8')).toBe('{"half');
});

test.each(['../../etc', '..', 'CON', 'ABCDEF0123456789', '0123456789abcdef0'])(
  'no draft is called %s',
  async (key) => {
    const desk = await deskFor();
    for (const method of ['GET', 'DELETE'])
      expect((await desk.ask(method, `/api/drafts/${encodeURIComponent(key)}`)).status).toBe(404);
  },
);

test('an attachment is kept whole, under its label, in the order that is wanted', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  const path = `/api/drafts/${draft.key}`;
  for (const name of ['招标文件.pdf', '图纸.pdf'])
    expect(await desk.ask<DraftFile>('PUT', `${path}/files/${encodeURIComponent(name)}`, PDF)).toMatchObject({
      status: 200,
      body: { name, label: name.slice(0, -4), bytes: PDF.length },
    });
  const files = [{ name: '图纸.pdf', label: '施工图纸' }];
  expect((await desk.ask('PUT', path, { ...edit(draft, '标题'), files })).status).toBe(200);
  const { body } = await desk.ask<Draft>('GET', path);
  expect(body.files.map(({ name, label }) => [name, label])).toEqual([
    ['图纸.pdf', '施工图纸'],
    ['招标文件.pdf', '招标文件'],
  ]);
  expect((await desk.ask('DELETE', `${path}/files/${encodeURIComponent('图纸.pdf')}`)).status).toBe(204);
  expect(readdirSync(join(deskFolderOf(desk.contentDir), draft.key, 'files'))).toEqual(['招标文件.pdf']);
});

test.each([
  '../../x.pdf',
  '..',
  'a/b.pdf',
  'a\\b.pdf',
  'CON.pdf',
  'nul',
  'a.pdf:$DATA',
  'a.pdf::$DATA',
  'a.pdf.',
  'a.pdf ',
  '.htaccess',
  'a\u202Efdp.exe',
  'page.html',
  'run.exe',
  'index.md',
  `${'长'.repeat(90)}.pdf`,
])('no file is kept under the name %j', async (name) => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const { status, body } = await desk.ask<Refusal>(
    'PUT',
    `/api/drafts/${key}/files/${encodeURIComponent(name)}`,
    PDF,
  );
  expect([404, 422]).toContain(status);
  expect(body.message).not.toBe('');
  const folder = join(deskFolderOf(desk.contentDir), key);
  expect(readdirSync(folder)).toEqual(['draft.json']);
});

test('two names that are one name on some machine are not both kept', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  await desk.ask('PUT', `/api/drafts/${key}/files/a.pdf`, PDF);
  const { status, body } = await desk.ask<Refusal>('PUT', `/api/drafts/${key}/files/A.pdf`, PDF);
  expect([status, body.message]).toEqual([422, '“A.pdf”和“a.pdf”在有的电脑上是同一个名字。']);
});

test('an empty file, and one that breaks off, leave nothing behind', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  expect((await desk.ask('PUT', `/api/drafts/${key}/files/a.pdf`, new Uint8Array())).status).toBe(422);
  const stop = new AbortController();
  const body = new ReadableStream({
    start: (stream) => stream.enqueue(PDF),
    pull: () => void stop.abort(),
  });
  await fetch(`${desk.origin}/api/drafts/${key}/files/b.pdf`, {
    method: 'PUT',
    headers: {
      'X-Desk-Token': desk.token,
      'X-Desk-Window': 'window-1',
      'Sec-Fetch-Site': 'same-origin',
      Origin: desk.origin,
      'Content-Type': 'application/octet-stream',
    },
    body,
    duplex: 'half',
    signal: stop.signal,
  } as RequestInit).catch(() => undefined);
  const folder = join(deskFolderOf(desk.contentDir), key);
  await expect.poll(() => readdirSync(folder)).toEqual(['draft.json']);
  expect(desk.reported).toEqual([]);
});

test('a link that lies in the place of an attachment is replaced, and what it leads to stays', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const folder = join(deskFolderOf(desk.contentDir), key, 'files');
  const outside = join(desk.contentDir, 'site.yaml');
  const before = readFileSync(outside, 'utf8');
  mkdirSync(folder);
  symlinkSync(outside, join(folder, 'a.pdf'));
  expect((await desk.ask('PUT', `/api/drafts/${key}/files/a.pdf`, PDF)).status).toBe(200);
  expect(readFileSync(outside, 'utf8')).toBe(before);
  expect(readFileSync(join(folder, 'a.pdf'))).toEqual(Buffer.from(PDF));
});

test('nonsense is refused with a sentence, and the draft is as it was', async () => {
  const desk = await deskFor();
  const draft = await draftIn(desk);
  for (const body of [[], {}, { rev: draft.rev }, { ...edit(draft, 'x'), answers: { 标题: 5 } }])
    expect((await desk.ask('PUT', `/api/drafts/${draft.key}`, body)).status).toBe(422);
  expect((await desk.ask('POST', '/api/drafts', { category: 'general', type: '没有' })).status).toBe(422);
  expect((await desk.ask('POST', '/api/drafts', { category: '__proto__', type: '通知' })).status).toBe(422);
  const large = { ...edit(draft, 'x'), body: '长'.repeat(2_000_000) };
  expect((await desk.ask('PUT', `/api/drafts/${draft.key}`, large)).status).toBe(413);
  expect((await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.rev).toBe(draft.rev);
  expect(existsSync(join(deskFolderOf(desk.contentDir), draft.key, 'draft.json.new'))).toBe(false);
});

test('a clock that is set back loses no save', async () => {
  const moments = ['2026-03-02T08:00:00+08:00', '2026-03-02T08:01:00+08:00', '1970-01-01T08:00:00+08:00'];
  let place = 0;
  const desk = await deskFor(undefined, () => moments[Math.min(place++, moments.length - 1)]!);
  const draft = await draftIn(desk);
  const first = await desk.ask<Saved>('PUT', `/api/drafts/${draft.key}`, edit(draft, '一'));
  const second = await desk.ask<Saved>(
    'PUT',
    `/api/drafts/${draft.key}`,
    edit({ ...draft, rev: first.body.rev }, '二'),
  );
  expect(second.status).toBe(200);
  expect((await desk.ask<Draft>('GET', `/api/drafts/${draft.key}`)).body.title).toBe('二');
});
