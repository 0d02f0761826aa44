import { join } from 'node:path';
import { runGit, tryGit } from './git-process.ts';

/** A file that both sides have changed since they parted. */
export interface Clash {
  /** From the top of the repository. */
  readonly path: string;
  /** Whether both have made it new. */
  readonly isNewToBoth: boolean;
  /** Who changed it there, and when: `2026-12-01T09:02:00+08:00`; undefined where that is not known. */
  readonly theirs: { readonly name: string; readonly at: string } | undefined;
}

/** Commits that cannot be carried over, since others have changed the same files. */
export class Clashing extends Error {
  override readonly name = 'Clashing';
  readonly clashes: readonly Clash[];

  constructor(clashes: readonly Clash[]) {
    super('the same files were changed on both sides');
    this.clashes = clashes;
  }
}

/** The tree of nothing. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * Carries the commits of one side over to another that has gone on, oldest first. The folder and git's own index are not
 * touched: each file is as one side has it, and two versions of one file are never mixed.
 * @param temporary folder for an index, which the caller removes
 * @returns the last commit
 * @throws {Clashing}
 */
export async function replay(top: string, from: string, onto: string, temporary: string): Promise<string> {
  const list = await runGit(top, ['rev-list', '--reverse', '--topo-order', '--no-merges', from, `^${onto}`]);
  let last = onto;
  for (const commit of list.split('\n').filter(Boolean)) last = await replayOne(top, commit, last, temporary);
  return last;
}

async function replayOne(top: string, commit: string, onto: string, temporary: string): Promise<string> {
  const env = { GIT_INDEX_FILE: join(temporary, `replay-${commit}.index`) };
  const base = (await tryGit(top, ['rev-parse', '--verify', '--quiet', `${commit}^`])) ?? EMPTY_TREE;
  await runGit(top, ['read-tree', '-i', '-m', '--aggressive', base, onto, commit], { env });
  const unmerged = (await runGit(top, ['ls-files', '--unmerged', '-z'], { env })).split('\0').filter(Boolean);
  if (unmerged.length > 0) throw new Clashing(await clashesIn(top, unmerged, onto));
  const tree = (await runGit(top, ['write-tree'], { env })).trim();
  const before = await tryGit(top, ['rev-parse', `${onto}^{tree}`]);
  if (tree === before) return onto;
  const [name = '', email = '', date = '', ...message] = (
    await runGit(top, ['log', '-1', '--format=%an%n%ae%n%aI%n%B', commit])
  ).split('\n');
  return commitTree(
    top,
    { tree, parents: [onto], message: message.join('\n').trimEnd() },
    {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
    },
  );
}

interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** Makes a commit and moves no branch; signed where this machine signs its commits. */
export async function commitTree(
  top: string,
  { tree, parents, message }: NewCommit,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const isSigned = (await tryGit(top, ['config', '--type=bool', 'commit.gpgSign'])) === 'true';
  const from = parents.flatMap((parent) => ['-p', parent]);
  const args = ['commit-tree', ...(isSigned ? ['-S'] : []), ...from, '-F', '-', tree];
  return (await runGit(top, args, { input: `${message}\n`, env })).trim();
}

/** @param unmerged lines of git: mode, object and side, then a tab and the path */
function clashesIn(top: string, unmerged: readonly string[], onto: string): Promise<readonly Clash[]> {
  const sides = Map.groupBy(unmerged, (line) => line.slice(line.indexOf('\t') + 1));
  return Promise.all(
    [...sides].map(async ([path, lines]) => {
      const log = await tryGit(top, ['log', '-1', '--format=%an%n%cI', onto, '--', `:(top,literal)${path}`]);
      const [name = '', at = ''] = (log ?? '').split('\n');
      const isNewToBoth = !lines.some((line) => / 1\t/u.test(line));
      return { path, isNewToBoth, theirs: name === '' ? undefined : { name, at } };
    }),
  );
}
