import { writeFileSync } from 'node:fs';
import { realDisk, type DraftDisk } from '../../src/desk/drafts/disk.ts';

/** The process has ended: nothing after it happens. */
export class Death extends Error {}

type How = 'dies' | 'ENOSPC' | 'EIO';

/**
 * A disk that breaks off at the step of the given number: `dies` as a process that is killed, within the step; or fails
 * with an error of the system, from then on, as to what is written. `see` is called when a step is half done.
 */
export class FaultyDisk implements DraftDisk {
  steps = 0;
  readonly #at: number;
  readonly #how: How;
  readonly #see: () => void;

  constructor(at = Infinity, how: How = 'dies', see: () => void = () => undefined) {
    this.#at = at;
    this.#how = how;
    this.#see = see;
  }

  makeFolder = (path: string): void => this.#step(() => realDisk.makeFolder(path));
  rename = (from: string, to: string): void => this.#step(() => realDisk.rename(from, to));
  remove = (path: string): void => this.#step(() => realDisk.remove(path));

  /** Broken off, a file is half written. */
  write = (path: string, bytes: Uint8Array): void =>
    this.#step(
      () => realDisk.write(path, bytes),
      () => writeFileSync(path, bytes.subarray(0, bytes.length / 2)),
    );

  #step(act: () => void, half: () => void = () => undefined): void {
    this.steps += 1;
    if (this.steps === this.#at) half();
    if (this.steps >= this.#at) {
      this.#see();
      if (this.#how === 'dies') throw new Death();
      throw Object.assign(new Error(this.#how), { code: this.#how, syscall: 'write' });
    }
    act();
  }
}
