import { hash } from 'node:crypto';
import { lstatSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf, type Digest } from './digest.ts';
import { writeWhole, type Disk } from './disk.ts';
import { codeOf } from './failure.ts';

/** Of the files that are trusted, each run reads one in so many all the same, every time others. */
const SAMPLE = 64;

/** What an earlier run has read. */
interface Known {
  /** Digests by what the file system said of the files. */
  readonly digests: ReadonlyMap<string, string>;
  /** By the clock of the file system, in milliseconds. */
  readonly savedAt: number;
  /** Which of the `SAMPLE` shares is read this time. */
  readonly turn: number;
}

const NOTHING: Known = { digests: new Map(), savedAt: 0, turn: 0 };

/**
 * Digests of files that were read before. One is trusted while the file system says the same of its file: inode, length,
 * and when its bytes (mtime) and its inode (ctime) were last changed. No program sets a ctime back, and a file that is
 * renamed over another is another inode. What decays on a disk changes none of these, which is what the sample is for.
 */
export class Digests {
  #known: Known;
  #met: string[] = [];
  #spoiled: string | undefined;

  private constructor(known: Known) {
    this.#known = known;
  }

  /** Nothing is trusted: every file is read. */
  static none(): Digests {
    return new Digests(NOTHING);
  }

  /** Those that an earlier run has saved. Of a list that is gone or damaged nothing is trusted. */
  static load(list: string): Digests {
    try {
      return new Digests(parse(readFileSync(list, 'latin1'), statSync(list).mtimeMs));
    } catch {
      return Digests.none();
    }
  }

  /** Whether nothing is known, so that all is read. */
  get isEmpty(): boolean {
    return this.#known.digests.size === 0;
  }

  /** A file of the sample whose bytes were others than when they were last read; nothing where all were right. */
  get spoiled(): string | undefined {
    return this.#spoiled;
  }

  /**
   * The digest of a file, read where it is not known. A file that has not the expected length is not read, nor what is
   * no plain file.
   * @throws errors of the file system
   */
  of(file: string, expected?: number): Digest {
    const found = lstatSync(file);
    if (!found.isFile()) return { bytes: found.size, sha256: '' };
    const key = keyOf(found);
    const known = this.#trusted(key, found);
    const digest =
      known === undefined
        ? digestOf(file, expected)
        : { bytes: found.size, sha256: this.#isSample(known) ? this.#readAgain(file, known) : known };
    if (digest.sha256 !== '') this.#met.push(`${digest.sha256} ${key}\n`);
    return digest;
  }

  /** From now on nothing is trusted, nor what was found so far. */
  forget(): void {
    this.#known = NOTHING;
    this.#met = [];
    this.#spoiled = undefined;
  }

  /** Keeps what was found in this run for the next. Where that cannot be written the next reads more, and no harm is done. */
  save(list: string, disk: Disk): void {
    const body = `${(this.#known.turn + 1) % SAMPLE}\n${this.#met.join('')}`;
    try {
      disk.makeFolder(dirname(list));
      writeWhole(disk, list, Buffer.from(`${hash('sha256', body)}\n${body}`, 'latin1'));
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }

  /** What was changed in the tick of the clock in which the list was saved may have been changed once more since. */
  #trusted(key: string, { mtimeMs, ctimeMs }: Stats): string | undefined {
    const { digests, savedAt } = this.#known;
    return Math.max(mtimeMs, ctimeMs) < savedAt ? digests.get(key) : undefined;
  }

  #isSample(sha256: string): boolean {
    return Number.parseInt(sha256.slice(0, 4), 16) % SAMPLE === this.#known.turn;
  }

  #readAgain(file: string, known: string): string {
    let sha256: string | undefined;
    try {
      ({ sha256 } = digestOf(file));
      return sha256;
    } finally {
      if (sha256 !== known) this.#spoiled ??= file;
    }
  }
}

const keyOf = ({ ino, size, mtimeMs, ctimeMs }: Stats): string => `${ino} ${size} ${mtimeMs} ${ctimeMs}`;

/** Digits of a SHA-256. */
const DIGITS = 64;

/** @throws when the text is not what was written */
function parse(text: string, savedAt: number): Known {
  const body = text.slice(DIGITS + 1);
  if (hash('sha256', body) !== text.slice(0, DIGITS)) throw new Error('the list of digests is damaged');
  const head = body.indexOf('\n');
  const digests = new Map<string, string>();
  for (let at = head + 1, end; (end = body.indexOf('\n', at)) >= 0; at = end + 1)
    digests.set(body.slice(at + DIGITS + 1, end), body.slice(at, at + DIGITS));
  return { digests, savedAt, turn: Number(body.slice(0, head)) };
}
