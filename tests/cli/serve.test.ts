import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startAnywhere, startServer, type RunningServer } from '../../src/cli/serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'zhangbang-serve-'));
const extensions = ['html', 'xml', 'json', 'css', 'js', 'svg', 'ics', 'csv', 'txt'];
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(dir, 'about'));
  writeFileSync(join(dir, 'index.html'), '首页');
  writeFileSync(join(dir, 'about/index.html'), '关于');
  writeFileSync(join(dir, '404.html'), '没有');
  for (const extension of extensions) writeFileSync(join(dir, `file.${extension}`), '文');
  mkdirSync(join(dir, 'rooms'));
  writeFileSync(join(dir, 'rooms/kb303.json'), '{}');
  server = await startServer({ dir, base: '/ggzy/', live: join(dir, 'rooms'), port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

test('the address holds the base path, and the home page is found there', async () => {
  expect(server.url).toMatch(/^http:\/\/localhost:\d+\/ggzy\/$/);
  const response = await fetch(server.url);
  expect([response.status, await response.text()]).toEqual([200, '首页']);
});

test.each(extensions)('a .%s file says that it is UTF-8', async (extension) => {
  const response = await fetch(`${server.url}file.${extension}`);
  expect(response.headers.get('content-type')).toMatch(/^\w+\/[\w+-]+; charset=utf-8$/);
});

test('an address that does not exist gets the 404 page with status 404', async () => {
  const response = await fetch(`${server.url}nothing/`);
  expect([response.status, await response.text()]).toEqual([404, '没有']);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('what is being read out in a room lies beside the site, and nothing else of its folder is there', async () => {
  const response = await fetch(`${server.url}live/kb303.json`);
  expect([response.status, await response.text()]).toEqual([200, '{}']);
  const again = { headers: { 'If-None-Match': response.headers.get('etag')! } };
  expect((await fetch(`${server.url}live/kb303.json`, again)).status).toBe(304);
  for (const other of ['kb301.json', '', 'KB303.json', '%2e%2e%2ffile.json'])
    expect((await fetch(`${server.url}live/${other}`)).status).toBe(404);
});

test('the root leads to the base path, outside of which there is nothing', async () => {
  const { origin } = new URL(server.url);
  expect((await fetch(origin)).url).toBe(server.url);
  expect((await fetch(`${origin}/about/`)).status).toBe(404);
});

test.each([
  ['about', '/ggzy/about/'],
  ['about?a=1', '/ggzy/about/?a=1'],
  ['about/?a=1', '/ggzy/about/?a=1'],
])('%s ends with a slash before the query, as on a web host', async (path, expected) => {
  const response = await fetch(server.url + path);
  expect(new URL(response.url).pathname + new URL(response.url).search).toBe(expected);
  expect(await response.text()).toBe('关于');
});

test('a file that has not changed is not sent twice, and a build switched in meanwhile is seen', async () => {
  const path = join(dir, 'changing.json');
  writeFileSync(path, '1');
  const first = await fetch(`${server.url}changing.json`);
  expect(await first.text()).toBe('1');
  const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
  expect((await fetch(`${server.url}changing.json`, { headers })).status).toBe(304);
  // As a build does it: of a file that is written over, a reader who is late would get the rest of the new one.
  writeFileSync(`${path}.new`, '22');
  renameSync(`${path}.new`, path);
  expect(await (await fetch(`${server.url}changing.json`, { headers })).text()).toBe('22');
});

test.each(['/ggzy/../../../../etc/passwd', '/ggzy/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/ggzy/%ff'])(
  '%s does not lead out of the folder',
  async (path) => {
    const status = await new Promise((done) => {
      request(server.url, { path }, (response) => done(response.resume().statusCode)).end();
    });
    expect(status).toBe(404);
  },
);

test('a port that is taken is refused by its code', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ dir, base: '/', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('where the port is taken, a preview takes a free one by itself', async () => {
  const port = Number(new URL(server.url).port);
  const other = await startAnywhere({ dir, base: '/', port });
  onTestFinished(() => other.close());
  expect(Number(new URL(other.url).port)).not.toBe(port);
  expect(await (await fetch(other.url)).text()).toBe('首页');
});
