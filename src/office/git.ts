import { spawnSync } from 'node:child_process';
import { SettingsError } from '../settings.ts';

/** Variables beside those of this process; undefined takes one away. */
export type GitEnvironment = Readonly<Record<string, string | undefined>>;

/** What git prints; its exit code 1 of `grep` means that nothing was found. */
export function git(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: GitEnvironment } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error || (status !== 0 && !(status === 1 && args[0] === 'grep'))) {
    throw new SettingsError(`git 没有回答：${error?.message ?? stderr.trim()}`);
  }
  return stdout;
}

/** What git prints without the line break at its end; undefined where it has no answer. */
export function askGit(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
