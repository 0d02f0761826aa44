import { runGit, tryGit } from './git-process.ts';
import type { ContentRepository } from './repository.ts';

/** Longest that the remote may take to answer, in milliseconds: attachments come along. */
const FETCH_MS = 5 * 60_000;

/**
 * Asks the remote for its newest commit and brings all that belongs to it.
 * @returns undefined where there is no remote, or its branch has no commit yet
 * @throws {GitFault} where it does not answer
 */
export async function fetchTip(
  { top, remote }: Pick<ContentRepository, 'top' | 'remote'>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (!remote) return undefined;
  const tracked = `refs/remotes/${remote.name}/${remote.branch}`;
  const asking = { signal, limitMs: FETCH_MS };
  const there = await runGit(
    top,
    ['ls-remote', '--heads', remote.name, `refs/heads/${remote.branch}`],
    asking,
  );
  if (there === '') return undefined;
  const refs = `+refs/heads/${remote.branch}:${tracked}`;
  await runGit(top, ['fetch', '--quiet', '--no-tags', remote.name, refs], asking);
  return tryGit(top, ['rev-parse', '--verify', '--quiet', `${tracked}^{commit}`]);
}
