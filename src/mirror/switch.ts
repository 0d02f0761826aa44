import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeWhole, type Disk } from './disk.ts';
import { codeOf, MirrorError } from './failure.ts';
import type { Entry } from './manifest.ts';
import { carriedFile, currentRelease, listReleases, type Place, type Release } from './place.ts';

/** How many releases stay on the disk, with the one that is served. */
const KEPT = 3;

/** Makes the staging folder a release and serves it. Until the last step the present one is served, after it the new. */
export function publish(place: Place, seq: number, carried: readonly Entry[], disk: Disk): Release {
  disk.makeFolder(place.releases);
  const taken = new Set(listReleases(place).map(({ name }) => name));
  let name = String(seq);
  for (let repair = 1; taken.has(name); repair++) name = `${seq}.${repair}`;
  const release: Release = { name, seq, folder: join(place.releases, name) };
  writeWhole(disk, carriedFile(place.staging), JSON.stringify(carried));
  // Before the release has its name: what has one is whole, also after a power cut.
  disk.flush(place.folder);
  disk.rename(place.staging, release.folder);
  pointTo(place, release, disk);
  return release;
}

/** Serves a release that is on the disk. */
export function pointTo(place: Place, release: Release, disk: Disk): void {
  disk.remove(place.next);
  // A junction of Windows knows absolute targets only.
  const target = process.platform === 'win32' ? release.folder : relative(place.folder, release.folder);
  disk.symlink(target, place.next);
  try {
    disk.rename(place.next, place.current);
  } catch (error) {
    if (!['EPERM', 'EEXIST', 'EACCES'].includes(String(codeOf(error))) || !currentRelease(place)) throw error;
    // Windows replaces no junction: for a moment there is none, and `recover` finishes what was broken off there.
    disk.remove(place.current);
    disk.rename(place.next, place.current);
  }
  disk.flush(place.folder);
}

/** A file system without links, such as that of a stick (FAT, exFAT). */
const LINKLESS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

/**
 * Tries before the first release whether one can be served from here at all, so that nobody waits for 20,000 files first.
 * @throws {MirrorError} disk where the file system has no links
 */
export function tryLinks(place: Place, disk: Disk): void {
  if (currentRelease(place)) return;
  // What lies under this name is of no more use to the next run.
  disk.remove(place.parts);
  try {
    disk.symlink(place.releases, place.parts);
  } catch (cause) {
    if (!LINKLESS.includes(String(codeOf(cause)))) throw cause;
    throw new MirrorError(
      'disk',
      `${place.folder} 所在的磁盘不能建链接（多半是 FAT、exFAT 格式的 U 盘），网站不能放在上面。请用 --to 写机器自己的硬盘；要用 U 盘送网站，请用 pack --out 打成一个包。`,
      { cause },
    );
  }
  disk.remove(place.parts);
}

/** Puts right what a run that was killed has left. */
export function recover(place: Place, disk: Disk): void {
  if (existsSync(place.next) && !existsSync(place.current)) disk.rename(place.next, place.current);
  disk.remove(place.next);
  disk.remove(place.old);
}

/**
 * Keeps the newest releases, always the one that is served and the one before it. Of the others one is put aside, to
 * become the next release, and the rest removed.
 */
export function prune(place: Place, before: Release | undefined, disk: Disk): void {
  const releases = listReleases(place);
  const wanted = [currentRelease(place), before, ...releases].filter((release) => release !== undefined);
  const kept = new Map<number, string>();
  // One of each sequence: the damaged one goes when it was repaired.
  for (const { seq, name } of wanted) if (kept.size < KEPT && !kept.has(seq)) kept.set(seq, name);
  const ended = releases.filter(({ seq, name }) => kept.get(seq) !== name);
  const aside = existsSync(place.spare) ? undefined : ended[0];
  // Out of the way at once: a release that is half removed must never be one to go back to.
  if (aside) disk.rename(aside.folder, place.spare);
  const removed = ended.filter((release) => release !== aside);
  if (removed.length === 0) return;
  disk.makeFolder(place.old);
  for (const { folder, name } of removed) disk.rename(folder, join(place.old, name));
  disk.remove(place.old);
}
