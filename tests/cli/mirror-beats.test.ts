import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { boxName } from '../../src/cli/mirror/beats.ts';
import { run, temporaryFolder, type Ran } from './command.ts';

const beat = (id: string, minutes: number): string => `?s=${id}&q=20261122090000&u=${minutes}&e=0&f=1&m=140`;

/** A line of nginx, of today at a time in Beijing. */
const line = (time: string, target: string): string =>
  `127.0.0.1 - - [22/Nov/2026:${time} +0800] "GET ${target} HTTP/1.1" 304 0 "-" "Chromium"`;

const asks = (time: string, id: string, minutes: number, folder = 'display'): string =>
  line(time, `/${folder}/${id}/head.json${beat(id, minutes)}`);

/** A source with one screen that keeps a log of what it was asked, and answers what `answer` says to questions of screens. */
async function source(answer: (url: string) => number | undefined = () => 200) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'display/lobby-a'), { recursive: true });
  for (const path of ['index.html', 'display/lobby-a/index.html', 'display/lobby-a/head.json'])
    writeFileSync(join(folder, path), path);
  await mirror(['pack', '--site', folder], '09:00');
  const asked: string[] = [];
  const server = createServer(({ url = '', method, socket }, response) => {
    const path = url.replace('/ggzy/', '');
    if (path.endsWith('.sig')) return void response.writeHead(404).end();
    if (!path.includes('?')) return void response.end(readFileSync(join(folder, path)));
    asked.push(`${method} ${url}`);
    const status = answer(url);
    if (status === undefined) return void socket.destroy();
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ggzy/`, asked };
}

const mirror = (args: readonly string[], time: string): Promise<Ran> =>
  run(['mirror', ...args], { MIRROR_KEY: '', MIRROR_PUBLIC_KEY: '', TODAY: `2026-11-22T${time}+08:00` });

const logOf = (...lines: readonly string[]): string => {
  const file = join(temporaryFolder(), 'beats.log');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

test('a pull passes on the newest word of each screen of the box, once, with its name and how long ago it was', async () => {
  const { address, asked } = await source();
  const to = temporaryFolder();
  const before = logOf(asks('10:00:00', 'lobby-a', 60), asks('10:00:30', 'hall-1', 3, 'kiosk'));
  const log = logOf(
    asks('10:01:00', 'lobby-a', 61),
    line('10:01:10', '/display/lobby-a/'),
    line('10:01:20', `/display/lobby-a/head.json${beat('lobby-b', 9)}`),
    asks('10:09:00', 'lobby-a', 69),
  );
  const pull = ['pull', address, '--to', to, '--beats', before, '--beats', log, '--box', 'lobby-1'];
  expect((await mirror(pull, '10:02')).status).toBe(0);
  expect(asked.sort()).toEqual([
    `GET /ggzy/display/lobby-a/head.json${beat('lobby-a', 61)}&b=lobby-1&a=60`,
    `GET /ggzy/kiosk/hall-1/head.json${beat('hall-1', 3)}&b=lobby-1&a=90`,
  ]);
  expect(JSON.parse(readFileSync(join(to, 'mirror-status.json'), 'utf8'))).toMatchObject({ box: 'lobby-1' });
  asked.length = 0;
  expect((await mirror(pull, '10:04')).status).toBe(10);
  expect(asked).toEqual([]);
  await mirror(pull, '10:10');
  expect(asked).toEqual([`GET /ggzy/display/lobby-a/head.json${beat('lobby-a', 69)}&b=lobby-1&a=60`]);
});

test('what Caddy writes as JSON is passed on too', async () => {
  const { address, asked } = await source();
  const log = logOf(
    JSON.stringify({
      ts: Date.parse('2026-11-22T10:01:00+08:00') / 1000,
      status: 200,
      request: { uri: `/display/lobby-a/head.json${beat('lobby-a', 61)}`, remote_ip: '127.0.0.1' },
    }).replaceAll('&', String.raw`\u0026`),
  );
  await mirror(['pull', address, '--to', temporaryFolder(), '--beats', log, '--box', 'b'], '10:02');
  expect(asked).toEqual([`GET /ggzy/display/lobby-a/head.json${beat('lobby-a', 61)}&b=b&a=60`]);
});

test.each<[string, (url: string) => number | undefined]>([
  ['has no such screen', () => 404],
  ['breaks the connection off', () => undefined],
  ['leads elsewhere', () => 302],
])('a source that %s gives its release all the same', async (_, answer) => {
  const { address } = await source(answer);
  const log = logOf(asks('10:01:00', 'lobby-a', 61));
  expect(await mirror(['pull', address, '--to', temporaryFolder(), '--beats', log], '10:02')).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('a log that cannot be read is told, and keeps no release waiting; one that has not been rotated yet is none', async () => {
  const { address } = await source();
  const to = temporaryFolder();
  const missing = join(to, '../no-such.log');
  expect(await mirror(['pull', address, '--to', to, '--beats', missing], '10:02')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('没有转告屏幕的情况'),
  });
  const both = ['--beats', missing, '--beats', logOf(asks('10:03:00', 'lobby-a', 1))];
  expect((await mirror(['pull', address, '--to', to, ...both], '10:04')).stderr).toBe('');
});

test('of many screens, so many are passed on that the source is not kept busy', async () => {
  const { address, asked } = await source();
  const log = logOf(...Array.from({ length: 60 }, (_, n) => asks('10:01:00', `door-${n}`, n)));
  await mirror(['pull', address, '--to', temporaryFolder(), '--beats', log], '10:02');
  expect(asked).toHaveLength(40);
});

test.each([
  ['Lobby_1.hall', 'lobby-1-hall'],
  ['大厅', 'box'],
  ['a'.repeat(40), 'a'.repeat(32)],
])('a box whose host name is %s is called %s', (host, name) => {
  expect(boxName(undefined, host)).toBe(name);
});

test('a name for the box that no query holds is refused', async () => {
  const ran = await mirror(
    ['pull', 'http://127.0.0.1:9/', '--to', 'x', '--beats', 'y', '--box', '大厅'],
    '10:02',
  );
  expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('lobby-1') });
});
