import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copy, writeWhole, type Disk } from './disk.ts';
import { codeOf, MirrorError } from './failure.ts';
import {
  isImmutable,
  manifestName,
  signatureName,
  type Entry,
  type Manifest,
  type Part,
} from './manifest.ts';
import { carriedBy, listReleases, manifestIn, type Place, type Release } from './place.ts';
import type { Offer, Source } from './source.ts';
import { filesIn, isAsListed, isSound, verify, type Faults } from './verify.ts';

/** Kept free for the system beside what a release needs, in bytes. */
const MARGIN = 16 * 2 ** 20;

/** How many releases a file with its hash in its name outlives the one that last listed it. */
const CARRIED_RELEASES = 3;

interface Staged {
  readonly carried: readonly Entry[];
  readonly linked: number;
  readonly fetched: number;
  readonly fetchedBytes: number;
}

/**
 * Lays out the next release in the staging folder, from what an earlier run left there, from releases that are here,
 * and for the rest from the source; then reads every byte of it once more.
 * @throws {MirrorError} and leaves in the staging folder what the next run can use
 */
export async function stage(
  place: Place,
  source: Source,
  offer: Offer,
  manifest: Manifest,
  disk: Disk,
): Promise<Staged> {
  const { staging } = place;
  disk.makeFolder(staging);
  disk.remove(place.parts);
  disk.makeFolder(place.parts);
  const releases = listReleases(place);
  const carried = carriedFrom(releases, manifest);
  const wanted = [...manifest.files, ...carried];
  removeStrangers(staging, wanted, disk);
  const lacking = wanted.filter(({ path }) => !existsSync(join(staging, path)));
  makeFolders(staging, wanted, disk);
  const linked = linkFrom(releases, manifest.part, lacking, staging, disk);
  const fetched = lacking.filter(({ path }) => !linked.has(path));
  await fetchAll(place, source, fetched, disk);
  writeWhole(disk, join(staging, manifestName(manifest.part)), offer.bytes);
  if (offer.signature) writeWhole(disk, join(staging, signatureName(manifest.part)), offer.signature);
  const mended = await mend(place, source, manifest, carried, disk);
  disk.remove(place.parts);
  const all = [...fetched, ...mended];
  return {
    carried,
    linked: linked.size,
    fetched: all.length,
    fetchedBytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Files of the last releases that a page loaded before the switch may still ask for. */
function carriedFrom(releases: readonly Release[], manifest: Manifest): readonly Entry[] {
  const carried = new Map<string, Entry>();
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const { folder } of releases.slice(0, CARRIED_RELEASES)) {
    for (const entry of readable(folder, manifest.part)) {
      const isWanted = isImmutable(entry.path) && !listed.has(entry.path) && !carried.has(entry.path);
      // A damaged one is not worth a failure: it belongs to the past.
      if (isWanted && isAsListed(join(folder, entry.path), entry)) carried.set(entry.path, entry);
    }
  }
  return [...carried.values()];
}

function readable(folder: string, part: Part): readonly Entry[] {
  try {
    return manifestIn(folder, part).manifest.files;
  } catch {
    return [];
  }
}

/** An interrupted run leaves files of another release, and a power cut anything at all. */
function removeStrangers(staging: string, wanted: readonly Entry[], disk: Disk): void {
  const paths = new Set(wanted.map(({ path }) => path));
  for (const { path, isFile } of filesIn(staging))
    if (!isFile || !paths.has(path)) disk.remove(join(staging, path));
  // What was a folder may be wanted as a file.
  for (const { path } of wanted)
    if (existsSync(join(staging, path)) && isFolder(join(staging, path))) disk.remove(join(staging, path));
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function makeFolders(staging: string, wanted: readonly Entry[], disk: Disk): void {
  for (const folder of new Set(wanted.map(({ path }) => dirname(join(staging, path)))))
    if (!existsSync(folder)) disk.makeFolder(folder);
}

/** Gives files that a release here has already a second name, wherever they lay. Returns the paths that were so provided. */
function linkFrom(
  releases: readonly Release[],
  part: Part,
  wanted: readonly Entry[],
  staging: string,
  disk: Disk,
): ReadonlySet<string> {
  const linked = new Set<string>();
  let lacking = wanted;
  for (const release of releases) {
    if (lacking.length === 0) break;
    const known = [...carriedBy(release), ...readable(release.folder, part)];
    const here = new Map(known.map(({ path, sha256 }) => [sha256, path]));
    lacking = lacking.filter(({ path, sha256 }) => {
      const same = here.get(sha256);
      if (same === undefined || !isLinked(disk, join(release.folder, same), join(staging, path))) return true;
      linked.add(path);
      return false;
    });
  }
  return linked;
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

async function fetchAll(place: Place, source: Source, entries: readonly Entry[], disk: Disk): Promise<void> {
  const needed = entries.reduce((sum, { bytes }) => sum + bytes, 0) + MARGIN;
  const free = disk.free(place.folder);
  if (entries.length > 0 && free < needed)
    throw new MirrorError(
      'disk',
      `磁盘空间不够：还要 ${toMiB(needed)}，只剩 ${toMiB(free)}。原来的版本没有改动。请删去不用的文件再运行一次。`,
    );
  const queue = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue)
      await fetchOne(source, entry, join(place.parts, String(index)), join(place.staging, entry.path), disk);
  };
  // All come to their end before the first failure is told: nothing may be written after that.
  const ended = await Promise.allSettled(Array.from({ length: source.width }, worker));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

const toMiB = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

/** A file takes its name only when its bytes were the right ones. */
async function fetchOne(
  source: Source,
  entry: Entry,
  part: string,
  target: string,
  disk: Disk,
): Promise<void> {
  const digest = createHash('sha256');
  let length = 0;
  const file = disk.create(part);
  try {
    for await (const chunk of source.read(entry)) {
      length += chunk.length;
      if (length > entry.bytes) break;
      digest.update(chunk);
      file.add(chunk);
    }
  } finally {
    file.close();
  }
  if (length !== entry.bytes || digest.digest('hex') !== entry.sha256) {
    disk.remove(part);
    throw new MirrorError(
      'untrusted',
      `从 ${source.name} 取来的 ${entry.path} 与清单不符（可能没有传完，或在路上被改过），没有采用。原来的版本没有改动。请再运行一次；总是这样，请在来源重新运行 npm run mirror -- pack。`,
    );
  }
  disk.rename(part, target);
}

/** Reads every byte; what is not right is fetched anew, once. Returns what was fetched. */
async function mend(
  place: Place,
  source: Source,
  manifest: Manifest,
  carried: readonly Entry[],
  disk: Disk,
): Promise<readonly Entry[]> {
  const first = verify(place.staging, manifest, carried);
  if (isSound(first)) return [];
  const wrong = new Set([...first.damaged, ...first.missing]);
  const entries = manifest.files.filter(({ path }) => wrong.has(path));
  for (const path of [...first.damaged, ...first.extra]) disk.remove(join(place.staging, path));
  disk.remove(place.parts);
  disk.makeFolder(place.parts);
  await fetchAll(place, source, entries, disk);
  const second = verify(place.staging, manifest, carried);
  if (!isSound(second)) throw unsound(second);
  return entries;
}

function unsound({ missing, damaged, extra }: Faults): MirrorError {
  const path = [...damaged, ...missing, ...extra][0];
  return new MirrorError(
    'disk',
    `写好的文件读回来不对（${path}）：磁盘可能坏了，请检查。原来的版本没有改动。`,
  );
}
