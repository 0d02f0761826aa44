import { GitFault, runGit } from './git-process.ts';
import type { ContentRepository } from './repository.ts';

/** Longest that sending may take, in milliseconds: the server may build the site before it answers. */
const PUSH_MS = 30 * 60_000;

/**
 * `overtaken`: others were faster, and it has to be tried on top of theirs; `changed`: the branch that was to end, or to
 * be brought on, is not where it was; `refused`: the server does not take it.
 */
type Pushed =
  | { readonly kind: 'sent' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'refused'; readonly words: readonly string[] };

/** A branch of the remote, and the commit that it is at; undefined where it is not there. */
export interface BranchAt {
  readonly branch: string;
  readonly at: string | undefined;
}

interface Pushing {
  readonly signal?: AbortSignal | undefined;
  /** Gets each line that the server says. */
  readonly said?: ((line: string) => void) | undefined;
  /** Goes in the same moment, or nothing of it is done. */
  readonly ends?: BranchAt | undefined;
}

/**
 * Sends a commit to the branch of the remote.
 * @throws {GitFault} where the remote does not answer; whether it has taken the commit is not known then
 */
export async function push(
  repository: ContentRepository,
  commit: string,
  pushing: Pushing = {},
): Promise<Pushed> {
  const { branch } = repository.remote!;
  const refs = [`${commit}:refs/heads/${branch}`];
  const { ends } = pushing;
  if (!ends) return send(repository, refs, pushing);
  const end = [`:refs/heads/${ends.branch}`];
  try {
    return await send(repository, ['--atomic', leaseOf(ends), ...refs, ...end], pushing);
  } catch (fault) {
    if (!(fault instanceof GitFault) || !/does not support .*atomic/u.test(fault.words)) throw fault;
    // An old server does one after the other; a branch that is left behind is passed by.
    const pushed = await send(repository, refs, pushing);
    if (pushed.kind === 'sent') await send(repository, [leaseOf(ends), ...end], pushing);
    return pushed;
  }
}

/** Sends a commit to another branch, where that is still as it was; never `overtaken`. */
export async function pushBranch(
  repository: ContentRepository,
  commit: string,
  to: BranchAt,
): Promise<Exclude<Pushed, { kind: 'overtaken' }>> {
  const pushed = await send(repository, [leaseOf(to), `${commit}:refs/heads/${to.branch}`], { ends: to });
  return pushed.kind === 'overtaken' ? { kind: 'changed' } : pushed;
}

const leaseOf = ({ branch, at = '' }: BranchAt): string => `--force-with-lease=refs/heads/${branch}:${at}`;

/** @param refs what goes where, after the options that belong to it */
async function send(
  { top, remote }: ContentRepository,
  refs: readonly string[],
  { signal, said, ends }: Pushing,
): Promise<Pushed> {
  const lines: string[] = [];
  const hear = (line: string): void => {
    if (!REMOTE.test(line)) return;
    const words = line.replace(REMOTE, '').trimEnd();
    lines.push(words);
    said?.(words);
  };
  const options = refs.filter((one) => one.startsWith('--'));
  const args = [
    'push',
    '--porcelain',
    ...options,
    remote!.name,
    ...refs.filter((one) => !one.startsWith('--')),
  ];
  try {
    await runGit(top, args, { signal, limitMs: PUSH_MS, said: hear });
    return { kind: 'sent' };
  } catch (fault) {
    if (!(fault instanceof GitFault) || fault.kind !== 'failed') throw fault;
    const verdicts = fault.output.split('\n').filter((line) => line.startsWith('!'));
    if (verdicts.length === 0) throw fault;
    const other = ends && `refs/heads/${ends.branch}`;
    if (verdicts.some((line) => line.split('\t')[1]?.endsWith(`:${other}`) && isStale(line)))
      return { kind: 'changed' };
    return verdicts.some(isOvertaken) ? { kind: 'overtaken' } : { kind: 'refused', words: lines };
  }
}

const REMOTE = /^remote: ?/u;

/** Git says so itself, or the server, whose branch moved or was locked in the same moment. */
const isStale = (verdict: string): boolean =>
  /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value/u.test(
    verdict,
  );

/** Of branches that go together the server does not say which has moved; git says it of the next try. */
const isOvertaken = (verdict: string): boolean =>
  isStale(verdict) || verdict.includes('atomic transaction failed');
