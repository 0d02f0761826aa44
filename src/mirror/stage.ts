import { join } from 'node:path';
import type { Digests } from './digests.ts';
import { writeWhole, type Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import { manifestName, signatureName, type Entry, type Manifest } from './manifest.ts';
import { listedBy, listReleases, type Place } from './place.ts';
import { receive } from './receive.ts';
import { carriedFrom, isRight, linkFrom, makeRoom, takeUp } from './reuse.ts';
import type { Offer, Source } from './source.ts';

/** What a laid out release was made of. */
export interface Staged {
  readonly carried: readonly Entry[];
  /** Files that were here already. */
  readonly kept: number;
  readonly fetched: number;
  readonly fetchedBytes: number;
  /** Whether a file was found to have decayed on the disk, so that all were read. */
  readonly isSpoiled: boolean;
}

/**
 * Lays out the next release in the staging folder, from what lies there, from releases that are here, and for the rest
 * from the source. What `digests` knows is trusted, every other byte is read once more.
 * @throws {MirrorError} and leaves in the staging folder what the next run can use
 */
export async function stage(
  place: Place,
  source: Source,
  offer: Offer,
  manifest: Manifest,
  digests: Digests,
  disk: Disk,
): Promise<Staged> {
  const { staging } = place;
  const { part, files } = manifest;
  const releases = listReleases(place).map((release) => ({
    ...release,
    files: listedBy(release.folder, part),
  }));
  const carried = carriedFrom(releases, files, digests);
  const wanted = [...files, ...carried];
  const placed = takeUp(place, part, wanted, digests, disk);
  if (digests.spoiled !== undefined) {
    // Where one has decayed others may have.
    digests.forget();
    return { ...(await stage(place, source, offer, manifest, digests, disk)), isSpoiled: true };
  }
  makeRoom(staging, placed, disk);
  const lacking = linkFrom(releases, placed, staging, disk);
  await receive(place, source, lacking, disk);
  writeWhole(disk, join(staging, manifestName(part)), offer.bytes);
  if (offer.signature) writeWhole(disk, join(staging, signatureName(part)), offer.signature);
  const mended = await mend(place, source, placed, digests, disk);
  const fetched = [...lacking, ...mended];
  return {
    carried,
    kept: wanted.length - fetched.length,
    fetched: fetched.length,
    fetchedBytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0),
    isSpoiled: false,
  };
}

/** Reads what was placed; what is not right is fetched anew, once. Returns what was fetched. */
async function mend(
  place: Place,
  source: Source,
  placed: readonly Entry[],
  digests: Digests,
  disk: Disk,
): Promise<readonly Entry[]> {
  const { staging } = place;
  const isWrong = (entry: Entry): boolean => !isRight(digests, staging, entry);
  const wrong = placed.filter(isWrong);
  for (const { path } of wrong) disk.remove(join(staging, path));
  await receive(place, source, wrong, disk);
  const [still] = wrong.filter(isWrong);
  if (!still) return wrong;
  throw new MirrorError(
    'disk',
    `写好的文件读回来不对（${still.path}）：磁盘可能坏了，请检查。原来的版本没有改动。`,
  );
}
