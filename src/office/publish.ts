import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPublishable } from '../core/check.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { removed } from '../patience.ts';
import { advance } from './advance.ts';
import type { Change } from './changes.ts';
import { checkIndex, type CheckedFiles } from './check-index.ts';
import { fetchTip } from './fetch.ts';
import { runGit, tryGit } from './git-process.ts';
import type { Identity } from './identity.ts';
import { push, type BranchAt } from './push.ts';
import { Clashing, commitTree, replay, type Clash } from './replay.ts';
import { headOf, isWithin, type ContentRepository } from './repository.ts';
import { StagedContent } from './staged-content.ts';
import { messageOf, subjectsOf, type Subject } from './subjects.ts';

/** What is to be published, and who is asked and told meanwhile. */
export interface Publishing {
  readonly repository: ContentRepository;
  /** From the content folder; those that are gone too. Nothing else in the folder is published or touched. */
  readonly files: readonly string[];
  /**
   * The tree to publish, where it is not that of files in the folder. Made on top of what is published, a commit, each
   * time that others were faster; may write below the temporary folder.
   */
  readonly made?: (onto: string | undefined, temporary: string) => Promise<string>;
  /** Lines below the message, as `Reviewed-by: 王芳`. */
  readonly trailers?: readonly string[];
  /** Where it is not who publishes from this machine. */
  readonly author?: Identity | undefined;
  /** Who publishes and when, where it is not who git has on this machine, now. */
  readonly by?: Signature | undefined;
  /** A branch of the remote that ends with it. */
  readonly ends?: BranchAt | undefined;
  /** Whether a finding stands against it in this case. */
  readonly isAgainst?: (finding: Diagnostic) => boolean;
  /** Sees what was found while the files can still be read; again where others' files have made it faulty. */
  readonly checked?: (plan: Plan) => void;
  /** Nothing is published where it answers no. */
  readonly agree?: (subjects: readonly Subject[]) => Promise<boolean>;
  readonly told?: (step: Step, words?: string) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Signature {
  readonly by: Identity;
  /** In Shanghai: `2026-12-01T09:02:00+08:00`. */
  readonly at: string;
}

/** `server`: a line that the server says of it. */
export type Step = 'fetch' | 'check' | 'send' | 'overtaken' | 'server';

/** What would be published, checked. */
export interface Plan {
  readonly subjects: readonly Subject[];
  readonly checked: CheckedFiles;
}

export type Published =
  /** `isBehind`: others have changed a file that is being written here, so the folder does not have theirs yet. */
  | { readonly kind: 'sent'; readonly revision: string; readonly isBehind: boolean }
  /** There is nowhere to send it to. */
  | { readonly kind: 'kept'; readonly revision: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'clash'; readonly clashes: readonly Clash[] }
  /** The server does not take it; its own words. */
  | { readonly kind: 'refused'; readonly words: readonly string[] }
  /** Others were faster, again and again. */
  | { readonly kind: 'overtaken' }
  /** The branch that was to end is not where it was. */
  | { readonly kind: 'changed' };

/** How often it is tried on top of what others have published in the same moment. */
const TRIES = 3;

/**
 * Publishes files of a content folder: checks them together with what others have published, and sends them. The folder
 * and its branch change only when the remote has taken them; broken off anywhere before, everything is as it was.
 * @throws {GitFault}
 */
export async function publishFiles(publishing: Publishing): Promise<Published> {
  const temporary = mkdtempSync(join(tmpdir(), 'zhangbang-publish-'));
  try {
    for (let turn = 1; turn <= TRIES; turn += 1) {
      const published = await publishOnce(publishing, mkdtempSync(join(temporary, 'turn-')), turn);
      if (published.kind !== 'overtaken') return published;
      publishing.told?.('overtaken');
    }
    return { kind: 'overtaken' };
  } catch (error) {
    if (error instanceof Clashing) return { kind: 'clash', clashes: error.clashes };
    throw error;
  } finally {
    removed(temporary);
  }
}

async function publishOnce(publishing: Publishing, temporary: string, turn: number): Promise<Published> {
  const { repository, files, trailers, ends, told, signal } = publishing;
  const { top, contentDir, remote } = repository;
  if (remote) told?.('fetch');
  const tip = await fetchTip(repository, signal);
  const draft = await draftOf(publishing, tip, temporary);
  const before = tip ?? (remote ? undefined : await headOf(top));
  const changes = await changesBetween(repository, before, draft);
  if (changes.length === 0) {
    // It may have been sent by a run that was broken off before the folder knew of it.
    if (tip !== undefined && (await isBehind(top, tip))) await takeOver(repository, files, tip);
    return { kind: 'nothing' };
  }
  told?.('check');
  const index = new StagedContent(contentDir, await indexOf(top, draft, temporary));
  const { subjects, isFit } = checkIndex(
    index,
    changes.map(({ file }) => file),
    (checked) => {
      const plan = { subjects: subjectsOf(changes, checked.content), checked };
      const isFit = isPublishable(checked.findings.filter(publishing.isAgainst ?? (() => true)));
      if (turn === 1 || !isFit) publishing.checked?.(plan);
      return { ...plan, isFit };
    },
    before,
  );
  if (!isFit) return { kind: 'faulty' };
  if (turn === 1 && !((await publishing.agree?.(subjects)) ?? true)) return { kind: 'declined' };
  const revision = await named(top, draft, messageOf(subjects, trailers), publishing.by);
  if (!remote) {
    await takeOver(repository, files, revision);
    return { kind: 'kept', revision };
  }
  told?.('send');
  const pushed = await push(repository, revision, {
    ...{ signal, ends },
    said: (line) => told?.('server', line),
  });
  if (pushed.kind !== 'sent') return pushed;
  return { kind: 'sent', revision, isBehind: !(await takeOver(repository, files, revision)) };
}

/** What is to be published, as a commit on top of what is; a draft whose message is written later. */
async function draftOf(
  { repository, files, author, made }: Publishing,
  tip: string | undefined,
  temporary: string,
): Promise<string> {
  const { top, remote } = repository;
  if (made) {
    const onto = tip ?? (remote ? undefined : await headOf(top));
    const tree = await made(onto, temporary);
    return commitDraft(top, onto, tree, author);
  }
  const own = await commitFiles(repository, files, temporary, author);
  return tip === undefined || (await isWithin(top, tip, own)) ? own : replay(top, own, tip, temporary);
}

/** Whether the branch has nothing that is not in a commit. */
async function isBehind(top: string, tip: string): Promise<boolean> {
  const head = await headOf(top);
  return head === undefined || isWithin(top, head, tip);
}

/** Brings the branch to what was published; whether the folder could come along. */
async function takeOver(
  repository: ContentRepository,
  files: readonly string[],
  revision: string,
): Promise<boolean> {
  await stage(repository, files);
  return advance(repository.top, repository.branch, revision);
}

/** Commits files as they are in the folder on top of the branch, by an index of its own; no branch moves. */
async function commitFiles(
  repository: ContentRepository,
  files: readonly string[],
  temporary: string,
  author: Identity | undefined,
): Promise<string> {
  const { top } = repository;
  const head = await headOf(top);
  const env = { GIT_INDEX_FILE: join(temporary, 'own.index') };
  await runGit(top, ['read-tree', head ?? '--empty'], { env });
  await stage(repository, files, env);
  const tree = (await runGit(top, ['write-tree'], { env })).trim();
  return commitDraft(top, head, tree, author);
}

/** Nothing new where the tree is that of the commit already. */
async function commitDraft(
  top: string,
  onto: string | undefined,
  tree: string,
  author: Identity | undefined,
): Promise<string> {
  const parents = onto === undefined ? [] : [onto];
  if (onto !== undefined && tree === (await tryGit(top, ['rev-parse', `${onto}^{tree}`]))) return onto;
  return commitTree(top, { tree, parents, message: DRAFT }, author && authorOf(author));
}

/** The message of a commit that is given another before anybody sees it. */
const DRAFT = 'zhangbang draft';

const authorOf = ({ name, email }: Identity): Readonly<Record<string, string>> => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
});

/** Takes files into an index as they are in the folder. */
async function stage(
  { top, prefix }: ContentRepository,
  files: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const input = files.map((file) => `${prefix}${file}\0`).join('');
  await runGit(top, ['update-index', '--add', '--remove', '-z', '--stdin'], { env, input });
}

async function changesBetween(
  { top, prefix }: ContentRepository,
  before: string | undefined,
  after: string,
): Promise<readonly Change[]> {
  const from = before ?? (await runGit(top, ['hash-object', '-t', 'tree', '--stdin'])).trim();
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', from, after, '--', `./${prefix}`];
  const words = (await runGit(top, args)).split('\0').filter(Boolean);
  return Array.from({ length: words.length / 2 }, (_, at) => ({
    kind: KINDS[words[at * 2]!] ?? 'changed',
    file: words[at * 2 + 1]!.slice(prefix.length),
  }));
}

const KINDS: Readonly<Record<string, Change['kind']>> = { A: 'new', D: 'removed' };

async function indexOf(top: string, commit: string, temporary: string): Promise<string> {
  const file = join(temporary, 'check.index');
  await runGit(top, ['read-tree', commit], { env: { GIT_INDEX_FILE: file } });
  return file;
}

/** The same commit under its message, where it is a draft; one that somebody has made by hand keeps its own. */
async function named(
  top: string,
  commit: string,
  message: string,
  by: Signature | undefined,
): Promise<string> {
  const [written = '', tree = '', parents = '', name = '', email = '', date = ''] = (
    await runGit(top, ['log', '-1', '--format=%s%n%T%n%P%n%an%n%ae%n%aI', commit])
  ).split('\n');
  if (written !== DRAFT) return commit;
  return commitTree(
    top,
    { tree, parents: parents.split(' ').filter(Boolean), message },
    {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: by?.at ?? date,
      ...(by && {
        GIT_COMMITTER_NAME: by.by.name,
        GIT_COMMITTER_EMAIL: by.by.email,
        GIT_COMMITTER_DATE: by.at,
      }),
    },
  );
}
