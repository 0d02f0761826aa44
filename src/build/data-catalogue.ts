import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../core/edition.ts';
import { DCAT_PATH, distributedPaths, toDcat, type FileFacts } from '../site/dcat.ts';
import type { Output } from './making.ts';
import type { State } from './state.ts';

/** What the store of outputs calls the catalogue of data: it states digests of other files, so it is made after them. */
export const DATA_CATALOGUE = 'data catalogue';

/** What the state remembers it by. */
const REMEMBERED = 'files of data';

/** The size and the digest of each file of data, as they were written in this run or in one before. */
export class DataFiles {
  readonly #facts: Map<string, FileFacts>;
  readonly #paths: ReadonlySet<string>;

  /** @param state remembers those of the runs before; without it all are made in this run */
  constructor(edition: Edition, state?: State) {
    this.#paths = distributedPaths(edition);
    const kept = state?.get(REMEMBERED);
    this.#facts = new Map(
      kept === undefined ? [] : Object.entries(JSON.parse(kept) as Record<string, FileFacts>),
    );
  }

  /** Takes down those of the files that were written. */
  note(outputs: Iterable<Output>): void {
    for (const { path, sha256, bytes } of outputs)
      if (this.#paths.has(path)) this.#facts.set(path, { sha256, bytes });
  }

  keepIn(state: State): void {
    const known = [...this.#facts].filter(([path]) => this.#paths.has(path));
    state.set(REMEMBERED, JSON.stringify(Object.fromEntries(known)));
  }

  /** @throws for a file that no run has written */
  of(path: string): FileFacts {
    const facts = this.#facts.get(path);
    if (!facts) throw new Error(`${path} is in the catalogue of data and was not written`);
    return facts;
  }
}

/** Writes the catalogue into a folder, when all files of data are written. */
export function writeDataCatalogue(folder: string, edition: Edition, files: DataFiles): Output {
  const bytes = Buffer.from(JSON.stringify(toDcat(edition, (path) => files.of(path))));
  const place = join(folder, DCAT_PATH);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes, { flag: 'wx' });
  return {
    path: DCAT_PATH,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  };
}
