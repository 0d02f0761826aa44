import { appendFileSync, ftruncateSync, openSync, closeSync, readSync, fstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { asFailure } from './import-failure.ts';
import type { PageRecord } from './page-record.ts';

/** What was written for a page into the content, told before it is done. */
interface Wrote {
  file: string;
  sha256: string;
}

/** The id that a page has for good. */
interface Named {
  named: string;
  id: string;
}

type Line = PageRecord | Wrote | Named;

/**
 * What an import has done so far, a line for each step: it goes on where it was ended, at whatever moment. A line that
 * was cut short is as if it had never been written.
 */
export class Journal {
  readonly path: string;
  readonly pages = new Map<string, PageRecord>();
  readonly ids = new Map<string, string>();
  /** By file of the content, digests of all that the import has ever put there. */
  readonly wrote = new Map<string, Set<string>>();
  #waiting: string[] = [];

  /** Reads what there is, and takes a torn end away. */
  constructor(path: string) {
    this.path = path;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'a+');
      try {
        this.#load(file);
      } finally {
        closeSync(file);
      }
    } catch (cause) {
      throw asFailure(cause, path);
    }
  }

  add(line: Line): void {
    this.#take(line);
    this.#waiting.push(`${JSON.stringify(line)}\n`);
    // A line a write costs as much as the rest of a small page; a few pages are done again after a crash.
    if (this.#waiting.length >= 16) this.flush();
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    try {
      appendFileSync(this.path, this.#waiting.join(''));
    } catch (cause) {
      throw asFailure(cause, this.path);
    }
    this.#waiting = [];
  }

  #load(file: number): void {
    const { size } = fstatSync(file);
    let rest = Buffer.alloc(0);
    let sound = 0;
    for (let at = 0; at < size;) {
      const chunk = Buffer.alloc(Math.min(1 << 20, size - at));
      const read = readSync(file, chunk, 0, chunk.length, at);
      if (read === 0) break;
      at += read;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
        this.#read(bytes.toString('utf8', from, end));
        sound += end + 1 - from;
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
    if (sound < size) ftruncateSync(file, sound);
  }

  /** A line that nobody can read is a step that is done again. */
  #read(line: string): void {
    try {
      const value = JSON.parse(line) as unknown;
      if (typeof value === 'object' && value !== null) this.#take(value as Line);
    } catch {
      // See above.
    }
  }

  #take(line: Line): void {
    if ('file' in line) {
      const known = this.wrote.get(line.file) ?? new Set();
      this.wrote.set(line.file, known.add(line.sha256));
    } else if ('named' in line) this.ids.set(line.named, line.id);
    else if ('page' in line) this.pages.set(line.page, line);
  }
}
