import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { sampleEdition } from '../site/edition.ts';
import { writeSite } from '../search-server/site-folder.ts';
import { main, run, temporaryFolder } from './command.ts';

test('没有网站、端口写错，各用一句话说明', async () => {
  const folder = temporaryFolder();
  const none = await run(['search-server', '--site', folder]);
  expect([none.status, none.stderr]).toEqual([
    2,
    `${folder} 中还没有网站：请先运行 npm run build，或者用 --site 写明网站在哪个文件夹。\n`,
  ]);
  writeSite(folder, sampleEdition());
  const port = await run(['search-server', '--site', folder, '--port', '八千']);
  expect([port.status, port.stderr]).toEqual([
    2,
    '--port 后面的“八千”不能使用：请写 0 到 65535 之间的整数，例如 8087。\n',
  ]);
});

test('做好索引，说明在哪里回答；收到停止的信号就结束', async () => {
  const folder = temporaryFolder();
  writeSite(join(folder, 'site'), sampleEdition());
  const args = ['--site', join(folder, 'site'), '--file', join(folder, 'search.sqlite'), '--port', '0'];
  const server = spawn(process.execPath, [main, 'search-server', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = text(server.stderr);
  let said = '';
  for await (const part of server.stdout.setEncoding('utf8')) {
    said += part as string;
    const [, url] = /已启动：(http\S+)/u.exec(said) ?? [];
    if (url === undefined || server.killed) continue;
    const answer = (await (await fetch(`${url}/api/search?q=GM-JS-2026-036`)).json()) as { total: number };
    expect(answer.total).toBeGreaterThan(0);
    const second = await run(['search-server', ...args.slice(0, 4), '--port', new URL(url).port]);
    expect([second.status, second.stderr]).toEqual([
      2,
      expect.stringContaining('不能使用（已被别的程序占用'),
    ]);
    server.kill('SIGTERM');
  }
  const [status] = (server.exitCode === null ? await once(server, 'close') : [server.exitCode]) as [number];
  expect([status, await errors]).toEqual([0, '']);
  expect(said).toMatch(/^索引里有 \d+ 份公告：这次写入 \d+ 份，移除 0 份。\n/u);
});
