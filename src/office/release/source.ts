import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { remove, rename } from '../../patience.ts';
import { SettingsError } from '../../settings.ts';
import { GitFault, runGit, tryGit } from '../git-process.ts';
import { remoteNameOf } from '../repository.ts';

/** The content that is published: a folder to build from, and the commit that it is of. */
export interface Content {
  readonly contentDir: string;
  /** Undefined for a folder that lies in no repository. */
  readonly revision: string | undefined;
  /** The copy that the folder lies in; undefined where it is the folder itself that is built from. */
  readonly copy?: Copy | undefined;
}

/** A copy of a repository of content, which follows it. */
export interface Copy {
  readonly top: string;
  /** The content folder from the top, with a slash at the end; empty where it is the top. */
  readonly prefix: string;
  readonly source: Source;
}

/** Longest that it may take to bring the content here, in milliseconds: the first time all attachments come along. */
const CLONE_MS = 60 * 60_000;

/**
 * Brings the newest content. A repository, a bare one or one with a folder, is never built from itself, since somebody
 * may be writing there: a copy of its own follows what the repository's remote has, or the repository where it has none.
 * A folder that lies in no repository is taken as it is.
 * @param contentDir a content folder, or a bare repository
 * @param work folder for the copies, which stay from run to run
 * @throws {GitFault} where the repository does not answer
 * @throws {SettingsError} where it has no content
 */
export async function bringContent(contentDir: string, work: string): Promise<Content> {
  const source = await sourceOf(contentDir);
  if (!source) return { contentDir, revision: undefined };
  const name = createHash('sha256').update(`${source.from}\n${source.branch}`).digest('hex').slice(0, 16);
  const copy = join(work, name);
  if (!existsSync(join(copy, '.git'))) await clone(source, copy);
  await follow(copy, source.branch);
  const folder = [source.prefix, '', 'content']
    .map((below) => join(copy, below))
    .find((one) => existsSync(join(one, 'site.yaml')));
  if (folder === undefined)
    throw new SettingsError(`${contentDir} 里没有 site.yaml，不是公告的内容。请核对 CONTENT_DIR。`);
  const path = relative(copy, folder).split(sep).join('/');
  return {
    contentDir: folder,
    revision: await tryGit(copy, ['rev-parse', 'HEAD']),
    copy: { top: copy, prefix: path === '' ? '' : `${path}/`, source },
  };
}

/** Where content comes from. */
interface Source {
  /** The folder that git is asked in, and the repository as it is called there. */
  readonly cwd: string;
  readonly from: string;
  readonly branch: string;
  /** The content folder from the top, where that is known. */
  readonly prefix: string;
  /** Whether it is a folder that people write in, and there is no other repository behind it. */
  readonly isFolder: boolean;
}

/** Undefined for a folder that lies in no repository, or that its repository knows nothing of. */
async function sourceOf(contentDir: string): Promise<Source | undefined> {
  const isBare = await asked(contentDir, ['rev-parse', '--is-bare-repository']);
  if (isBare === undefined) return undefined;
  const branch = await asked(contentDir, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (branch === undefined) throw new SettingsError(`${contentDir} 停在一个旧的版本上，不能发布。`);
  if (isBare === 'true') return { cwd: contentDir, from: contentDir, branch, prefix: '', isFolder: false };
  const top = (await asked(contentDir, ['rev-parse', '--show-toplevel']))!;
  const prefix = (await asked(contentDir, ['rev-parse', '--show-prefix']))!;
  const known = await tryGit(top, ['ls-files', '--', `./${prefix}site.yaml`]);
  if (!known) return undefined;
  const remote = await remoteNameOf(top, branch);
  const url = remote === undefined ? undefined : await tryGit(top, ['remote', 'get-url', remote]);
  return { cwd: top, from: url ?? top, branch, prefix, isFolder: url === undefined };
}

/** A folder that does not exist, and a machine without git, have no repository. */
async function asked(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return await tryGit(folder, args);
  } catch (fault) {
    if (fault instanceof GitFault && fault.kind === 'missing') return undefined;
    throw fault;
  }
}

/** What is broken off is not taken for a copy later. */
async function clone({ cwd, from, branch }: Source, copy: string): Promise<void> {
  const draft = `${copy}.new`;
  remove(draft);
  mkdirSync(dirname(copy), { recursive: true });
  const args = ['clone', '--quiet', '--no-tags', '--single-branch', '--branch', branch, '--', from, draft];
  await runGit(cwd, args, { limitMs: CLONE_MS });
  remove(copy);
  rename(draft, copy);
}

/** Nobody writes in the copy, so that it may be brought to whatever the branch has; files that stay the same keep their times. */
async function follow(copy: string, branch: string): Promise<void> {
  const refs = `+refs/heads/${branch}:refs/remotes/origin/${branch}`;
  await runGit(copy, ['fetch', '--quiet', '--no-tags', 'origin', refs], { limitMs: CLONE_MS });
  await runGit(copy, ['reset', '--quiet', '--hard', `refs/remotes/origin/${branch}`]);
  await runGit(copy, ['clean', '--quiet', '-ffdx']);
}
