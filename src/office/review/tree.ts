import { join } from 'node:path';
import { runGit } from '../git-process.ts';

/** A file to be put into a tree: its text, or the path of its bytes. */
export type NewFile = { readonly text: string } | { readonly from: string };

/** What changes in a tree. */
interface TreeChange {
  /** By paths from the top of the repository. */
  readonly put: ReadonlyMap<string, NewFile>;
  readonly remove?: readonly string[];
}

/**
 * A tree that is another one with some files put in and taken out, by an index of its own: neither the folder nor git's
 * index is touched.
 * @param onto a commit; undefined for nothing
 * @param temporary folder for the index, which the caller removes
 */
export async function treeWith(
  top: string,
  onto: string | undefined,
  { put, remove = [] }: TreeChange,
  temporary: string,
): Promise<string> {
  const env = { GIT_INDEX_FILE: join(temporary, 'tree.index') };
  await runGit(top, ['read-tree', onto ?? '--empty'], { env });
  const lines = remove.map((path) => `0 ${'0'.repeat(40)}\t${path}\0`);
  for (const [path, file] of put) lines.push(`100644 ${await blobOf(top, path, file)}\t${path}\0`);
  await runGit(top, ['update-index', '-z', '--index-info'], { env, input: lines.join('') });
  return (await runGit(top, ['write-tree'], { env })).trim();
}

/** By the repository's own rules for line ends of that path. */
async function blobOf(top: string, path: string, file: NewFile): Promise<string> {
  const args = ['hash-object', '-w', '--path', path];
  const blob =
    'text' in file
      ? await runGit(top, [...args, '--stdin'], { input: file.text })
      : await runGit(top, [...args, '--', file.from]);
  return blob.trim();
}
