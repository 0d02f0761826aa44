// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What the code asks of Node: TypeScript without a build step, and Temporal. */
export const NEEDED_MAJOR = 26;

/** @type {string | undefined} */
let found;

/**
 * The Node of this machine that is new enough: the one that runs this, else one in PATH or where installers put it.
 * @returns {string | undefined} path of the program
 */
export function findSystemNode() {
  if (majorOf(process.version) >= NEEDED_MAJOR) return process.execPath;
  found ??= nodePlaces(process.platform, process.env).find(
    (path) => existsSync(path) && majorOf(versionOf(path)) >= NEEDED_MAJOR,
  );
  return found;
}

/**
 * Where a Node may be, the likeliest first.
 * @param {string} platform @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
export function nodePlaces(platform, env) {
  if (platform === 'win32') {
    const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
    const usual = ['ProgramFiles', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    const folders = [
      ...path.split(win32.delimiter).map((folder) => folder.replace(/^"(.*)"$/u, '$1')),
      ...usual.flatMap((folder) => [win32.join(folder, 'nodejs'), win32.join(folder, 'Programs', 'nodejs')]),
    ];
    return folders
      .filter((folder) => win32.isAbsolute(folder))
      .map((folder) => win32.join(folder, 'node.exe'));
  }
  const folders = [
    ...(env['PATH'] ?? '').split(posix.delimiter),
    '/usr/local/bin',
    '/opt/node/bin',
    '/usr/bin',
  ];
  return folders.filter((folder) => posix.isAbsolute(folder)).map((folder) => posix.join(folder, 'node'));
}

/** `v26.10.0` is 26; 0 where there is no version. @param {string} version */
export const majorOf = (version) => Number(/^v(\d+)\./u.exec(version)?.[1] ?? 0);

/**
 * What to install on a kind of machine that the project has no Node for, in one sentence.
 * @param {string} platform @param {string} arch as Node calls them
 */
export function howToInstallNode(platform, arch) {
  const again = `，再运行一次`;
  const here = `本机是 ${platform} ${arch}`;
  if (arch === 'ia32' || arch === 'arm')
    return `${here}，Node ${NEEDED_MAJOR} 没有 32 位的版本：请换用 64 位系统的电脑${again}。`;
  if (arch.startsWith('mips'))
    return `${here}（龙芯旧指令系统），Node ${NEEDED_MAJOR} 没有它的版本：请问操作系统的厂商有没有 Node ${NEEDED_MAJOR} 的程序包，没有的换用 x64、arm64 或 loong64 的电脑${again}。`;
  if (['loong64', 'riscv64'].includes(arch))
    return `${here}，项目没有带它的 Node：请安装操作系统软件仓库里的 Node ${NEEDED_MAJOR} 或更新的版本，没有的到 https://unofficial-builds.nodejs.org 下载 linux-${arch} 版${again}。`;
  return `${here}，项目没有带它的 Node：请到 https://nodejs.org 下载 Node ${NEEDED_MAJOR} 或更新的版本（${arch}）安装${again}。`;
}

/** @param {string} path */
const versionOf = (path) =>
  spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '';
