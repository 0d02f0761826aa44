// @ts-check
import { existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';

/** Whether programs of Debian can be installed here. */
export const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {string} title @param {readonly string[]} packages */
export async function aptInstall(title, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly('正在更新软件包目录（apt-get update）', 'apt-get', ['update'], { env });
  return runQuietly(title, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}
