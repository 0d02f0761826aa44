import { existsSync, renameSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { tenderAnd } from '../core/agenda/announcements.ts';
import type { Tree } from '../core/fixtures.ts';
import { editionFrom } from '../site/edition.ts';
import type { SentAnswer, SentTexts } from '../../src/core/search/api.ts';
import { startSearchServer } from '../../src/search-server/server.ts';
import type { Updated } from '../../src/search-server/update.ts';
import { temporaryFolder, writeSite } from './site-folder.ts';

const notices = (...bodies: readonly string[]): Tree =>
  Object.fromEntries(
    bodies.map((body, number) => [
      `announcements/general/2026/n${number + 1}.md`,
      `---\n标题: 第${number + 1}号通知\n类别: 通知公告\n类型: 通知\n发布时间: 2026-01-0${number + 1} 09:00\n发布单位: 示例中心\n---\n\n${body}\n`,
    ]),
  );

/** A server over a site with these notices. */
async function serving(...bodies: readonly string[]) {
  const site = join(temporaryFolder(), 'dist');
  const file = join(temporaryFolder(), 'search.sqlite');
  const told: (Updated | Error)[] = [];
  const publish = (...others: readonly string[]): void => {
    rmSync(site, { recursive: true, force: true });
    writeSite(site, editionFrom(tenderAnd(notices(...others))));
  };
  publish(...bodies);
  const start = () =>
    startSearchServer({
      site,
      file,
      host: '127.0.0.1',
      port: 0,
      clock: () => 0,
      tell: (one) => void told.push(one),
    });
  const server = await start();
  onTestFinished(() => server.close());
  const get = (path: string, init?: RequestInit) => fetch(server.url + path, init);
  const ids = async (search: string): Promise<readonly string[]> =>
    ((await (await get(`/api/search${search}`)).json()) as SentAnswer).rows.map(({ listed }) => listed.id);
  return { server, site, told, publish, get, ids, start };
}

test('a question is answered as the search page asks it, the sample standing at its time', async () => {
  const { ids, get } = await serving('清明节照常办理。', '重阳节照常办理。');
  expect(await ids('?q=照常&scope=recent')).toEqual(['n2', 'n1']);
  expect(await ids('?q=照常&q=x&to=2026-01-01')).toEqual(['n1']);
  const answer = (await (await get('/api/search?q=清明节')).json()) as SentAnswer;
  expect(answer).toMatchObject({ total: 1, inTexts: 1, first: ['n1'], hasTexts: true });
  expect(answer.counts.category).toEqual({ general: 1 });
  expect(answer.rows[0]).toMatchObject({
    rank: 3,
    listed: { title: '第1号通知', publishedOn: '2026-01-01' },
  });
  expect(answer.rows[0]!.texts).toMatch(/^\/search\/texts\/2026-1\.json\?/u);
});

test('what has some words in its text is told by itself, each in any of several forms', async () => {
  const { get } = await serving('清明节照常办理。', '重阳节照常办理。', '端午节休息。');
  const texts = async (search: string) =>
    ((await (await get(`/api/search/texts${search}`)).json()) as SentTexts).ids.toSorted();
  expect(await texts('?since=2026&f0=清明&f0=重阳&f1=照常')).toEqual(['n1', 'n2']);
  expect(await texts('?since=2026&f0=清明&i0=n2&f1=照常')).toEqual(['n1', 'n2']);
  expect(await texts('?since=2027&f0=清明')).toEqual([]);
});

test('another build that takes the place of the site is taken in, and only what changed is written', async () => {
  const { server, told, publish, ids } = await serving('清明节。', '重阳节。');
  publish('清明节。', '端午节。', '中秋节。');
  await server.refresh();
  expect(told).toEqual([
    { written: 3, removed: 0, total: 3 },
    { written: 2, removed: 0, total: 4 },
  ]);
  expect([await ids('?q=重阳节'), await ids('?q=端午节'), await ids('?q=中秋节')]).toEqual([
    [],
    ['n2'],
    ['n3'],
  ]);
  await server.refresh();
  expect(told).toHaveLength(2);
});

test('requests are answered while a build is taken in', async () => {
  const { server, publish, ids } = await serving('清明节。');
  publish('端午节。');
  const refreshed = server.refresh();
  expect(await ids('?q=清明节')).toEqual(['n1']);
  await refreshed;
  expect([await ids('?q=清明节'), await ids('?q=端午节')]).toEqual([[], ['n1']]);
});

test('while the site is away or not whole, the build before is answered from, and that is told once', async () => {
  const { server, site, told, publish, ids, start } = await serving('清明节。');
  renameSync(site, `${site}.old`);
  await server.refresh();
  await server.refresh();
  expect(told).toHaveLength(2);
  expect(String(told[1])).toContain('search/index.html');
  expect(await ids('?q=清明节')).toEqual(['n1']);
  const second = await start();
  expect((await fetch(`${second.url}/api/search?q=${encodeURIComponent('清明节')}`)).status).toBe(200);
  await second.close();
  publish('端午节。');
  await server.refresh();
  expect(await ids('?q=端午节')).toEqual(['n1']);
});

test('a folder without a site and without an earlier index starts nothing', async () => {
  const site = temporaryFolder();
  const file = join(temporaryFolder(), 'search.sqlite');
  const options = { site, file, host: '127.0.0.1', port: 0, clock: () => 0, tell: () => undefined };
  await expect(startSearchServer(options)).rejects.toThrow('search/index.html');
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test.each([
  ['a POST', '/api/search', 405, '这里只能用 GET 查询。', 'POST'],
  ['a question of another site whether it may ask', '/api/search', 405, '这里只能用 GET 查询。', 'OPTIONS'],
  ['the root', '/', 404, '没有这个地址；查询在 /api/search。'],
  ['a way out of the folder', '/api/search/../../etc/passwd', 404, '没有这个地址；查询在 /api/search。'],
  ['an address too long', `/api/search?q=${'a'.repeat(8000)}`, 414, '网址太长，最多 8000 个字符。'],
  [
    'too many words',
    `/api/search?q=${Array.from({ length: 65 }, (_, part) => part + 10).join('+')}`,
    400,
    '一次最多查 64 段文字。',
  ],
  [
    'a condition that means nothing',
    '/api/search?region=x&min=y',
    400,
    '有的条件看不懂：金额下限“y”、地区“x”。',
  ],
  ['texts with nothing', '/api/search/texts', 400, '看不懂要在正文里找什么。'],
  ['texts with one letter', '/api/search/texts?since=2026&f0=a', 400, '看不懂要在正文里找什么。'],
])('%s is refused with a sentence', async (_, path, status, error, method = 'GET') => {
  const { get } = await serving('清明节。');
  const response = await get(path, { method });
  expect([response.status, await response.json()]).toEqual([status, { error }]);
});

test('no page of another site may read an answer, and no browser takes it for a page', async () => {
  const { get } = await serving('清明节。');
  const { headers } = await get('/api/search?q=清明节', { headers: { Origin: 'https://evil.example' } });
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

/** What comes back for some bytes, until the server ends the connection. */
async function sent(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  socket.write(bytes);
  return text(socket);
}

test('a head that is too large and a request with a body end the connection', async () => {
  const { server } = await serving('清明节。');
  const large = await sent(
    server.url,
    `GET /api/search HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  );
  expect(large).toMatch(/^HTTP\/1\.1 431 /u);
  const body = await sent(
    server.url,
    'GET /api/search?q=%E6%B8%85%E6%98%8E HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde',
  );
  expect(body).toMatch(/^HTTP\/1\.1 200 [^]*\r\nConnection: close\r\n/u);
  expect(await sent(server.url, 'no http\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /u);
});

test('the port of another program is refused by its code', async () => {
  const { server, site } = await serving('清明节。');
  const port = Number(new URL(server.url).port);
  const file = join(temporaryFolder(), 'search.sqlite');
  const options = { site, file, host: '127.0.0.1', port, clock: () => 0, tell: () => undefined };
  await expect(startSearchServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
