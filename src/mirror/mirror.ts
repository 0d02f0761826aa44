import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { realDisk, type Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import { parseManifest, type Manifest, type Part } from './manifest.ts';
import {
  carriedBy,
  currentRelease,
  floorOf,
  listReleases,
  manifestIn,
  partOf,
  Place,
  readStatus,
  type Release,
} from './place.ts';
import { alone, type Outcome, type Reported } from './run.ts';
import { checkSignature } from './signature.ts';
import type { Offer, Source } from './source.ts';
import { stage } from './stage.ts';
import { pointTo, prune, publish } from './switch.ts';
import { isSound, verify } from './verify.ts';

export interface Mirroring {
  readonly to: string;
  readonly part: Part;
  /** This machine's clock, in Beijing: `2026-11-23T08:05:00+08:00`. */
  readonly now: string;
  readonly publicKey?: KeyObject | undefined;
  readonly allowRollback?: boolean;
  readonly disk?: Disk;
}

const DAY = 24 * 3600_000;

/** No release is older than this program: a clock before it is wrong. */
const EARLIEST = Date.parse('2026-01-01T00:00:00+08:00');

/** How often a source that changes while it is read is begun anew. */
const ATTEMPTS = 3;

/** What is served, where it can be read and is of the part that is mirrored. */
interface Here {
  readonly release: Release;
  readonly manifest: Manifest;
  readonly bytes: Buffer;
}

interface Offered {
  readonly offer: Offer;
  readonly manifest: Manifest;
}

/**
 * Brings a mirror to what the source offers. Whatever fails, the release that is served stays as it is.
 * @throws {MirrorError} and notes it in the status
 */
export async function bring(source: Source, mirroring: Mirroring): Promise<Outcome> {
  const place = new Place(mirroring.to);
  const { now, part, disk = realDisk } = mirroring;
  return alone(place, { now, source: source.name }, disk, async () => {
    const here = readHere(place, part);
    const offered = await readOffer(source, mirroring, knownTag(place, source, here));
    if (here && (!offered || here.bytes.equals(offered.offer.bytes)))
      return keep(source, mirroring, place, here, offered);
    // A source asked without a tag always answers with an offer.
    return take(source, offered!, mirroring, place);
  });
}

/** Serves an earlier release of those on the disk: the one before the present, or the one named. */
export async function goBack(
  to: string,
  options: { now: string; seq?: number | undefined; disk?: Disk },
): Promise<Outcome> {
  const { now, disk = realDisk } = options;
  const place = new Place(to);
  return alone(place, { now }, disk, () => {
    const present = currentRelease(place);
    const others = listReleases(place).filter(
      ({ name, seq }) => name !== present?.name && seq !== present?.seq,
    );
    const release = others.find(({ seq }) =>
      options.seq === undefined ? !present || seq < present.seq : seq === options.seq,
    );
    if (!release)
      throw new MirrorError(
        'unusable',
        others.length > 0
          ? `没有这样的版本可以退回。本机还有：${others.map(({ seq }) => seq).join('、')}（用 --seq 指定）。`
          : '本机没有别的版本可以退回。',
      );
    if (!isWhole(release))
      throw new MirrorError('untrusted', `版本 ${release.seq} 的文件坏了，没有退回。请用 --seq 指定另一个。`);
    const floor = Math.max(floorOf(place), release.seq);
    pointTo(place, release, disk);
    return {
      ending: 'changed',
      message: `已退回到版本 ${release.seq}。要等来源有了比 ${floor} 新的版本，更新才会再换掉它。`,
      status: { seq: release.seq, floor, verifiedAt: now, etag: undefined },
    };
  });
}

function isWhole(release: Release): boolean {
  const part = partOf(release.folder);
  return (
    part !== undefined &&
    isSound(verify(release.folder, manifestIn(release.folder, part).manifest, carriedBy(release)))
  );
}

function readHere(place: Place, part: Part): Here | undefined {
  const release = currentRelease(place);
  if (!release || partOf(release.folder) !== part) return undefined;
  try {
    return { release, ...manifestIn(release.folder, part) };
  } catch {
    // Its manifest is damaged: as good as no release, and the next one is better.
    return undefined;
  }
}

/** The tag of the manifest that is served, when the same source gave it and it is the newest ever taken. */
function knownTag(place: Place, source: Source, here: Here | undefined): string | undefined {
  const { etag, seq, source: name } = readStatus(place);
  const isNewest = here !== undefined && here.manifest.seq === seq && floorOf(place) === seq;
  return isNewest && name === source.name ? etag : undefined;
}

/** The offer, its signature proved; nothing where the source says that it is still the one with this tag. */
async function readOffer(
  source: Source,
  { part, publicKey }: Mirroring,
  etag?: string,
): Promise<Offered | undefined> {
  for (let attempt = 1; ; attempt++) {
    const offer = await source.offer(part, etag);
    if (!offer) return undefined;
    try {
      if (publicKey) checkSignature(offer.bytes, offer.signature, publicKey);
    } catch (error) {
      // A server that was given a new release just then has answered with one's manifest and another's signature.
      if (attempt === ATTEMPTS) throw error;
      await pause(100);
      continue;
    }
    return { offer, manifest: parseManifest(offer.bytes, part) };
  }
}

/** Nothing new. Once a day every byte is read all the same, and what has been damaged is put right. */
async function keep(
  source: Source,
  mirroring: Mirroring,
  place: Place,
  { release, manifest }: Here,
  offered: Offered | undefined,
): Promise<Reported> {
  const { now, allowRollback } = mirroring;
  const { verifiedAt, etag } = readStatus(place);
  const since = Date.parse(now) - Date.parse(verifiedAt ?? '');
  const isRecent = since >= 0 && since < DAY;
  if (!isRecent && !isSound(verify(release.folder, manifest, carriedBy(release)))) {
    // Asked again without the tag: the repaired release keeps the signature too.
    const again = offered ?? (await readOffer(source, mirroring));
    return take(source, again!, mirroring, place, '有文件坏了，已经修复：');
  }
  return {
    ending: 'unchanged',
    message: `没有新的内容，仍是版本 ${manifest.seq}（${manifest.generated} 生成）。`,
    status: {
      seq: manifest.seq,
      floor: allowRollback ? manifest.seq : floorOf(place),
      etag: offered ? offered.offer.etag : etag,
      verifiedAt: isRecent ? verifiedAt : now,
    },
  };
}

/** Stages, proves and serves a release. A source that changes meanwhile is begun anew. */
async function take(
  source: Source,
  first: Offered,
  mirroring: Mirroring,
  place: Place,
  prefix = '',
): Promise<Reported> {
  const { disk = realDisk, now } = mirroring;
  const before = currentRelease(place);
  let offered = first;
  for (let attempt = 1; ; attempt++) {
    const { offer, manifest } = offered;
    judge(offered, mirroring, place);
    if (isHeld(place, manifest, mirroring)) return held(manifest, before);
    try {
      const { carried, linked, fetched, fetchedBytes } = await stage(place, source, offer, manifest, disk);
      publish(place, manifest.seq, carried, disk);
      const left = remainsOf(() => prune(place, before, disk));
      const size = (fetchedBytes / 2 ** 20).toFixed(1);
      return {
        ending: 'changed',
        message: `${prefix}已换成版本 ${manifest.seq}（${manifest.generated} 生成）：${manifest.files.length} 个文件，取来 ${fetched} 个 ${size} MB，沿用 ${linked} 个。${left}`,
        status: { seq: manifest.seq, floor: manifest.seq, etag: offer.etag, verifiedAt: now },
      };
    } catch (error) {
      const isMoved = error instanceof MirrorError && ['network', 'untrusted'].includes(error.ending);
      if (!isMoved || attempt === ATTEMPTS) throw error;
      const next = await readOffer(source, mirroring);
      if (!next || Buffer.from(next.offer.bytes).equals(Buffer.from(offer.bytes))) throw error;
      offered = next;
    }
  }
}

/** The new release is served already; an old one that will not go is no failure of it. */
function remainsOf(act: () => void): string {
  try {
    act();
    return '';
  } catch (error) {
    return `旧版本没有删净（${error instanceof Error ? error.message : String(error)}），下次再删。`;
  }
}

/** @throws {MirrorError} when the release is older than what was here, or from a future that cannot be */
function judge({ offer, manifest }: Offered, { now, part, allowRollback }: Mirroring, place: Place): void {
  const here = readHere(place, part);
  const clock = Date.parse(now);
  const isClockWrong = clock < EARLIEST || (here && clock < Date.parse(here.manifest.generated) - DAY);
  if (!isClockWrong && Date.parse(manifest.generated) > clock + DAY)
    throw new MirrorError(
      'untrusted',
      `来源的版本写着 ${manifest.generated} 生成，比本机的时钟（${now}）晚一天以上，没有采用。请核对两边的时钟。`,
    );
  if (allowRollback) return;
  const present = currentRelease(place);
  const other = present && partOf(present.folder);
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

/** After `rollback` the release that was left does not come back by itself. */
function isHeld(place: Place, { seq }: Manifest, { allowRollback }: Mirroring): boolean {
  const present = currentRelease(place);
  return !allowRollback && present !== undefined && present.seq < seq && seq <= floorOf(place);
}

const held = ({ seq }: Manifest, present: Release | undefined): Reported => ({
  ending: 'unchanged',
  message: `来源仍是退回以前的版本 ${seq}，保持退回后的 ${present?.seq}。要重新采用它，请加 --allow-rollback。`,
});
