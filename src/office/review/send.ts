import { runGit, tryGit } from '../git-process.ts';
import { pushBranch } from '../push.ts';
import { commitTree } from '../replay.ts';
import type { ContentRepository } from '../repository.ts';
import { branchOf, outboxOf } from './branches.ts';
import { messageOfRound, type Round } from './round.ts';

/** A round that is to be put on the branch of a draft. */
interface NewRound {
  readonly key: string;
  readonly title: string;
  readonly round: Round;
  /** What it comes after: the branch, or for the first one what is published. */
  readonly after: string | undefined;
  /** Of the first round and of a new version; that of the commit before without. */
  readonly tree?: string | undefined;
}

/** Makes the commit of a round, by whoever did it; no branch moves. */
export async function commitRound(
  top: string,
  { key, title, round, after, tree }: NewRound,
): Promise<string> {
  const own = tree ?? (await runGit(top, ['rev-parse', `${after}^{tree}`])).trim();
  const parents = after === undefined ? [] : [after];
  return commitTree(top, { tree: own, parents, message: messageOfRound(key, title, round) }, signedBy(round));
}

/** Who a commit is by and when, as git takes it from its environment. */
const signedBy = ({ by, at }: Pick<Round, 'by' | 'at'>): Readonly<Record<string, string>> => ({
  GIT_AUTHOR_NAME: by.name,
  GIT_AUTHOR_EMAIL: by.email,
  GIT_AUTHOR_DATE: at,
  GIT_COMMITTER_NAME: by.name,
  GIT_COMMITTER_EMAIL: by.email,
  GIT_COMMITTER_DATE: at,
});

/** `changed`: somebody else has done something with it meanwhile. */
type Sent =
  { readonly kind: 'sent' | 'changed' } | { readonly kind: 'refused'; readonly words: readonly string[] };

/**
 * Brings the branch of a draft to a commit, here and where all desks meet.
 * @param before where the branch is known to be; undefined where there is none
 * @throws {GitFault} where the remote does not answer
 */
export async function sendBranch(
  repository: ContentRepository,
  key: string,
  commit: string,
  before: string | undefined,
): Promise<Sent> {
  const { top, remote } = repository;
  const branch = branchOf(key);
  if (remote) {
    const pushed = await pushBranch(repository, commit, { branch, at: before });
    if (pushed.kind !== 'sent') return pushed;
    await runGit(top, ['update-ref', `refs/remotes/${remote.name}/${branch}`, commit]);
    return { kind: 'sent' };
  }
  const refs = [`refs/heads/${branch}`, commit, before ?? '0'.repeat(40)];
  return { kind: (await tryGit(top, ['update-ref', ...refs])) === undefined ? 'changed' : 'sent' };
}

/** Keeps a round on this machine until it can be sent. */
export const keepInOutbox = async ({ top }: ContentRepository, key: string, commit: string): Promise<void> =>
  void (await runGit(top, ['update-ref', outboxOf(key), commit]));

export const dropFromOutbox = async ({ top }: ContentRepository, key: string): Promise<void> =>
  void (await tryGit(top, ['update-ref', '-d', outboxOf(key)]));

/** Forgets the branch of a draft on this machine, whose end was sent. */
export async function forgetBranch({ top, remote }: ContentRepository, key: string): Promise<void> {
  const name = remote ? `refs/remotes/${remote.name}/${branchOf(key)}` : `refs/heads/${branchOf(key)}`;
  await tryGit(top, ['update-ref', '-d', name]);
}
