import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { SettingsError } from '../settings.ts';

/** Variables beside those of this process; undefined takes one away. */
export type GitEnvironment = Readonly<Record<string, string | undefined>>;

/** The language in which its words are looked for. */
const ENGLISH = { LC_ALL: 'C.UTF-8', LANGUAGE: 'en' };

/**
 * What git prints; its exit code 1 of `grep` means that nothing was found.
 * @throws {SettingsError} where git is not there or has not done it
 */
export function git(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: GitEnvironment } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    input,
    env: { ...process.env, ...ENGLISH, ...env },
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error || (status !== 0 && !(status === 1 && args[0] === 'grep')))
    throw new SettingsError(whyNot(cwd, error, stderr ?? ''));
  return stdout;
}

/** Why git has not answered, in a sentence; its own words only where no other are known. */
function whyNot(cwd: string, error: Error | undefined, stderr: string): string {
  if (error && 'code' in error && error.code === 'ENOENT' && existsSync(cwd))
    return '这台电脑上没有 Git，这个命令离不开它。请技术人员装好 Git（https://git-scm.com），重新打开窗口再运行。';
  if (/not a git repository/u.test(stderr))
    return `${cwd} 还没有用 Git 保存过，这个命令没有办法对照。请到从服务器取下来的那个文件夹里运行，或者请技术人员看看。`;
  if (/dubious ownership/u.test(stderr))
    return `${cwd} 是另一个用户名建立的，Git 不肯读。请用建立它的用户名运行，或者请技术人员看看。`;
  return `Git 没有做成。请把下面的话交给技术人员：${error?.message ?? stderr.trim()}`;
}

/** What git prints without the line break at its end; undefined where it has no answer. */
export function askGit(
  cwd: string,
  args: readonly string[],
  { env = {} }: { env?: GitEnvironment } = {},
): string | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1024 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}
