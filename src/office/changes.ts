import { IGNORED } from '../core/corpus/content-folder.ts';
import { runGit } from './git-process.ts';
import type { ContentRepository } from './repository.ts';
import { RECORD_NAME } from './upgrade/record.ts';

/** A file of the content folder that is not as it was published. */
export interface Change {
  /** From the content folder, with `/`. */
  readonly file: string;
  readonly kind: 'new' | 'changed' | 'removed';
}

/**
 * What differs in the content folder from the commit that the branch is at; files that systems leave behind are not
 * counted.
 */
export async function listChanges({ top, prefix }: ContentRepository): Promise<readonly Change[]> {
  const args = [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    `./${prefix}`,
  ];
  return (await runGit(top, args))
    .split('\0')
    .filter(Boolean)
    .map((line) => ({ kind: kindOf(line.slice(0, 2)), file: line.slice(3 + prefix.length) }))
    .filter(({ file }) => !file.split('/').some((name) => IGNORED.test(name) && !OURS.has(name)));
}

/** Of a content folder in a repository of its own. */
const OURS: ReadonlySet<string> = new Set(['.gitattributes', '.gitignore', RECORD_NAME]);

/** By the two letters of git: what is staged, and what is in the folder. */
function kindOf([staged, there]: string): Change['kind'] {
  if (there === 'D' || (staged === 'D' && there === ' ')) return 'removed';
  return staged === '?' || staged === 'A' ? 'new' : 'changed';
}
