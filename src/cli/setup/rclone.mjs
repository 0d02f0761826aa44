// @ts-check
import { spawnSync } from 'node:child_process';
import { aptInstall, isDebianRoot } from './apt.mjs';

/**
 * Brings rclone, with which `npm run deploy` is tested: on Debian as root with apt-get. Elsewhere it says what is
 * missing, and the tests that need it fail.
 */
export async function ensureRclone() {
  if (hasRclone()) return;
  if (isDebianRoot) {
    await aptInstall('正在安装 rclone（apt-get install rclone）', ['rclone']);
    if (hasRclone()) return;
  }
  console.error(
    '提示：本机没有 rclone，npm run deploy 的测试会失败；请安装 rclone（https://rclone.org/downloads/）。',
  );
}

const hasRclone = () => spawnSync('rclone', ['version'], { timeout: 30_000 }).status === 0;
