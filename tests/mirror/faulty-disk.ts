import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { realDisk, type Disk, type NewFile } from '../../src/mirror/disk.ts';
import { filesIn } from '../../src/mirror/verify.ts';

/** The process has ended: nothing after it happens. */
export class Death extends Error {}

/**
 * A disk that breaks off at the step of the given number: `dies` as a process that is killed, within the step and
 * before it has ended; `fails` with an error of the system, from then on. `see` is called around every step.
 */
export class FaultyDisk implements Disk {
  steps = 0;
  readonly #at: number;
  readonly #how: 'dies' | 'ENOSPC' | 'EIO';
  readonly #see: () => void;

  constructor(at = Infinity, how: 'dies' | 'ENOSPC' | 'EIO' = 'dies', see: () => void = () => undefined) {
    this.#at = at;
    this.#how = how;
    this.#see = see;
  }

  makeFolder = (path: string): void => this.#step(() => realDisk.makeFolder(path));
  link = (from: string, to: string): void => this.#step(() => realDisk.link(from, to));
  rename = (from: string, to: string): void => this.#step(() => realDisk.rename(from, to));
  symlink = (target: string, path: string): void => this.#step(() => realDisk.symlink(target, path));
  flush = (): void => this.#step(() => undefined);
  free = (folder: string): number => realDisk.free(folder);

  /** Broken off, a folder is half removed. */
  remove = (path: string): void =>
    this.#step(
      () => realDisk.remove(path),
      () => {
        if (!existsSync(path)) return;
        try {
          const [first] = filesIn(path);
          if (first) realDisk.remove(join(path, first.path));
        } catch {
          return;
        }
      },
    );

  /** Broken off, a file is half written. */
  create = (path: string): NewFile => {
    const file = this.#step(() => realDisk.create(path));
    return {
      add: (bytes: Uint8Array): void =>
        this.#step(
          () => file.add(bytes),
          () => file.add(bytes.subarray(0, bytes.length / 2)),
        ),
      close: (): void => file.close(),
    };
  };

  #step<T>(act: () => T, half: () => void = () => undefined): T {
    this.steps += 1;
    this.#see();
    if (this.steps === this.#at) half();
    if (this.steps >= this.#at) {
      this.#see();
      if (this.#how === 'dies') throw new Death();
      throw Object.assign(new Error(this.#how), { code: this.#how, syscall: 'write' });
    }
    return act();
  }
}
