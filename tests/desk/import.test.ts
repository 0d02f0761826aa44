import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Draft, Imported, Original, Refusal } from '../../src/core/desk/api.ts';
import { deskFolderOf } from '../../src/desk/place.ts';
import { worksTender } from '../importer/documents/notices.ts';
import { deskFor, type TestDesk } from './open.ts';

const draftIn = async (desk: TestDesk): Promise<Draft> =>
  (await desk.ask<Draft>('POST', '/api/drafts', { category: 'construction', type: '招标公告' })).body;

const bring = <T>(desk: TestDesk, key: string, name: string, bytes: Uint8Array) =>
  desk.ask<T>('POST', `/api/drafts/${key}/import`, bytes, {
    headers: { 'X-File-Name': encodeURIComponent(name) },
  });

const DOCUMENT = `示例路道路工程施工招标公告
招标人：高明区示例街道建设办公室
项目编号：GM-JS-2026-900
投标截止时间：2026年3月25日 9时30分
一、招标条件
本项目已经批准建设。
`;

test('an agency’s document is proposed with where each value stands, and kept beside the draft', async () => {
  const desk = await deskFor();
  const { key, rev } = await draftIn(desk);
  const { status, body } = await bring<Imported>(desk, key, '来文.txt', new TextEncoder().encode(DOCUMENT));
  expect(status).toBe(200);
  expect(body.body).toContain('本项目已经批准建设。');
  expect(body.proposals['标题']).toMatchObject({ answer: '示例路道路工程施工招标公告' });
  expect(body.proposals['投标截止']).toMatchObject({ words: expect.stringContaining('投标截止时间') });
  const { body: draft } = await desk.ask<Draft>('GET', `/api/drafts/${key}`);
  expect(draft).toMatchObject({
    rev,
    hasOriginal: true,
    body: '',
    answers: { 类别: '建设工程', 类型: '招标公告' },
  });
  expect(draft.proposals['招标人']).toMatchObject({ reason: expect.stringContaining('来文') });
  expect(readdirSync(join(deskFolderOf(desk.contentDir), key)).toSorted()).toEqual([
    'draft.json',
    'original.txt',
  ]);
});

test('a Word file is read in a thread of its own, its table in the body', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const { status, body } = await bring<Imported>(desk, key, '招标公告.docx', worksTender());
  expect(status).toBe(200);
  expect(Object.keys(body.proposals)).toEqual(expect.arrayContaining(['标题', '招标人']));
  expect(body.body.length).toBeGreaterThan(100);
});

/** Some kilobytes that unpack to a gigabyte. */
const bomb = (): Uint8Array => zipSync({ 'word/document.xml': [new Uint8Array(300_000_000), { level: 9 }] });

test.each<[name: string, file: string, bytes: () => Uint8Array]>([
  [
    'a file that only says that it is a Word file',
    '来文.docx',
    () => new TextEncoder().encode('PK\u0003\u0004 broken'),
  ],
  ['a zip bomb', '来文.docx', bomb],
  ['what Word leaves behind while a file is open', '~$来文.docx', () => new Uint8Array(162)],
  ['a program', '来文.exe', () => new TextEncoder().encode('MZ\u0090\u0000')],
])('%s is refused in a sentence, and nothing of it stays', async (_, file, bytes) => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  const { status, body } = await bring<Refusal>(desk, key, file, bytes());
  expect(status).toBe(422);
  expect(body.message).toMatch(/\p{Script=Han}/u);
  expect(readdirSync(join(deskFolderOf(desk.contentDir), key))).toEqual(['draft.json']);
  expect((await desk.ask<Draft>('GET', `/api/drafts/${key}`)).body.hasOriginal).toBe(false);
  expect(desk.reported).toEqual([]);
});

test('the name of a document leads nowhere', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  await bring<Imported>(desk, key, '../../../来文.txt', new TextEncoder().encode(DOCUMENT));
  expect(readdirSync(join(deskFolderOf(desk.contentDir), key)).toSorted()).toEqual([
    'draft.json',
    'original.txt',
  ]);
  expect((await desk.ask('POST', `/api/drafts/${key}/import`, new Uint8Array(3))).status).toBe(422);
});

test('the document is shown beside the page as plain text and tables; of a draft from none there is nothing', async () => {
  const desk = await deskFor();
  const { key } = await draftIn(desk);
  expect((await desk.ask<Refusal>('GET', `/api/drafts/${key}/original`)).status).toBe(404);
  await bring(desk, key, '招标公告.docx', worksTender());
  const { status, body } = await desk.ask<Original>('GET', `/api/drafts/${key}/original`);
  expect([status, body.name]).toEqual([200, '招标公告.docx']);
  expect(body.html).toMatch(/<table>.*<\/table>/su);
  expect(body.html).not.toMatch(/<(?!\/?(?:p|h\d|ul|ol|li|table|thead|tbody|tr|t[dh]|strong|em|br)\b)/u);
});

test('where the document’s own deadline could not be read, no usual one is offered in its place', async () => {
  const desk = await deskFor();
  const { key, rev, answers } = await draftIn(desk);
  const offered = async (): Promise<readonly string[]> =>
    Object.keys((await desk.ask<Draft>('GET', `/api/drafts/${key}`)).body.proposals);
  const filled = { ...answers, 发布时间: '2026-03-02 09:00', 文件获取开始: '2026-03-03' };
  await desk.ask('PUT', `/api/drafts/${key}`, { rev, answers: filled, body: '', files: [] });
  await expect.poll(offered).toContain('投标截止');
  const text = DOCUMENT.replace('2026年3月25日 9时30分', '2026年3月25日9:00-9:30');
  await bring<Imported>(desk, key, '来文.txt', new TextEncoder().encode(text));
  expect(await offered()).not.toContain('投标截止');
});
