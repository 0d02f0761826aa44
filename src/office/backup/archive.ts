import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Disk, NewFile } from '../../mirror/disk.ts';
import { END, fillAfter, headerOf } from '../../mirror/tar.ts';
import { SettingsError } from '../../settings.ts';
import type { BackupFile } from './contents.ts';
import { LIST_NAME } from './note.ts';
import { proveArchive } from './prove.ts';

/** Names of backups in the order of their age: `zhangbang-20261201-090200.tar`. */
const NAME = /^zhangbang-\d{8}-\d{6}\.tar$/u;

/** @param now in Shanghai, `2026-12-01T09:02:00+08:00` */
export const nameOfBackup = (now: string): string =>
  `zhangbang-${now.slice(0, 10).replaceAll('-', '')}-${now.slice(11, 19).replaceAll(':', '')}.tar`;

/**
 * Writes a backup with the digest of each file, reads it all again, and only then gives it its name: one that stands
 * there is whole. What was broken off earlier in the folder is removed.
 * @throws {SettingsError} where a backup of this moment is there, or a file changed meanwhile
 */
export function writeBackup(disk: Disk, out: string, files: readonly BackupFile[]): void {
  if (existsSync(out)) throw new SettingsError(`${out} 已经有了，没有改动它。过一秒再运行一次。`);
  disk.makeFolder(dirname(out));
  const draft = `${out}.part`;
  removeBroken(disk, dirname(out));
  try {
    const tar = disk.create(draft);
    try {
      const list = files.map((file) => `${addFile(tar, file)}  ${file.path}\n`).join('');
      addFile(tar, { path: LIST_NAME, from: Buffer.from(list) });
      tar.add(END);
    } finally {
      tar.close();
    }
    disk.flush(dirname(out));
    proveArchive(draft).close();
    disk.rename(draft, out);
    disk.flush(dirname(out));
  } catch (error) {
    disk.remove(draft);
    throw error;
  }
}

/**
 * Removes all but the newest backups of a folder.
 * @returns the names of those that are gone
 */
export function keepNewest(disk: Disk, folder: string, count: number): readonly string[] {
  const old = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
    .slice(count);
  for (const name of old) disk.remove(join(folder, name));
  return old;
}

function removeBroken(disk: Disk, folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith('.part') && NAME.test(name.slice(0, -'.part'.length))) disk.remove(join(folder, name));
}

/** @returns its SHA-256 */
function addFile(tar: NewFile, { path, from }: BackupFile): string {
  if (typeof from === 'string') return addFromDisk(tar, path, from);
  tar.add(headerOf(path, from.length, 0));
  tar.add(from);
  tar.add(fillAfter(from.length));
  return createHash('sha256').update(from).digest('hex');
}

function addFromDisk(tar: NewFile, path: string, from: string): string {
  const file = openSync(from, 'r');
  try {
    const { size } = fstatSync(file);
    const hash = createHash('sha256');
    tar.add(headerOf(path, size, 0));
    const piece = Buffer.alloc(2 ** 20);
    for (let at = 0; at < size;) {
      const got = readSync(file, piece, 0, Math.min(piece.length, size - at), at);
      if (got === 0) throw new SettingsError(`备份的时候 ${from} 正在改，没有做成备份。过一会儿再运行一次。`);
      hash.update(piece.subarray(0, got));
      tar.add(piece.subarray(0, got));
      at += got;
    }
    tar.add(fillAfter(size));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
