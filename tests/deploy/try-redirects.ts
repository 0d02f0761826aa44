import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runScript, ScriptError, wholeNumber } from '../script.ts';
import { buildMoved, ORIGIN, writeMoved, type Expected } from './moved-site.ts';

const usage = `usage: npx node tests/deploy/try-redirects.ts [--addresses 200] [--base /]
Builds a site with so many addresses of an old site and asks nginx and Caddy for each of them, with the settings in
docs/deploy: the answer must be 301 to the new address, and that must be there. Needs nginx and caddy in the PATH.`;

/** One of the two servers: its settings for a site in a folder, and how it is started. */
interface Server {
  readonly name: string;
  readonly settings: (place: Place) => string;
  readonly args: (file: string, folder: string) => readonly string[];
  /** An address in other letters than it was written in, which the server must know too. */
  readonly inOtherCase: (old: string) => string;
}

interface Place {
  folder: string;
  dist: string;
  base: string;
  port: number;
}

const SERVERS: readonly Server[] = [
  {
    name: 'nginx',
    settings: ({ folder, dist, base, port }) => {
      const file = readFileSync('docs/deploy/nginx.conf', 'utf8')
        .replaceAll('/srv/zhangbang/dist', dist)
        .replace(`include ${dist}/redirects`, `include ${dist}${base}redirects`)
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('error_page 404 /404.html', `error_page 404 ${base}404.html`)
        .replace('include mime.types', 'include /etc/nginx/mime.types');
      return `daemon off; pid ${folder}/nginx.pid; error_log stderr;
events {}
http { access_log off; client_body_temp_path ${folder}/t; proxy_temp_path ${folder}/t; fastcgi_temp_path ${folder}/t; uwsgi_temp_path ${folder}/t; scgi_temp_path ${folder}/t;
${file}}\n`;
    },
    args: (file, folder) => ['-c', file, '-p', folder],
    inOtherCase: (old) => old.toUpperCase(),
  },
  {
    name: 'caddy',
    settings: ({ dist, base, port }) =>
      `{\n  admin off\n}\n${readFileSync('docs/deploy/Caddyfile', 'utf8')
        .replaceAll('/srv/zhangbang/dist', dist)
        .replace(`import ${dist}/redirects`, `import ${dist}${base}redirects`)
        .replace('example.gov.cn {', `http://127.0.0.1:${port} {`)
        .replace(/ {2}log \{[^}]*\}\n/u, '')
        .replace('/404.html', `${base}404.html`)}`,
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    inOtherCase: (old) => old.toLowerCase(),
  },
];

async function tryAll(addresses: number, base: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-redirects-'));
  // A server that is started by root reads files as somebody else.
  chmodSync(folder, 0o755);
  const content = join(folder, 'content');
  const dist = join(folder, 'dist');
  const expected = writeMoved(content, addresses);
  buildMoved(content, join(dist, base), base);
  let faults = 0;
  for (const server of SERVERS)
    faults += await tryServer(server, { folder, dist, base, port: await freePort() }, expected);
  rmSync(folder, { recursive: true });
  return faults === 0 ? 0 : 1;
}

async function tryServer(server: Server, place: Place, expected: readonly Expected[]): Promise<number> {
  const { name, settings, args, inOtherCase } = server;
  if (spawnSync(name, ['version']).error) throw new ScriptError(`${name} is not installed`);
  const home = join(place.folder, name);
  mkdirSync(home);
  const file = join(home, 'settings');
  writeFileSync(file, settings({ ...place, folder: home }));
  const child = spawn(name, [...args(file, home)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = readFrom(child);
  try {
    await started(place.port, said);
    return await ask(name, place, expected, inOtherCase);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

async function ask(
  name: string,
  { port, base }: Place,
  expected: readonly Expected[],
  inOtherCase: Server['inOtherCase'],
): Promise<number> {
  const faults: string[] = [];
  const begun = performance.now();
  const below = base === '/' ? [] : expected.map((one) => ({ ...one, old: base + one.old.slice(1) }));
  for (const { old, path } of [...expected, ...below])
    for (const asked of [old, inOtherCase(old)]) {
      const { status, location } = await get(port, asked);
      const target = `${ORIGIN}${base}${path}`;
      if (status !== 301 || location !== target)
        faults.push(`${asked}: ${status} ${location}, not ${target}`);
      else if ((await get(port, `${base}${path}`)).status !== 200) faults.push(`${target} is not there`);
    }
  const asked = 4 * (expected.length + below.length);
  const each = (performance.now() - begun) / asked;
  for (const { old } of expected.slice(0, 6))
    for (const other of [
      `${old}${old.includes('?') ? '&' : '?'}x=1`,
      `${old}/`,
      old.replace(/\?(.*)&(.*)/u, '?$2&$1'),
    ]) {
      if (other === old) continue;
      const { status, location } = await get(port, other);
      if (location?.startsWith(ORIGIN))
        faults.push(`${other}: ${status} ${location}, though nobody wrote it so`);
    }
  console.log(`${name}: ${asked} requests, ${each.toFixed(2)} ms each, ${faults.length} faults`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  return faults.length;
}

/** Asks for an address as it stands: Node's fetch would write it anew. */
const get = (port: number, path: string): Promise<{ status: number; location: string | undefined }> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      done({ status: response.statusCode!, location: response.headers.location });
    })
      .on('error', fail)
      .end();
  });

function readFrom(child: ChildProcess): () => string {
  let said = '';
  child.stderr!.on('data', (text) => (said += String(text)));
  return () => said;
}

async function started(port: number, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await get(port, '/');
      return;
    } catch {
      await pause(100);
    }
  }
  throw new ScriptError(`the server does not start:\n${said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const options = {
  addresses: { type: 'string', default: '200' },
  base: { type: 'string', default: '/' },
} as const;

await runScript({ usage, options }, ({ addresses, base }) =>
  tryAll(wholeNumber('addresses', addresses, 1), base),
);
