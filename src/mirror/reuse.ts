import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Digests } from './digests.ts';
import { copy, type Disk } from './disk.ts';
import { codeOf } from './failure.ts';
import { isImmutable, type Entry, type Part } from './manifest.ts';
import { faultOfPath, foldersAbove } from './path.ts';
import { carriedBy, ownFiles, type Place, type Release } from './place.ts';
import { filesIn, isAsListed } from './verify.ts';

/** How many releases a file with its hash in its name outlives the one that last listed it. */
const CARRIED_RELEASES = 3;

/** A release here, and what it lists. */
interface Listed extends Release {
  readonly files: readonly Entry[];
}

/** Files of the last releases that a page loaded before the switch may still ask for. */
export function carriedFrom(
  releases: readonly Listed[],
  next: readonly Entry[],
  digests: Digests,
): readonly Entry[] {
  const carried = new Map<string, Entry>();
  const listed = new Set(next.map(({ path }) => path));
  for (const { folder, files } of releases.slice(0, CARRIED_RELEASES)) {
    for (const entry of files) {
      const { path } = entry;
      const isWanted = !listed.has(path) && isImmutable(path) && !carried.has(path) && !faultOfPath(path);
      // A damaged one is not worth a failure: it belongs to the past.
      if (isWanted && isRight(digests, folder, entry)) carried.set(path, entry);
    }
  }
  return [...carried.values()];
}

/** Whether a file lies in a folder as it is listed. */
export const isRight = (digests: Digests, folder: string, entry: Entry): boolean =>
  isAsListed(`${folder}/${entry.path}`, entry, (file, expected) => digests.of(file, expected));

/**
 * Makes the staging folder of what is at hand: of what a broken run has left there, else of the release that was last
 * put aside, which differs from the next in few files. What is not wanted or not right is removed from it. Returns the
 * entries that lack.
 */
export function takeUp(
  place: Place,
  part: Part,
  wanted: readonly Entry[],
  digests: Digests,
  disk: Disk,
): readonly Entry[] {
  const listed = new Map(wanted.map((entry) => [entry.path, entry]));
  const right = new Set<string>();
  const wrong: string[] = [];
  for (const path of pathsAtHand(place, part, digests, disk)) {
    const entry = listed.get(path);
    if (entry && isRight(digests, place.staging, entry)) right.add(path);
    else wrong.push(path);
  }
  for (const path of topmost(wrong.filter(isBelow), wanted)) disk.remove(join(place.staging, path));
  return wanted.filter(({ path }) => !right.has(path));
}

/** By damage alone the account of a release may name a path that leads out of it. */
const isBelow = (path: string): boolean => !path.split('/').includes('..');

/** The paths in the staging folder. A release that was put aside is whole, and is taken at its word. */
function pathsAtHand(place: Place, part: Part, digests: Digests, disk: Disk): readonly string[] {
  const { staging, spare } = place;
  const isWhole = !existsSync(staging) && existsSync(spare);
  if (isWhole) disk.rename(spare, staging);
  disk.makeFolder(staging);
  const told = isWhole && !digests.isEmpty ? ownFiles(staging, part) : [];
  return told.length > 0 ? told : [...filesIn(staging)].map(({ path }) => path);
}

/** What to remove so that these paths are gone: of a folder in which nothing is wanted, the folder. */
function topmost(paths: readonly string[], wanted: readonly Entry[]): ReadonlySet<string> {
  const folders = foldersOf(wanted);
  return new Set(
    paths.map((path) => [...foldersAbove(path)].findLast((above) => !folders.has(above)) ?? path),
  );
}

function foldersOf(entries: readonly Entry[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of entries)
    for (const above of foldersAbove(path)) {
      if (folders.has(above)) break;
      folders.add(above);
    }
  return folders;
}

/** Makes the folders of files that are to come, and way for them. */
export function makeRoom(staging: string, entries: readonly Entry[], disk: Disk): void {
  // What is a folder, an empty one too, may be wanted as a file.
  for (const { path } of entries) if (existsSync(join(staging, path))) disk.remove(join(staging, path));
  for (const folder of new Set(entries.map(({ path }) => dirname(join(staging, path)))))
    if (!existsSync(folder)) disk.makeFolder(folder);
}

/** Gives files that a release here has already a second name, wherever they lay. Returns the entries that lack after it. */
export function linkFrom(
  releases: readonly Listed[],
  wanted: readonly Entry[],
  staging: string,
  disk: Disk,
): readonly Entry[] {
  let lacking = wanted;
  for (const release of releases) {
    if (lacking.length === 0) break;
    const here = pathsOf(lacking, [...carriedBy(release), ...release.files]);
    lacking = lacking.filter(({ path, sha256 }) => {
      const same = here.get(sha256);
      return same === undefined || !isLinked(disk, join(release.folder, same), join(staging, path));
    });
  }
  return lacking;
}

/** Where the bytes of the entries lie, by their digests. */
function pathsOf(entries: readonly Entry[], listed: readonly Entry[]): ReadonlyMap<string, string> {
  const wanted = new Set(entries.map(({ sha256 }) => sha256));
  const same = listed.filter(({ sha256 }) => wanted.has(sha256));
  return new Map(same.map(({ path, sha256 }) => [sha256, path]));
}

/** A second name where the file system has one, else a copy; false when the file is gone. */
function isLinked(disk: Disk, from: string, to: string): boolean {
  try {
    disk.link(from, to);
    return true;
  } catch (error) {
    const code = String(codeOf(error));
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    // EMLINK: ext4 gives a file 65,000 names.
    if (!['EMLINK', 'EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
  }
  copy(disk, from, to);
  return true;
}
