import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { asFailure } from './import-failure.ts';
import { remove, removed, removeEmpty, rename } from '../patience.ts';

/** Where files are begun; the content folder ignores names with a dot before them. */
const WORKBENCH = '.import';

/** A folder in which every file is there whole or not at all, whenever the program is ended. */
export class TargetFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Paths are from the folder, with `/`; folders are made. */
  write(file: string, bytes: string | Uint8Array): void {
    this.#whole(file, (begun) => writeFileSync(begun, bytes));
  }

  copy(from: Buffer, file: string): void {
    this.#whole(file, (begun) => copyFileSync(from, begun));
  }

  /** The bytes of a file, nothing where there is none. */
  read(file: string): Buffer | undefined {
    const path = join(this.root, file);
    try {
      return readFileSync(path);
    } catch (cause) {
      if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw asFailure(cause, path);
    }
  }

  /** Takes a file away, and the folders that are empty without it. */
  remove(file: string): void {
    remove(join(this.root, file));
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      try {
        if (readdirSync(join(this.root, folder)).length > 0) return;
        removeEmpty(join(this.root, folder));
      } catch {
        return;
      }
    }
  }

  /** Takes away what an earlier run may have begun. */
  clear(): void {
    remove(join(this.root, WORKBENCH));
  }

  #whole(file: string, make: (begun: string) => void): void {
    const path = join(this.root, file);
    const begun = join(this.root, WORKBENCH, `${process.pid}-${threadId}`);
    try {
      mkdirSync(dirname(begun), { recursive: true });
      mkdirSync(dirname(path), { recursive: true });
      make(begun);
      rename(begun, path);
    } catch (cause) {
      removed(begun);
      throw asFailure(cause, path);
    }
  }
}
