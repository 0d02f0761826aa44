import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Disk } from '../../mirror/disk.ts';
import { SettingsError } from '../../settings.ts';
import { runGit } from '../git-process.ts';
import { HISTORY_NAME, NOTE_NAME, type BackupNote } from './note.ts';
import { proveArchive, type ProvenArchive } from './prove.ts';

/** What stands in the folder now. */
export interface Restored {
  readonly note: BackupNote;
  /** For CONTENT_DIR. */
  readonly contentDir: string;
  /** For OUT_DIR: the list of what was published lies beside it. */
  readonly outDir: string;
  readonly hasPublished: boolean;
  /** The settings of the machine that was backed up. */
  readonly settings: string | undefined;
}

/** Longest that the history may take to be laid out, in milliseconds. */
const UNPACK_MS = 60 * 60_000;

/**
 * Lays out a backup in a new folder. Each byte is proved first; the folder is there whole or not at all, and nothing that
 * is there is ever overwritten.
 * @throws {SettingsError} where the backup is damaged, the folder is taken, or the disk too small
 */
export async function restore(disk: Disk, archive: string, to: string): Promise<Restored> {
  refuseTaken(to);
  const proven = proveArchive(archive);
  mkdirSync(dirname(to), { recursive: true });
  const beside = mkdtempSync(join(dirname(to), `.${basename(to)}-`));
  try {
    refuseSmall(disk, proven, beside);
    for (const path of proven.paths) layOut(disk, proven, path, join(beside, path));
    await unfold(disk, proven.note, beside);
    disk.remove(join(beside, NOTE_NAME));
    chmodSync(beside, 0o755);
    disk.flush(beside);
    disk.remove(to);
    disk.rename(beside, to);
    return told(proven.note, to);
  } catch (error) {
    disk.remove(beside);
    throw error;
  } finally {
    proven.close();
  }
}

function refuseTaken(to: string): void {
  const found = statSync(to, { throwIfNoEntry: false });
  if (!found || (found.isDirectory() && readdirSync(to).length === 0)) return;
  throw new SettingsError(`${to} 里已经有东西，没有改动它。请写一个还没有的文件夹。`);
}

/** The history is laid out once more than it stands in the archive. */
function refuseSmall(disk: Disk, { paths, bytesOf }: ProvenArchive, folder: string): void {
  const needed = paths.reduce((sum, path) => sum + bytesOf(path) * (path === HISTORY_NAME ? 3 : 1), 0);
  const free = disk.free(folder);
  if (free < needed)
    throw new SettingsError(
      `磁盘不够：要 ${mebibytes(needed)} MB，只剩 ${mebibytes(free)} MB，没有恢复任何东西。请换一个磁盘。`,
    );
}

const mebibytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

function layOut(disk: Disk, { read }: ProvenArchive, path: string, target: string): void {
  disk.makeFolder(dirname(target));
  const file = disk.create(target);
  try {
    for (const piece of read(path)) file.add(piece);
  } finally {
    file.close();
  }
}

/** Makes a repository of the history, with the files that the history did not have laid over. */
async function unfold(disk: Disk, { kind, branch, prefix }: BackupNote, folder: string): Promise<void> {
  if (kind === 'folder') return;
  const bundle = join(folder, HISTORY_NAME);
  const top = join(folder, topOf(kind, prefix));
  const over = join(folder, 'content');
  const waiting = join(folder, 'changed');
  if (kind === 'clone' && existsSync(over)) disk.rename(over, waiting);
  disk.makeFolder(top);
  await runGit(top, [
    'init',
    '--quiet',
    ...(kind === 'bare' ? ['--bare'] : []),
    `--initial-branch=${branch ?? 'main'}`,
  ]);
  const refs = ['fetch', '--quiet', '--update-head-ok', bundle, '+refs/*:refs/*'];
  await runGit(top, refs, { limitMs: UNPACK_MS });
  if (kind === 'clone') await runGit(top, ['reset', '--quiet', '--hard'], { limitMs: UNPACK_MS });
  moveOver(disk, waiting, join(top, prefix));
  moveOver(disk, join(folder, 'hooks'), join(top, 'hooks'));
  disk.remove(bundle);
}

const topOf = (kind: BackupNote['kind'], prefix: string): string =>
  kind === 'bare' ? 'content.git' : prefix === '' ? 'content' : 'repository';

/** Moves all files of a folder into another, over those that stand there. */
function moveOver(disk: Disk, from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(to, file.slice(from.length + 1));
    disk.makeFolder(dirname(target));
    disk.rename(file, target);
    if (basename(from) === 'hooks') chmodSync(target, 0o755);
  }
  disk.remove(from);
}

function told(note: BackupNote, to: string): Restored {
  const settings = join(to, 'settings.env');
  return {
    note,
    contentDir: join(to, topOf(note.kind, note.prefix), note.prefix),
    outDir: join(to, 'dist'),
    hasPublished: existsSync(join(to, 'dist.published.ndjson')),
    settings: existsSync(settings) ? settings : undefined,
  };
}
