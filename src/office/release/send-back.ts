import { existsSync } from 'node:fs';
import { advance } from '../advance.ts';
import { GitFault, runGit, tryGit } from '../git-process.ts';
import type { Copy } from './source.ts';

/** Longest that sending may take, in milliseconds. */
const SEND_MS = 10 * 60_000;

/** The machine that publishes registers; no clerk did. */
const MACHINE = ['-c', 'user.name=发布网站的机器', '-c', 'user.email=release@localhost'];

/**
 * Sends what this machine has written into the copy of the content back to where the content comes from.
 * @param below the folder that was written to, from the content folder
 * @returns false where the content has moved on meanwhile: then it has to be brought again
 * @throws {GitFault} where the source does not answer or does not take it
 */
export async function sendBack(
  { top, prefix, source }: Copy,
  below: string,
  message: string,
): Promise<boolean> {
  await runGit(top, ['add', '--', `./${prefix}${below}`]);
  if ((await tryGit(top, ['diff', '--cached', '--quiet'])) !== undefined) return true;
  await runGit(top, [...MACHINE, 'commit', '--quiet', '--no-verify', '-m', message]);
  const commit = (await runGit(top, ['rev-parse', 'HEAD'])).trim();
  return source.isFolder ? takeIn(source, top, commit) : push(top, source, commit);
}

/** A folder that is sent nowhere takes the commit in itself; what somebody is writing there stays as it is. */
async function takeIn({ cwd, branch }: Copy['source'], top: string, commit: string): Promise<boolean> {
  await runGit(cwd, ['fetch', '--quiet', '--no-tags', '--', top, commit], { limitMs: SEND_MS });
  const isNext = (await tryGit(cwd, ['merge-base', '--is-ancestor', 'HEAD', commit])) !== undefined;
  return isNext && advance(cwd, branch, commit);
}

/** What is sent from here is being published: no hook of this machine need begin that again. */
const WITHOUT_HOOKS = '--receive-pack=git -c core.hooksPath=/dev/null receive-pack';

async function push(top: string, { from, branch }: Copy['source'], commit: string): Promise<boolean> {
  const own = existsSync(from) ? [WITHOUT_HOOKS] : [];
  try {
    await runGit(top, ['push', '--porcelain', ...own, 'origin', `${commit}:refs/heads/${branch}`], {
      limitMs: SEND_MS,
    });
    return true;
  } catch (fault) {
    if (
      fault instanceof GitFault &&
      /fetch first|non-fast-forward|cannot lock ref|stale info/u.test(fault.output)
    )
      return false;
    throw fault;
  }
}
