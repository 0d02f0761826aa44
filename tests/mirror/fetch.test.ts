import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MirrorError } from '../../src/mirror/failure.ts';
import { webSource } from '../../src/mirror/fetch.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { Place, readStatus } from '../../src/mirror/place.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { filesOf, keys, leftovers, mirroring, read, site, temporaryFolder } from './hall.ts';

type Lie = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const patience = { silence: 150, pauses: [5, 5] };

let folder: string;
let lie: Lie | undefined;
let asked: string[];
/** What the server tells of its clock. */
let date: () => string | undefined;
let server: Server;
let address: string;

/** A web server with the sites of the tests below `/ggzy/`; what it is asked for beside the manifest it may lie about. */
beforeEach(async () => {
  asked = [];
  lie = undefined;
  date = () => undefined;
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url!.replace('/ggzy/', ''));
    asked.push(path);
    const told = date();
    response.sendDate = false;
    if (told) response.setHeader('Date', told);
    let body: Buffer;
    try {
      body = readFileSync(join(folder, path));
    } catch {
      return void response.writeHead(404).end('没有这个页面');
    }
    const etag = `"${body.length}-${path}-${folder.slice(-6)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.setHeader('ETag', etag);
    if (lie && !path.startsWith('manifest')) return lie(request, response, body);
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ggzy/`;
});

afterEach(async () => {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
});

const pull = (to: string, more = {}) => bring(webSource(address, patience), mirroring(to, more));

async function mirrorOf(n: number): Promise<string> {
  const to = temporaryFolder();
  folder = site(n);
  await pull(to);
  return to;
}

test('a site is pulled, nothing is asked for twice, and only what has changed', async () => {
  const to = await mirrorOf(1);
  expect(read(to)).toBe(1);
  asked = [];
  expect(await pull(to)).toMatchObject({ ending: 'unchanged' });
  expect(asked).toEqual(['manifest.json']);
  folder = site(2);
  asked = [];
  expect(await pull(to)).toMatchObject({ ending: 'changed' });
  expect(read(to)).toBe(2);
  expect(asked).not.toContain('large.bin');
  expect(new Set(asked).size).toBe(asked.length);
});

const LIES: readonly (readonly [name: string, lie: Lie, ending: string])[] = [
  ['hangs', () => undefined, 'network'],
  ['hangs within a file', (_, response, body) => void response.write(body.subarray(0, 3)), 'network'],
  [
    'breaks off each file',
    (request, response) =>
      void response.writeHead(200, { 'Content-Length': 99 }).write('x', () => request.socket.destroy()),
    'network',
  ],
  ['answers 500', (_, response) => void response.writeHead(500).end('x'), 'network'],
  ['answers 404', (_, response) => void response.writeHead(404).end('x'), 'network'],
  ['answers 403', (_, response) => void response.writeHead(403).end('x'), 'network'],
  [
    'leads to a login page',
    (_, response) => void response.writeHead(302, { Location: '/login' }).end(),
    'network',
  ],
  ['gives a login page', (_, response) => void response.end('<p>请先登录</p>'), 'untrusted'],
  [
    'cuts files short',
    (_, response, body) => void response.end(body.subarray(0, body.length / 2)),
    'untrusted',
  ],
  [
    'sends without end',
    (_, response, body) => void response.end(Buffer.concat([body, Buffer.alloc(2 ** 20)])),
    'untrusted',
  ],
  [
    'changes a byte',
    (_, response, body) =>
      void response.end(Buffer.from(body.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))),
    'untrusted',
  ],
];

test.each(LIES)(
  'a server that %s changes nothing; once it is well the release comes',
  async (_, fault, ending) => {
    const to = await mirrorOf(1);
    folder = site(2);
    lie = fault;
    const error = await pull(to).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MirrorError);
    expect(error).toMatchObject({ ending });
    expect((error as MirrorError).message).toMatch(/[\u4e00-\u9fff].*。/su);
    expect(read(to)).toBe(1);
    lie = undefined;
    await pull(to);
    expect([read(to), leftovers(to)]).toEqual([2, []]);
  },
);

test('a server that is not there is named, and what to look at', async () => {
  const to = await mirrorOf(1);
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
  await expect(pull(to)).rejects.toMatchObject({
    ending: 'network',
    message: expect.stringContaining('请检查网络'),
  });
  expect(read(to)).toBe(1);
  server.listen(0);
});

test('a server that has no manifest says where it is made', async () => {
  folder = temporaryFolder();
  await expect(pull(temporaryFolder())).rejects.toMatchObject({
    ending: 'network',
    message: expect.stringContaining('mirror -- pack'),
  });
});

test('of a file whose connection broke only the rest is asked for', async () => {
  folder = site(1);
  const ranges: (string | undefined)[] = [];
  lie = (request, response, body) => {
    if (!request.url!.endsWith('large.bin')) return void response.end(body);
    ranges.push(request.headers.range);
    const from = Number(/\d+/u.exec(request.headers.range ?? '')?.[0] ?? 0);
    if (from > 0) return void response.writeHead(206).end(body.subarray(from));
    response.writeHead(200, { 'Content-Length': body.length });
    response.write(body.subarray(0, 5000), () => setImmediate(() => request.socket.destroy()));
  };
  const to = temporaryFolder();
  await pull(to);
  expect([read(to), ranges]).toEqual([1, [undefined, 'bytes=5000-']]);
});

test('a site that is replaced while it is pulled is begun anew, and one release comes', async () => {
  const to = await mirrorOf(1);
  folder = site(2);
  lie = (_, response) => {
    lie = undefined;
    folder = site(3);
    response.writeHead(404).end();
  };
  expect(await pull(to)).toMatchObject({ ending: 'changed' });
  expect([read(to), leftovers(to)]).toEqual([3, []]);
});

test('an unfinished pull is taken up where it ended', async () => {
  const to = temporaryFolder();
  folder = site(1);
  lie = (request, response, body) =>
    request.url!.endsWith('about/index.html') ? void response.writeHead(503).end() : void response.end(body);
  await expect(pull(to)).rejects.toMatchObject({ ending: 'network' });
  lie = undefined;
  asked = [];
  await pull(to);
  expect([read(to), asked]).toEqual([1, ['manifest.json', 'manifest.json.sig', 'about/index.html']]);
});

test('a public key that does not fit is noticed at the next pull, also where nothing is new at the source', async () => {
  const to = temporaryFolder();
  folder = site(1, filesOf(1), temporaryFolder(), keys.privateKey);
  await pull(to, { publicKeys: [keys.publicKey] });
  const { publicKey } = generateKeyPairSync('ed25519');
  await expect(pull(to, { publicKeys: [publicKey] })).rejects.toMatchObject({ ending: 'untrusted' });
  expect(read(to)).toBe(1);
  expect(await pull(to, { publicKeys: [keys.publicKey] })).toMatchObject({ ending: 'unchanged' });
});

test('where a public key is set later, the signature is brought to a release that came without', async () => {
  const to = temporaryFolder();
  folder = site(1, filesOf(1), temporaryFolder(), keys.privateKey);
  await pull(to);
  rmSync(join(to, 'current/manifest.json.sig'));
  expect(await pull(to, { publicKeys: [keys.publicKey] })).toMatchObject({ ending: 'changed' });
  expect(existsSync(join(to, 'current/manifest.json.sig'))).toBe(true);
  expect(await pull(to, { publicKeys: [keys.publicKey] })).toMatchObject({ ending: 'unchanged' });
});

/** When the mirror says it last reached a source. */
const contactOf = (to: string): string | undefined => readStatus(new Place(to)).contactAt;

test('each answer of the source is noted as a contact, also where nothing is new, and no failure is', async () => {
  folder = site(1);
  const to = temporaryFolder();
  const [one, two, three] = ['12:00', '12:02', '12:04'].map((time) => `2026-11-22T${time}:00+08:00`);
  await pull(to, { now: one });
  expect(contactOf(to)).toBe(one);
  await pull(to, { now: two });
  expect(contactOf(to)).toBe(two);
  folder = site(2);
  lie = (_, response) => void response.writeHead(503).end();
  await expect(pull(to, { now: three })).rejects.toMatchObject({ ending: 'network' });
  expect([contactOf(to), readStatus(new Place(to)).at]).toEqual([two, three]);
});

test('a box that is fed by hand tells of no contact: nobody knows when the next stick comes', async () => {
  const to = await mirrorOf(1);
  await bring(folderSource(site(2)), mirroring(to));
  expect(contactOf(to)).toBeUndefined();
});

test('a box whose clock cannot be right tells of no contact', async () => {
  const to = await mirrorOf(1);
  await pull(to, { now: '2026-11-20T12:00:00+08:00' });
  expect(contactOf(to)).toBeUndefined();
});

/** A moment of this machine's clock, so many seconds from now, as a server tells it. */
const dateIn = (seconds: number): string =>
  new Date(performance.timeOrigin + performance.now() + seconds * 1000).toUTCString();

const skewOf = (to: string): number | undefined => readStatus(new Place(to)).skewSeconds;

test.each([
  ['of a box that is a day ahead', -86_400, undefined],
  ['of a box that is five minutes behind', 300, undefined],
  ['of a box that is right', 0, undefined],
  ['heard through a cache that asked ten minutes ago', -600, '600'],
])('the clock of the source is noted: %s', async (_, seconds, age) => {
  const to = temporaryFolder();
  folder = site(1);
  date = () => dateIn(seconds);
  if (age) server.prependListener('request', (_request, response) => void response.setHeader('Age', age));
  const { message } = await pull(to);
  expect(message.includes('本机的时钟比来源')).toBe(seconds !== 0 && age === undefined);
  const expected = seconds + Number(age ?? 0);
  expect(Math.abs(skewOf(to)! - expected)).toBeLessThanOrEqual(1);
  // Also where nothing is new, and where what comes is no good.
  date = () => dateIn(seconds + 50);
  await pull(to);
  expect(Math.abs(skewOf(to)! - expected - 50)).toBeLessThanOrEqual(1);
  date = () => dateIn(seconds + 100);
  folder = site(2);
  lie = (_request, response) => void response.end('<p>请先登录</p>');
  await expect(pull(to)).rejects.toMatchObject({ ending: 'untrusted' });
  expect(Math.abs(skewOf(to)! - expected - 100)).toBeLessThanOrEqual(1);
});

test('a clock that was heard is known until the source is heard again, and a stick tells none', async () => {
  const to = temporaryFolder();
  folder = site(1);
  date = () => dateIn(300);
  await pull(to);
  const before = skewOf(to);
  await expect(bring(webSource(address, patience), mirroring(to, { part: 'kiosk' }))).rejects.toThrow('404');
  expect(skewOf(to)).toBe(before);
  date = () => undefined;
  await pull(to);
  expect(skewOf(to)).toBeUndefined();
  date = () => dateIn(300);
  await pull(to);
  await bring(folderSource(site(2)), mirroring(to));
  expect(skewOf(to)).toBeUndefined();
});

test.each([
  'ftp://example.gov.cn/',
  'example.gov.cn',
  'https://name:word@example.gov.cn/',
  'https://example.gov.cn/?a=1',
])('%s is no source', (text) => {
  expect(() => webSource(text)).toThrow('请写网站首页的地址');
});
