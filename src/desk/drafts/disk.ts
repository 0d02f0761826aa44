import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { remove, rename } from '../../patience.ts';

/** Every change of drafts on the disk goes through one of these, so that a test can break off within each. */
export interface DraftDisk {
  makeFolder(path: string): void;
  /** Writes a new file so that it outlives a power cut. @throws when one is there */
  write(path: string, bytes: Uint8Array): void;
  /** In place of what stands there. */
  rename(from: string, to: string): void;
  /** A file or a whole folder; nothing where nothing is. */
  remove(path: string): void;
}

/** Drafts are the clerk's alone: others of the machine read none. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

export const realDisk: DraftDisk = {
  makeFolder: (path) => void mkdirSync(path, { recursive: true, mode: OWN_FOLDER }),
  write(path, bytes) {
    const file = openSync(path, 'wx', OWN_FILE);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename(from, to) {
    rename(from, to);
    syncFolder(dirname(to));
  },
  remove: (path) => remove(path),
};

/** Windows opens no folder, and keeps its names in order itself. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a small file so that the old one stands there whole, or the new one. */
export function writeWhole(disk: DraftDisk, path: string, text: string): void {
  const beside = `${path}.new`;
  try {
    disk.remove(beside);
    disk.write(beside, Buffer.from(text));
    disk.rename(beside, path);
  } catch (cause) {
    clear(disk, beside);
    throw cause;
  }
}

function clear(disk: DraftDisk, path: string): void {
  try {
    disk.remove(path);
  } catch {
    // What stays behind is removed before the next save.
    return;
  }
}
