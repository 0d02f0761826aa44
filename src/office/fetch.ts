import { GitFault, runGit, tryGit } from './git-process.ts';
import type { ContentRepository } from './repository.ts';

/** Longest that the remote may take to answer, in milliseconds: attachments come along. */
const FETCH_MS = 5 * 60_000;

/** How often it is asked again after others have fetched into the same folder in the same moment. */
const TRIES = 8;

/**
 * Fetches what the arguments name into references that others may fetch into as well, such as two pages of one desk.
 * @throws {GitFault} where the remote does not answer
 */
export async function fetchInto(
  top: string,
  args: readonly string[],
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await runGit(top, ['fetch', '--quiet', '--no-tags', ...args], { signal, limitMs: FETCH_MS });
      return;
    } catch (fault) {
      if (turn === TRIES || !isOfOneMoment(fault)) throw fault;
    }
  }
}

/** A reference was moved, or held, by another fetch; that has ended when this one is told of it. */
const isOfOneMoment = (fault: unknown): boolean =>
  fault instanceof GitFault &&
  fault.kind === 'failed' &&
  /cannot lock ref|Unable to create .*\.lock/u.test(fault.words);

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
  const heads = ['ls-remote', '--heads', remote.name, `refs/heads/${remote.branch}`];
  const there = await runGit(top, heads, { signal, limitMs: FETCH_MS });
  if (there === '') return undefined;
  const refs = `+refs/heads/${remote.branch}:${tracked}`;
  await fetchInto(top, [remote.name, refs], { signal });
  return tryGit(top, ['rev-parse', '--verify', '--quiet', `${tracked}^{commit}`]);
}
