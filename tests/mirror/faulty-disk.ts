import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { realDisk, type Disk, type NewFile } from '../../src/mirror/disk.ts';
import { filesIn } from '../../src/mirror/verify.ts';

/** The process has ended: nothing after it happens. */
export class Death extends Error {}

type How = 'dies' | 'loses power' | 'ENOSPC' | 'EIO';

/**
 * A disk that breaks off at the step of the given number: `dies` as a process that is killed, within the step and
 * before it has ended; `loses power` with the bytes of all files that were not flushed, under the names they had; or
 * fails with an error of the system, from then on. `see` is called around every step.
 */
export class FaultyDisk implements Disk {
  steps = 0;
  readonly #at: number;
  readonly #how: How;
  /** Files that were written since the last flush. */
  #unflushed: readonly string[] = [];
  readonly #see: () => void;

  constructor(at = Infinity, how: How = 'dies', see: () => void = () => undefined) {
    this.#at = at;
    this.#how = how;
    this.#see = see;
  }

  makeFolder = (path: string): void => this.#step(() => realDisk.makeFolder(path));
  link = (from: string, to: string): void => this.#step(() => realDisk.link(from, to));
  rename = (from: string, to: string): void =>
    this.#step(() => {
      realDisk.rename(from, to);
      this.#unflushed = this.#unflushed.map((path) =>
        path === from || path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path,
      );
    });
  symlink = (target: string, path: string): void => this.#step(() => realDisk.symlink(target, path));
  flush = (): void => this.#step(() => void (this.#unflushed = []));
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
    this.#unflushed = [...this.#unflushed, path];
    return {
      add: (bytes: Uint8Array): void =>
        this.#step(
          () => file.add(bytes),
          () => file.add(bytes.subarray(0, bytes.length / 2)),
        ),
      close: (): void => file.close(),
    };
  };

  #lose(): void {
    for (const path of this.#unflushed) if (existsSync(path)) truncateSync(path);
  }

  #step<T>(act: () => T, half: () => void = () => undefined): T {
    this.steps += 1;
    this.#see();
    if (this.steps === this.#at) half();
    if (this.steps >= this.#at) {
      this.#see();
      if (this.#how === 'loses power' && this.steps === this.#at) this.#lose();
      if (this.#how === 'dies' || this.#how === 'loses power') throw new Death();
      throw Object.assign(new Error(this.#how), { code: this.#how, syscall: 'write' });
    }
    return act();
  }
}
