import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFiles, productFiles, type PackedFile } from '../../../src/cli/offline/contents.ts';
import { packagesFor, type Lock } from '../../../src/cli/offline/packages.ts';
import { platformOf } from '../../../src/cli/offline/platforms.ts';
import { missingIn, withPackages } from '../../../src/cli/offline/source.ts';
import { root } from '../../../src/cli/setup/dependencies.mjs';
import { isOffline, OFFLINE_MARKER, offlineMarkerFor } from '../../../src/cli/setup/offline.mjs';
import { contentFolder, NOTICE, notice, run, temporaryFolder } from '../command.ts';

/*
 * What an offline package holds, laid out as it is when it is unpacked, on a machine that has neither npm nor a Node of
 * its own, and where whoever asks for the network is ended.
 */

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const packages = packagesFor((JSON.parse(lock) as { packages: Lock }).packages, platformOf('linux-x64'));

/** The same bytes under another name where the disk allows that. */
function layOut(files: readonly PackedFile[], folder: string): void {
  for (const { path, from } of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    if (typeof from !== 'string') writeFileSync(place, from);
    else
      try {
        linkSync(from, place);
      } catch {
        copyFileSync(from, place);
      }
  }
}

function unpacked(): string {
  const folder = join(temporaryFolder(), '离线 包');
  layOut([...productFiles(root), ...packageFiles(root, packages)], folder);
  writeFileSync(join(folder, OFFLINE_MARKER), offlineMarkerFor(lock));
  return folder;
}

const NO_NETWORK = `import net from 'node:net';
net.Socket.prototype.connect = () => { process.stderr.write('asked for the network'); process.exit(99); };`;

/** Runs the start file with the shell's own programs alone. */
function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const bin = temporaryFolder();
  for (const name of ['sh', 'dirname']) {
    const place = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(place, join(bin, name));
  }
  const guard = join(bin, 'no-network.mjs');
  writeFileSync(guard, NO_NETWORK);
  return spawnSync('/bin/sh', [join(folder, 'zhangbang.sh'), ...args], {
    encoding: 'utf8',
    cwd: '/',
    env: { PATH: bin, NODE_OPTIONS: `--import=file://${guard}`, ...env },
  });
}

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  '解开以后，没有网络、没有 npm、没有另装 Node，照样检查公告，测试说为什么没有',
  () => {
    const folder = unpacked();
    const CONTENT_DIR = contentFolder({ [NOTICE]: notice() });
    const checked = start(folder, ['check'], { CONTENT_DIR });
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toContain('1 份公告，没有发现问题。');
    expect(start(folder, ['test'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^离线包里没有测试/u),
    });
  },
  120_000,
);

test('程序升级以后，旧离线包的程序包不再算数；只有行尾不同的算数', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package-lock.json'), lock);
  expect(isOffline(folder)).toBe(false);
  writeFileSync(join(folder, OFFLINE_MARKER), offlineMarkerFor(lock));
  expect(isOffline(folder)).toBe(true);
  writeFileSync(join(folder, 'package-lock.json'), lock.replaceAll('\n', '\r\n'));
  expect(isOffline(folder)).toBe(true);
  writeFileSync(join(folder, 'package-lock.json'), lock.replace('"version": "', '"version": "9'));
  expect(isOffline(folder)).toBe(false);
});

test('钥匙、草稿、发布清单不会装进去', () => {
  const paths = productFiles(root).map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['张榜.cmd', 'src/cli/setup.mjs', 'docs/office/install-windows.md']),
  );
  expect(
    paths.filter((path) =>
      /\.(?:key|pem|ndjson|sqlite)$|^(?:live|import|private|\.git|\.cache)\//u.test(path),
    ),
  ).toEqual([]);
});

test('本机都有的程序包不再去取', async () => {
  expect(missingIn(root, packages)).toEqual([]);
  expect(
    await withPackages(root, packages, platformOf('linux-x64'), (folder) => Promise.resolve(folder)),
  ).toBe(root);
  const other = { path: 'node_modules/zod', version: '0.0.1', isRequired: true };
  expect(missingIn(root, [other])).toEqual([other]);
  expect(missingIn(root, [{ ...other, isRequired: false }])).toEqual([]);
});

test('写错的 --for 和 --out，一句话说清，什么也不写', async () => {
  expect(await run(['offline', '--for', 'win'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^没有给“win”用的离线包/u),
  });
  expect(await run(['offline', '--for', 'win-x64', '--out', 'a.tar'])).toMatchObject({
    status: 2,
    stderr: '给 win-x64 的离线包是 .zip 文件：请把 --out 改成以它结尾的名字。\n',
  });
});
