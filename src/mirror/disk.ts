import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fsyncSync,
  globSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  statfsSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './failure.ts';
import { patiently, remove, rename } from '../patience.ts';

/** A file that is being written. */
export interface NewFile {
  add(bytes: Uint8Array): void;
  close(): void;
}

/**
 * Every change that the mirror makes on a disk goes through one of these, so that a test can break off before, within
 * and after each.
 */
export interface Disk {
  /** Makes a folder and those above it. */
  makeFolder(path: string): void;
  /** @throws when the file is there */
  create(path: string): NewFile;
  /** A second name for the same bytes. @throws where the file system has no such thing */
  link(from: string, to: string): void;
  rename(from: string, to: string): void;
  symlink(target: string, path: string): void;
  /** Removes a file, a link or a whole folder; nothing where nothing is. */
  remove(path: string): void;
  /** Returns when all that was written below a folder would outlive a power cut. */
  flush(folder: string): void;
  /** Bytes that may still be written to the file system of a folder. */
  free(folder: string): number;
}

export const realDisk: Disk = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  create(path) {
    const file = openSync(path, 'wx', 0o644);
    return {
      add(bytes) {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      },
      close: () => closeSync(file),
    };
  },
  link: linkSync,
  rename: (from, to) => rename(from, to),
  symlink: (target, path) => symlinkSync(target, path, process.platform === 'win32' ? 'junction' : 'dir'),
  remove: (path) => remove(path),
  flush(folder) {
    // One call for the whole file system: an fsync for each of 30,000 files takes minutes on a memory card.
    if (process.platform === 'linux' && spawnSync('sync', ['-f', folder]).status === 0) return;
    for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
      if (entry.isFile()) sync(join(entry.parentPath, entry.name), 'r+');
      else if (entry.isDirectory()) syncFolder(join(entry.parentPath, entry.name));
    }
    syncFolder(folder);
  },
  free(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};

/** The same disk for as long as `check` lets a change pass: it throws where none may be made any more. */
export function guarded(disk: Disk, check: () => void): Disk {
  const only =
    <A extends readonly unknown[], R>(act: (...args: A) => R) =>
    (...args: A): R => {
      check();
      return act(...args);
    };
  return {
    makeFolder: only((path: string) => disk.makeFolder(path)),
    create: only((path: string) => disk.create(path)),
    link: only((from: string, to: string) => disk.link(from, to)),
    rename: only((from: string, to: string) => disk.rename(from, to)),
    symlink: only((target: string, path: string) => disk.symlink(target, path)),
    remove: only((path: string) => disk.remove(path)),
    flush: (folder) => disk.flush(folder),
    free: (folder) => disk.free(folder),
  };
}

/** Writes a small file so that it is there whole or not at all. */
export function writeWhole(disk: Disk, path: string, text: string | Uint8Array): void {
  const draft = `${path}.new`;
  disk.remove(draft);
  const file = disk.create(draft);
  try {
    file.add(typeof text === 'string' ? Buffer.from(text) : text);
  } finally {
    file.close();
  }
  disk.rename(draft, path);
}

/** Writes the bytes of one file into another that is not there yet. */
export function copy(disk: Disk, from: string, to: string): void {
  const source = openSync(from, 'r');
  try {
    const target = disk.create(to);
    try {
      const piece = Buffer.allocUnsafe(2 ** 20);
      for (let got = readSync(source, piece); got > 0; got = readSync(source, piece))
        target.add(piece.subarray(0, got));
    } finally {
      target.close();
    }
  } finally {
    closeSync(source);
  }
}

function sync(path: string, flags: string): void {
  const file = patiently(() => openSync(path, flags));
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows opens no folder, and keeps its names in order itself. */
function syncFolder(path: string): void {
  try {
    sync(path, 'r');
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL'].includes(String(codeOf(error)))) throw error;
  }
}
