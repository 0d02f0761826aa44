import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { SettingsError } from '../../settings.ts';
import { runGit, tryGit } from '../git-process.ts';
import { HISTORY_NAME, NOTE_NAME, printNote, type BackupNote } from './note.ts';
import { withoutSecrets } from './own-settings.ts';

/** A file of a backup. */
export interface BackupFile {
  /** In the archive, with `/`. */
  readonly path: string;
  /** Where it lies, or its bytes. */
  readonly from: string | Buffer;
}

/** What a backup is made of. */
export interface Office {
  /** A content folder, or a bare repository. */
  readonly contentDir: string;
  /** The folder that is served; the list of what was published lies beside it. */
  readonly outDir: string;
  /** The settings of this machine; they need not be there. */
  readonly ownSettings: string;
  readonly now: string;
  readonly version: string;
}

/** What goes into a backup, and names of settings that do not. */
interface Contents {
  readonly files: readonly BackupFile[];
  readonly leftOut: readonly string[];
}

/** Longest that the history may take to be written, in milliseconds: it holds all attachments. */
const BUNDLE_MS = 60 * 60_000;

/**
 * Gathers what cannot be made again: content with its history, what somebody is writing, the list of what was published,
 * the settings of this machine.
 * @param temporary folder for the history in one file
 */
export async function gather(office: Office, temporary: string): Promise<Contents> {
  const { contentDir, outDir, ownSettings, now, version } = office;
  const found = await repositoryOf(contentDir);
  const note = { at: now, version, ...found.note };
  const own = existsSync(ownSettings) ? readFileSync(ownSettings, 'utf8') : undefined;
  const { text, leftOut } = withoutSecrets(own ?? '');
  return {
    files: [
      { path: NOTE_NAME, from: Buffer.from(printNote(note)) },
      ...(await historyOf(found, temporary)),
      ...(await contentOf(contentDir, found)),
      ...publishedLists(outDir),
      ...(own === undefined ? [] : [{ path: 'settings.env', from: Buffer.from(text) }]),
    ],
    leftOut,
  };
}

interface Found {
  readonly note: Pick<BackupNote, 'kind' | 'branch' | 'prefix'>;
  /** Where git is asked; undefined for a folder without history. */
  readonly top?: string;
}

/** A repository without a commit has no history yet. */
async function repositoryOf(contentDir: string): Promise<Found> {
  const none: Found = { note: { kind: 'folder', prefix: '' } };
  const isBare = await tryGit(contentDir, ['rev-parse', '--is-bare-repository']);
  if (isBare === undefined) return none;
  const top = isBare === 'true' ? contentDir : await tryGit(contentDir, ['rev-parse', '--show-toplevel']);
  if (!top || (await tryGit(top, ['rev-parse', '--verify', '--quiet', 'HEAD'])) === undefined) return none;
  if ((await tryGit(top, ['rev-parse', '--is-shallow-repository'])) === 'true')
    throw new SettingsError(
      `${contentDir} 只取了最近的一段历史，备份不全。请技术人员运行 git fetch --unshallow 取全，再备份。`,
    );
  const branch = await tryGit(top, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  if (isBare === 'true') return { top, note: { kind: 'bare', branch, prefix: '' } };
  const prefix = (await tryGit(contentDir, ['rev-parse', '--show-prefix'])) ?? '';
  return { top, note: { kind: 'clone', branch, prefix } };
}

async function historyOf({ top }: Found, temporary: string): Promise<readonly BackupFile[]> {
  if (top === undefined) return [];
  const from = join(temporary, HISTORY_NAME);
  await runGit(top, ['bundle', 'create', '--quiet', from, '--all'], { limitMs: BUNDLE_MS });
  return [{ path: HISTORY_NAME, from }];
}

/** Of a repository what its history does not have: files that somebody is writing, drafts, the hooks of a server. */
async function contentOf(contentDir: string, { top, note }: Found): Promise<readonly BackupFile[]> {
  const drafts = filesBelow(join(contentDir, DRAFTS), `content/${DRAFTS}`);
  if (note.kind === 'bare') return filesBelow(join(contentDir, 'hooks'), 'hooks').filter(isOwnHook);
  if (top === undefined)
    return [...filesBelow(contentDir, 'content').filter(({ path }) => !isMade(path)), ...drafts];
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
  const changed = (await runGit(contentDir, args))
    .split('\0')
    .filter((line) => line !== '' && !line.slice(0, 2).includes('D'))
    .map((line) => line.slice(3 + note.prefix.length))
    .map((name) => ({ path: `content/${name}`, from: join(contentDir, name) }))
    .filter(({ path, from }) => !isMade(path) && existsSync(from) && statSync(from).isFile());
  return [...changed, ...drafts];
}

/** Where the desk keeps drafts, from the content folder. */
const DRAFTS = '.cache/desk';

/** What programs make again by themselves, and what git keeps. */
const isMade = (path: string): boolean => /^content\/\.(?:cache|git)(?:\/|$)/u.test(path);

const isOwnHook = ({ path }: BackupFile): boolean => !path.endsWith('.sample');

/** `dist.published.ndjson` and those of other sites that are kept beside it, under names that go with a folder `dist`. */
function publishedLists(outDir: string): readonly BackupFile[] {
  const folder = dirname(outDir);
  const own = `${basename(outDir)}.published.`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(own) && name.endsWith('ndjson'))
    .map((name) => ({ path: `dist.published.${name.slice(own.length)}`, from: join(folder, name) }));
}

function filesBelow(folder: string, path: string): readonly BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((from) => ({ path: `${path}/${relative(folder, from).split(sep).join('/')}`, from }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
