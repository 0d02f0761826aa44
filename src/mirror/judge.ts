import type { KeyObject } from 'node:crypto';
import type { Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import { readManifest, type Manifest, type Part } from './manifest.ts';
import {
  currentRelease,
  floorOf,
  manifestBytes,
  partHere,
  signatureIn,
  type Place,
  type Release,
} from './place.ts';
import type { Reported } from './run.ts';
import type { Offer, Word } from './source.ts';

/** What is wanted of a run. */
export interface Mirroring {
  readonly to: string;
  readonly part: Part;
  /** This machine's clock, in Beijing: `2026-11-23T08:05:00+08:00`. */
  readonly now: string;
  /** Any of these proves a release; without them it needs no proof. */
  readonly publicKeys?: readonly KeyObject[] | undefined;
  readonly allowRollback?: boolean;
  /** What the screens of this box have told since the moment of the last run. */
  readonly words?: ((since: string | undefined) => Promise<readonly Word[]>) | undefined;
  /** The name under which they are passed on. */
  readonly box?: string | undefined;
  readonly disk?: Disk;
}

/** What is served, where it can be read and is of the part that is mirrored. */
export interface Here {
  readonly release: Release;
  readonly manifest: Manifest;
  readonly bytes: Buffer;
  /** As it lies beside the manifest. */
  readonly signature: Uint8Array | undefined;
}

/** What a source offers, read and its signature proved. */
export interface Offered {
  readonly offer: Offer;
  readonly manifest: Manifest;
}

const DAY = 24 * 3600_000;

/** No release is older than this program: a clock before it is wrong. */
const EARLIEST = Date.parse('2026-01-01T00:00:00+08:00');

/** @throws {MirrorError} when the release is older than what was here, or from a future that cannot be */
export function judge(
  { offer, manifest }: Offered,
  { now, part, allowRollback }: Mirroring,
  place: Place,
  here: Here | undefined,
): void {
  if (!isClockWrong(now, here?.manifest) && Date.parse(manifest.generated) > Date.parse(now) + DAY)
    throw new MirrorError(
      'untrusted',
      `来源的版本写着 ${manifest.generated} 生成，比本机的时钟（${now}）晚一天以上，没有采用。请核对两边的时钟。`,
    );
  if (allowRollback) return;
  const present = currentRelease(place);
  const other = present && partHere(place, present);
  if (other && other !== part)
    throw new MirrorError(
      'rollback',
      `${place.folder} 里是“${other}”，不是“${part}”。请换一个文件夹；确实要换，请加 --allow-rollback。`,
    );
  const floor = floorOf(place);
  if (manifest.seq < floor)
    throw new MirrorError(
      'rollback',
      `来源的版本 ${manifest.seq} 比本机用过的 ${floor} 旧，没有采用。确实要退回旧版本，请运行 npm run mirror -- rollback，或加 --allow-rollback。`,
    );
  if (here?.manifest.seq === manifest.seq && !here.bytes.equals(offer.bytes))
    throw new MirrorError(
      'rollback',
      `来源的序号与本机的同为 ${manifest.seq}，内容却不同，没有采用。请在来源重新生成并运行 npm run mirror -- pack。`,
    );
}

/** Whether this machine's clock cannot be right: before any release, or behind the one it serves. */
export function isClockWrong(now: string, served: Manifest | undefined): boolean {
  const clock = Date.parse(now);
  return clock < EARLIEST || (served !== undefined && clock < Date.parse(served.generated) - DAY);
}

/** After `rollback` the release that was left does not come back by itself. */
export function isHeld(place: Place, { seq }: Manifest, { allowRollback }: Mirroring): boolean {
  const present = currentRelease(place);
  return !allowRollback && present !== undefined && present.seq < seq && seq <= floorOf(place);
}

export const held = ({ seq }: Manifest, present: Release | undefined): Reported => ({
  ending: 'unchanged',
  message: `来源仍是退回以前的版本 ${seq}，保持退回后的 ${present?.seq}。要重新采用它，请加 --allow-rollback。`,
});

/** The release that is served, when it is of the part and can be read. */
export function readHere(place: Place, part: Part): Here | undefined {
  const release = currentRelease(place);
  if (!release || partHere(place, release) !== part) return undefined;
  try {
    const bytes = manifestBytes(release.folder, part);
    const manifest = readManifest(bytes, part);
    return { release, manifest, bytes, signature: signatureIn(release.folder, part) };
  } catch {
    // Its manifest is damaged: as good as no release, and the next one is better.
    return undefined;
  }
}
