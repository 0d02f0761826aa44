import { runGit, tryGit } from './git-process.ts';
import { headOf } from './repository.ts';

/**
 * Brings the folder and the branch on to a commit: files that others have changed come in, what somebody is writing
 * stays as it is. Where both meet in one file nothing is changed, and the branch stays behind until that is solved.
 * @returns whether the branch is there now
 */
export async function advance(top: string, branch: string, commit: string): Promise<boolean> {
  const head = await headOf(top);
  if (head === commit) return true;
  const trees = head === undefined ? [commit] : [head, commit];
  const isFree = await tryGit(top, ['read-tree', '-n', '-m', '-u', ...trees]);
  if (isFree === undefined) return false;
  await runGit(top, ['read-tree', '-m', '-u', ...trees]);
  const refs = [`refs/heads/${branch}`, commit, head ?? ''];
  await runGit(top, ['update-ref', '-m', 'publish', ...refs]);
  return true;
}
