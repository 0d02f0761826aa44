import { join } from 'node:path';
import { runGit, tryGit } from '../git-process.ts';
import type { ContentRepository } from '../repository.ts';

/** What lies in a version beside the announcement: the draft itself and the document that it was made from. */
export const DRAFT_FOLDER = '.desk';

/** The text of a file of a version, by its path from the content folder; undefined where there is none. */
export async function textIn(
  { top, prefix }: ContentRepository,
  commit: string,
  file: string,
): Promise<string | undefined> {
  const object = await tryGit(top, ['rev-parse', '--verify', '--quiet', `${commit}:${prefix}${file}`]);
  return object === undefined ? undefined : runGit(top, ['cat-file', 'blob', object]);
}

/**
 * Writes plain files of a version below a folder, by their paths from the content folder.
 * @param below the files, or folders of files, that are wanted
 * @returns the paths of those that were written
 */
export async function unpack(
  { top, prefix }: ContentRepository,
  commit: string,
  below: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const args = ['ls-tree', '-r', '-z', commit, '--', ...below.map((path) => `${prefix}${path}`)];
  const lines = (await runGit(top, args)).split('\0').filter((line) => PLAIN.test(line));
  // The mode decides: what would be a link elsewhere is not written.
  const paths = lines.map((line) => line.slice(line.indexOf('\t') + 1));
  const env = { GIT_INDEX_FILE: join(folder, 'unpack.index') };
  await runGit(top, ['read-tree', commit], { env });
  const input = paths.map((path) => `${path}\0`).join('');
  await runGit(top, ['checkout-index', '-f', '-z', '--stdin', `--prefix=${folder}/`], { env, input });
  return paths.map((path) => path.slice(prefix.length));
}

const PLAIN = /^100(?:644|755) blob /u;

/** Files of the announcements of an id that a commit has, by their paths from the content folder. */
export async function filesOfId(
  { top, prefix }: ContentRepository,
  commit: string | undefined,
  id: string,
): Promise<readonly string[]> {
  if (commit === undefined) return [];
  const args = ['ls-tree', '-r', '-z', '--name-only', commit, '--', `${prefix}announcements/`];
  const own = new RegExp(`^announcements/[^/]+/[^/]+/${id}(?:\\.md$|/)`, 'u');
  return (await runGit(top, args))
    .split('\0')
    .map((path) => path.slice(prefix.length))
    .filter((path) => own.test(path));
}
