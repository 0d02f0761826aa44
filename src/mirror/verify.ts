import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, type Digest } from './digest.ts';
import { codeOf } from './failure.ts';
import { isImmutable, ownNames, type Entry, type Manifest } from './manifest.ts';

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
  const own = new Set(ownNames(manifest.part));
  for (const { path, isFile } of filesIn(folder)) {
    const entry = listed.get(path);
    if (isFile && own.has(path)) continue;
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

/** Whether a file holds the bytes that its entry names, as `read` finds them. Unreadable is no. */
export function isAsListed(
  file: string,
  { bytes, sha256 }: Digest,
  read: (file: string, expected: number) => Digest = digestOf,
): boolean {
  try {
    const found = read(file, bytes);
    return found.bytes === bytes && found.sha256 === sha256;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EIO', 'EISDIR'].includes(String(codeOf(error)))) return false;
    throw error;
  }
}
