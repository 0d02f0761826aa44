import { GitFault, runGit } from './git-process.ts';
import type { ContentRepository } from './repository.ts';

/** Longest that sending may take, in milliseconds: the server may build the site before it answers. */
const PUSH_MS = 30 * 60_000;

/** `overtaken`: others were faster, and it has to be tried on top of theirs; `refused`: the server does not take it. */
type Pushed =
  | { readonly kind: 'sent' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly words: readonly string[] };

/**
 * Sends a commit to the branch of the remote.
 * @param said gets each line that the server says
 * @throws {GitFault} where the remote does not answer; whether it has taken the commit is not known then
 */
export async function push(
  { top, remote }: ContentRepository,
  commit: string,
  { signal, said }: { readonly signal?: AbortSignal | undefined; readonly said?: (line: string) => void },
): Promise<Pushed> {
  const { name, branch } = remote!;
  const lines: string[] = [];
  const hear = (line: string): void => {
    if (!REMOTE.test(line)) return;
    const words = line.replace(REMOTE, '').trimEnd();
    lines.push(words);
    said?.(words);
  };
  const args = ['push', '--porcelain', name, `${commit}:refs/heads/${branch}`];
  try {
    await runGit(top, args, { signal, limitMs: PUSH_MS, said: hear });
    return { kind: 'sent' };
  } catch (fault) {
    if (!(fault instanceof GitFault) || fault.kind !== 'failed') throw fault;
    const verdict = fault.output.split('\n').find((line) => line.startsWith('!'));
    if (verdict === undefined) throw fault;
    return isOvertaken(verdict) ? { kind: 'overtaken' } : { kind: 'refused', words: lines };
  }
}

const REMOTE = /^remote: ?/u;

/** Git says so itself, or the server, whose branch moved or was locked in the same moment. */
const isOvertaken = (verdict: string): boolean =>
  /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value/u.test(
    verdict,
  );
