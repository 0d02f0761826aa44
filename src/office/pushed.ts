import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Recall } from '../core/check/published.ts';
import { presentOf } from '../core/check/published.ts';
import { digestFile } from '../core/corpus/digest.ts';
import { loadCorpus } from '../core/corpus/load.ts';
import { publish, type Hash } from '../core/ledger/judge.ts';
import { idOf } from '../core/report.ts';
import { askGit, git, type GitEnvironment } from './git.ts';

const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** Where the content lies in a repository. */
export interface Repository {
  readonly top: string;
  /** The content folder from the top, with a slash at the end; empty where it is the top. */
  readonly prefix: string;
  /** Names to git the index that is looked at, where it is not the usual one. */
  readonly env: GitEnvironment;
}

/**
 * Knows the announcements with these ids as the branch's remote has them, since what was pushed is published from there.
 * They are taken where the branch left it: what others pushed meanwhile is theirs. Without a remote nothing is known.
 * Writes below the folder, which the caller removes.
 * @param known a commit that is published, where the caller has asked the remote for it
 */
export function recallPushed(
  repository: Repository,
  ids: ReadonlySet<string>,
  temporary: string,
  known?: string,
): Recall {
  return (site) => {
    const tip = site && !site.isSample ? (known ?? remoteTip(repository.top)) : undefined;
    if (!site || tip === undefined) return undefined;
    const base = known ?? askGit(repository.top, ['merge-base', 'HEAD', tip]) ?? tip;
    const folder = checkOut(repository, base, otherwiseAt(repository, tip, ids), temporary);
    const kept = loadCorpus(folder).entries.map((entry) =>
      publish(entry, presentOf(entry, folder, digestFile), entry.announcement.publishedAt, sha256),
    );
    return { kept: new Map(kept.map((one) => [one.id, one])), hash: sha256, digestFile };
  };
}

/** The newest commit that is known of the branch's remote: of its own branch there, else of the one that is cloned first. */
function remoteTip(top: string): string | undefined {
  const upstream = askGit(top, ['rev-parse', '--symbolic-full-name', '@{upstream}']);
  const branch = askGit(top, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const remotes = (askGit(top, ['remote']) ?? '').split('\n').filter(Boolean);
  const names = remotes.flatMap((remote) => [
    ...(branch === undefined ? [] : [`refs/remotes/${remote}/${branch}`]),
    `refs/remotes/${remote}/HEAD`,
    // A repository that was not cloned has no HEAD of its remote.
    `refs/remotes/${remote}/main`,
    `refs/remotes/${remote}/master`,
  ]);
  return [...(upstream?.startsWith('refs/remotes/') ? [upstream] : []), ...names]
    .map((name) => askGit(top, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]))
    .find((commit) => commit !== undefined);
}

/** Those of the ids that are not staged exactly as they stand at a commit: what is there already is no change of ours. */
function otherwiseAt(
  { top, prefix, env }: Repository,
  commit: string,
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  const args = [
    'diff',
    '--cached',
    '--name-only',
    '-z',
    '--no-renames',
    commit,
    '--',
    `./${prefix}announcements/`,
  ];
  const changed = new Set(
    git(top, args, { env })
      .split('\0')
      .map((path) => idOf(path.slice(prefix.length))),
  );
  return new Set([...ids].filter((id) => changed.has(id)));
}

/** Writes the announcements with these ids as a commit has them, by git's rules for line ends; returns their content folder. */
function checkOut(
  { top, prefix }: Repository,
  commit: string,
  ids: ReadonlySet<string>,
  temporary: string,
): string {
  const folder = join(temporary, 'pushed');
  const env = { GIT_INDEX_FILE: join(temporary, 'pushed.index') };
  git(top, ['read-tree', commit], { env });
  const input = git(top, ['ls-files', '--cached', '-z', '--', `./${prefix}announcements/`], { env })
    .split('\0')
    .filter((path) => ids.has(idOf(path.slice(prefix.length)) ?? ''))
    .map((path) => `${path}\0`)
    .join('');
  git(top, ['checkout-index', '-f', '-z', '--stdin', `--prefix=${folder}/`], { input, env });
  return join(folder, prefix);
}
