import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { SettingsError } from '../settings.ts';
import { tryGit } from './git-process.ts';

/** The repository that a content folder lies in. */
export interface ContentRepository {
  readonly contentDir: string;
  readonly top: string;
  /** The content folder from the top, with a slash at the end; empty where it is the top. */
  readonly prefix: string;
  readonly branch: string;
  /** Where it is sent to; undefined where it stays on this machine. */
  readonly remote: { readonly name: string; readonly branch: string } | undefined;
}

/**
 * Finds the repository of a content folder.
 * @throws {SettingsError} where it lies in none, or in one that nothing can be published from
 * @throws {GitFault} where there is no git
 */
export async function findRepository(contentDir: string): Promise<ContentRepository> {
  const top = await tryGit(contentDir, ['rev-parse', '--show-toplevel']);
  if (top === undefined || top === '')
    throw new SettingsError(
      `${contentDir} 还没有和发布的地方连起来，不能发布。请技术人员按 docs/office/publish.md 设好。`,
    );
  const branch = await tryGit(top, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (branch === undefined)
    throw new SettingsError(`${top} 停在一个旧的版本上，不能发布。请技术人员运行 git switch main。`);
  const path = relative(realpathSync(top), realpathSync(contentDir)).split(sep).join('/');
  return {
    contentDir,
    top,
    prefix: path === '' ? '' : `${path}/`,
    branch,
    remote: await remoteOf(top, branch),
  };
}

async function remoteOf(top: string, branch: string): Promise<ContentRepository['remote']> {
  const name = await remoteNameOf(top, branch);
  if (name === undefined) return undefined;
  const isOwn = name === (await tryGit(top, ['config', `branch.${branch}.remote`]));
  const merge = isOwn ? await tryGit(top, ['config', `branch.${branch}.merge`]) : undefined;
  return { name, branch: merge?.replace(/^refs\/heads\//u, '') ?? branch };
}

/**
 * The remote of a branch, else the only one, else the one that a clone has named first; undefined where there is none.
 */
export async function remoteNameOf(top: string, branch: string): Promise<string | undefined> {
  const names = ((await tryGit(top, ['remote'])) ?? '').split('\n').filter(Boolean);
  const own = await tryGit(top, ['config', `branch.${branch}.remote`]);
  return (
    names.find((one) => one === own) ??
    (names.length === 1 ? names[0] : names.find((one) => one === 'origin'))
  );
}

/** The commit that the branch is at; undefined before the first. */
export const headOf = (top: string): Promise<string | undefined> =>
  tryGit(top, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);

/** Whether everything of a commit is in another. */
export const isWithin = async (top: string, commit: string, other: string): Promise<boolean> =>
  (await tryGit(top, ['merge-base', '--is-ancestor', commit, other])) !== undefined;
