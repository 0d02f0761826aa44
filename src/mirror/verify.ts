import { createHash, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './failure.ts';
import { isImmutable, isOwnName, type Entry, type Manifest } from './manifest.ts';

/** How a folder differs from its manifest. Paths from the folder. */
export interface Faults {
  readonly missing: readonly string[];
  /** Other bytes than the manifest says. */
  readonly damaged: readonly string[];
  /** Files nobody lists, and whatever is no plain file. */
  readonly extra: readonly string[];
}

export const isSound = ({ missing, damaged, extra }: Faults): boolean =>
  missing.length + damaged.length + extra.length === 0;

/**
 * Reads every byte of a release and holds it against the manifest. `carried` are the files it keeps of earlier
 * releases; without a list, any file whose name carries its hash may be one.
 */
export function verify(folder: string, manifest: Manifest, carried?: readonly Entry[]): Faults {
  const listed = new Map([...(carried ?? []), ...manifest.files].map((entry) => [entry.path, entry]));
  const faults = { missing: [] as string[], damaged: [] as string[], extra: [] as string[] };
  const seen = new Set<string>();
  for (const { path, isFile } of filesIn(folder)) {
    const entry = listed.get(path);
    if (isFile && isOwnName(path, manifest.part)) continue;
    if (isFile && entry) {
      seen.add(path);
      if (!isAsListed(join(folder, path), entry)) faults.damaged.push(path);
    } else if (!isFile || carried || !isImmutable(path)) faults.extra.push(path);
  }
  faults.missing.push(...[...listed.keys()].filter((path) => !seen.has(path)));
  return faults;
}

interface Found {
  /** From the folder, with forward slashes. */
  readonly path: string;
  /** A plain file; not a link, whatever it leads to. */
  readonly isFile: boolean;
}

/** Everything in a folder but folders, in the order of names. */
export function* filesIn(folder: string, above = ''): Generator<Found> {
  const entries = readdirSync(join(folder, above), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${above}${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(folder, `${path}/`);
    else yield { path, isFile: entry.isFile() };
  }
}

/** Whether a file holds the bytes that its entry names. Unreadable is no. */
export function isAsListed(file: string, { bytes, sha256 }: Pick<Entry, 'bytes' | 'sha256'>): boolean {
  try {
    const found = digestOf(file, bytes);
    return found.bytes === bytes && found.sha256 === sha256;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EIO', 'EISDIR'].includes(String(codeOf(error)))) return false;
    throw error;
  }
}

const PIECE = 2 ** 20;

/** Length and hash of a file; of one that has not the expected length, no hash. */
export function digestOf(file: string, expected?: number): { bytes: number; sha256: string } {
  const handle = openSync(file, 'r');
  try {
    const bytes = fstatSync(handle).size;
    if (expected !== undefined && bytes !== expected) return { bytes, sha256: '' };
    const piece = Buffer.allocUnsafe(Math.min(PIECE, bytes + 1));
    const first = readSync(handle, piece);
    if (first === bytes) return { bytes, sha256: hash('sha256', piece.subarray(0, first)) };
    const whole = createHash('sha256').update(piece.subarray(0, first));
    for (let got = readSync(handle, piece); got > 0; got = readSync(handle, piece))
      whole.update(piece.subarray(0, got));
    return { bytes, sha256: whole.digest('hex') };
  } finally {
    closeSync(handle);
  }
}
