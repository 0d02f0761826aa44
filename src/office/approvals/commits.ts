import { SettingsError } from '../../settings.ts';
import { askGit, git } from '../git.ts';
import type { Identity } from '../identity.ts';
import { parseTrailers } from '../review/round.ts';

/** A commit that changes announcements or what lies beside them. */
export interface ContentCommit {
  readonly commit: string;
  readonly author: Identity;
  readonly subject: string;
  /** When it was made, with the zone of whoever made it. */
  readonly at: string;
  readonly trailers: ReturnType<typeof parseTrailers>;
  /** Announcements and files beside them, from the content folder; `isGone` where it takes them away. */
  readonly changes: readonly { readonly file: string; readonly isGone: boolean }[];
}

/** A repository as a hook of it sees it, too: what was just sent lies apart until the hook has said yes. */
export interface Place {
  readonly folder: string;
  /** The content folder from the top, with a slash at the end; empty where it is the top. */
  readonly prefix: string;
}

/** A commit, and where the content lies in it. */
export interface Snapshot {
  readonly place: Place;
  readonly commit: string;
}

const FORMAT = '%an%x00%ae%x00%cI%x00%s%x00%(trailers:only,unfold)';

/** @param end a commit of the range, whose content tells where that lies */
function placeOf(folder: string, end: string): Place {
  const prefix = prefixAt(folder, end);
  if (prefix !== undefined) return { folder, prefix };
  throw new SettingsError(`${end} 里没有 site.yaml，不是公告的内容。请核对范围和 CONTENT_DIR。`);
}

function prefixAt(folder: string, commit: string): string | undefined {
  const own = askGit(folder, ['rev-parse', '--show-prefix']) ?? '';
  return [own, '', 'content/'].find(
    (one) => textAt({ folder, prefix: one }, commit, 'site.yaml') !== undefined,
  );
}

/** The text of a file at a commit; undefined where there is none. */
export const textAt = ({ folder, prefix }: Place, commit: string, file: string): string | undefined => {
  const object = askGit(folder, ['rev-parse', '--verify', '--quiet', `${commit}:${prefix}${file}`]);
  return object === undefined ? undefined : git(folder, ['cat-file', 'blob', object]);
};

/**
 * The commits of a range that change announcements, the oldest first.
 * @param range `A..B`; where A is nought, as of a new branch, everything up to B
 * @throws {SettingsError} where the range cannot be understood
 */
export function contentCommits(
  folder: string,
  range: string,
): { before: Snapshot | undefined; after: Snapshot; commits: readonly ContentCommit[] } {
  const [from = '', to = ''] = /^([^.\s-][^\s]*?)\.\.([^.\s-][^\s]*)$/u.exec(range)?.slice(1) ?? [];
  const isNew = /^0+$/u.test(from);
  const known = (name: string): boolean =>
    askGit(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) !== undefined;
  if (to === '' || !known(to) || (!isNew && !known(from)))
    throw new SettingsError(`不认识范围“${range}”。写成 原来的..现在的，例如 main~1..main，历史要取全。`);
  const place = placeOf(folder, to);
  const list = git(folder, ['rev-list', '--reverse', '--topo-order', to, ...(isNew ? [] : [`^${from}`])]);
  const commits = list.split('\n').filter(Boolean);
  return {
    before: isNew ? undefined : snapshotAt(folder, from),
    after: { place, commit: to },
    commits: commits.flatMap((commit) => contentCommit(place, commit) ?? []),
  };
}

/** Undefined where there was no content yet. */
function snapshotAt(folder: string, commit: string): Snapshot | undefined {
  const prefix = prefixAt(folder, commit);
  return prefix === undefined ? undefined : { place: { folder, prefix }, commit };
}

function contentCommit(place: Place, commit: string): ContentCommit | undefined {
  const changes = changesOf(place, commit);
  if (changes.length === 0) return undefined;
  const [name = '', email = '', at = '', subject = '', said = ''] = git(place.folder, [
    ...['log', '-1', `--format=${FORMAT}`, commit],
  ]).split('\0');
  const trailers = parseTrailers(said.trim());
  return { commit, author: { name, email }, at, subject, trailers, changes };
}

/** Of a merge what is as on neither side: the rest was looked at on its own side. */
function changesOf({ folder, prefix }: Place, commit: string): ContentCommit['changes'] {
  const args = [
    'diff-tree',
    '-r',
    '-c',
    '-z',
    '--root',
    '--no-commit-id',
    '--no-renames',
    '--name-status',
    commit,
  ];
  const words = git(folder, [...args, '--', `${prefix}announcements/`])
    .split('\0')
    .filter(Boolean);
  return Array.from({ length: words.length / 2 }, (_, at) => ({
    isGone: /^D+$/u.test(words[at * 2]!),
    file: words[at * 2 + 1]!.slice(prefix.length),
  }));
}
