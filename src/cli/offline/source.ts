import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removed } from '../../patience.ts';
import { SettingsError } from '../../settings.ts';
import { npmCall } from '../setup/npm.mjs';
import { runQuietly } from '../setup/run.mjs';
import type { WantedPackage } from './packages.ts';
import type { Platform } from './platforms.ts';

/**
 * Calls `use` with a folder that holds the packages for a platform: the project itself where it has them all, else one
 * that npm fills from its registry, which is removed afterwards.
 * @throws {SettingsError} where they cannot be had
 */
export async function withPackages<T>(
  project: string,
  packages: readonly WantedPackage[],
  platform: Platform,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  if (missingIn(project, packages).length === 0) return use(project);
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-offline-'));
  try {
    await install(project, folder, platform);
    const [missing] = missingIn(folder, packages);
    if (missing !== undefined)
      throw new SettingsError(
        `取来的程序包里没有 ${missing.path} ${missing.version}，离线包没有做成。请核对 npm 用的软件源是不是完整，再运行一次。`,
      );
    return await use(folder);
  } finally {
    removed(folder);
  }
}

/** Those of the required that a folder does not have in the version that is wanted. */
export const missingIn = (folder: string, packages: readonly WantedPackage[]): readonly WantedPackage[] =>
  packages.filter(
    ({ path, version, isRequired }) =>
      isRequired && versionIn(join(folder, path, 'package.json')) !== version,
  );

function versionIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version;
  } catch {
    return undefined;
  }
}

/** Programs of packages are for another machine and must not run here. */
async function install(project: string, folder: string, { os, cpu, libc, name }: Platform): Promise<void> {
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(project, file), join(folder, file));
  const call = npmCall([
    ...['install', '--no-save', '--omit=dev', '--include=optional', '--ignore-scripts'],
    ...[`--os=${os}`, `--cpu=${cpu}`, ...(libc === undefined ? [] : [`--libc=${libc}`])],
    ...['--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'],
  ]);
  const options = { cwd: folder, shell: call.shell };
  const { ok, output } = await runQuietly(`正在取 ${name} 的程序包`, call.command, call.args, options);
  if (ok) return;
  process.stderr.write(output);
  throw new SettingsError('程序包没有取来，原因见上：请检查网络和磁盘空间，再运行一次。离线包没有做成。');
}
