import { setTimeout as pause } from 'node:timers/promises';
import { Digests } from './digests.ts';
import { realDisk } from './disk.ts';
import { isReadingDue } from './due.ts';
import { MirrorError } from './failure.ts';
import {
  held,
  isClockWrong,
  isHeld,
  judge,
  readHere,
  type Here,
  type Mirroring,
  type Offered,
} from './judge.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { carriedBy, currentRelease, floorOf, Place, readStatus, type Status } from './place.ts';
import { alone, type Outcome, type Reported } from './run.ts';
import { checkSignature, signerOf } from './signature.ts';
import type { Source } from './source.ts';
import { stage, type Staged } from './stage.ts';
import { prune, publish, tryLinks } from './switch.ts';
import { isSound, verify } from './verify.ts';

/** How often a source that changes while it is read is begun anew. */
const ATTEMPTS = 3;

/**
 * Brings a mirror to what the source offers. Whatever fails, the release that is served stays as it is.
 * @throws {MirrorError} and notes it in the status
 */
export async function bring(source: Source, mirroring: Mirroring): Promise<Outcome> {
  const place = new Place(mirroring.to);
  const { now } = mirroring;
  const skewOf = (): number | undefined => source.skewSeconds?.();
  const told = (): Partial<Status> => ({
    ...(skewOf() !== undefined && { skewSeconds: skewOf() }),
    box: mirroring.box,
  });
  const about = { now, source: source.name, told };
  return alone(place, about, mirroring.disk ?? realDisk, async (disk) => {
    tryLinks(place, disk);
    await passOn(source, mirroring, place);
    const here = readHere(place, mirroring.part);
    const { status, served, ...outcome } = await compare(source, { ...mirroring, disk }, place, here);
    const isContact = source.isOnline && !isClockWrong(now, served);
    return {
      ending: outcome.ending,
      message: `${outcome.message}${skewWords(skewOf())}`,
      status: { ...status, ...told(), contactAt: isContact ? now : undefined, skewSeconds: skewOf() },
    };
  });
}

/**
 * What must be at hand before a run can begin, such as keys.
 * @throws {MirrorError} and notes it in the status, as the failures of a run are
 */
export async function notedIn<T>(source: Source, { to, now }: Mirroring, prepare: () => T): Promise<T> {
  try {
    return prepare();
  } catch (error) {
    await alone(new Place(to), { now, source: source.name }, realDisk, () => Promise.reject(error as Error));
    throw error;
  }
}

/** Whoever reads the source's log knows the screens of this box by it, whatever becomes of the run. */
async function passOn(source: Source, { words }: Mirroring, place: Place): Promise<void> {
  if (words && source.tell) await source.tell(await words(readStatus(place).at));
}

/** Clocks that differ by less, in seconds, are held for right, on screens too. */
const LARGEST_SKEW = 120;

function skewWords(skew = 0): string {
  if (Math.abs(skew) <= LARGEST_SKEW) return '';
  const minutes = Math.round(Math.abs(skew) / 60);
  return `本机的时钟比来源${skew > 0 ? '慢' : '快'} ${minutes} 分钟，请校准（timedatectl）。`;
}

interface Compared extends Reported {
  /** The manifest of what is served now. */
  readonly served: Manifest | undefined;
}

/** Holds what is served against what the source offers, and takes that where it is another. */
async function compare(
  source: Source,
  mirroring: Mirroring,
  place: Place,
  here: Here | undefined,
): Promise<Compared> {
  const { publicKeys } = mirroring;
  // A key that was set after the release came: whoever answers that nothing is new has proved nothing to it.
  const isProved = !here || !publicKeys || signerOf(here.bytes, here.signature, publicKeys) !== undefined;
  const offered = await readOffer(source, mirroring, isProved ? knownTag(place, source, here) : undefined);
  if (here && isProved && (!offered || here.bytes.equals(offered.offer.bytes)))
    return keep(source, mirroring, place, here, offered);
  // A source asked without a tag always answers with an offer.
  return take(source, offered!, mirroring, place, here);
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
  { part, publicKeys }: Mirroring,
  etag?: string,
): Promise<Offered | undefined> {
  for (let attempt = 1; ; attempt++) {
    const offer = await source.offer(part, etag);
    if (!offer) return undefined;
    try {
      if (publicKeys) checkSignature(offer.bytes, offer.signature, publicKeys);
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
  here: Here,
  offered: Offered | undefined,
): Promise<Compared> {
  const { now, allowRollback } = mirroring;
  const { release, manifest } = here;
  const { verifiedAt, etag } = readStatus(place);
  const isDue = isReadingDue(now, verifiedAt);
  if (isDue && !isSound(verify(release.folder, manifest, carriedBy(release)))) {
    // Asked again without the tag: the repaired release keeps the signature too.
    const again = offered ?? (await readOffer(source, mirroring));
    return take(source, again!, mirroring, place, here, REPAIRED);
  }
  return {
    ending: 'unchanged',
    message: `没有新的内容，仍是版本 ${manifest.seq}（${manifest.generated} 生成）。`,
    status: {
      seq: manifest.seq,
      part: manifest.part,
      floor: allowRollback ? manifest.seq : floorOf(place),
      etag: offered ? offered.offer.etag : etag,
      verifiedAt: isDue ? now : verifiedAt,
    },
    served: manifest,
  };
}

const REPAIRED = '有文件坏了，已经修复：';

/** Stages, proves and serves a release. A source that changes meanwhile is begun anew. */
async function take(
  source: Source,
  first: Offered,
  mirroring: Mirroring,
  place: Place,
  here: Here | undefined,
  prefix = '',
): Promise<Compared> {
  const { disk = realDisk, now } = mirroring;
  const before = currentRelease(place);
  const { verifiedAt } = readStatus(place);
  const digests = isReadingDue(now, verifiedAt) ? Digests.none() : Digests.load(place.digests);
  let offered = first;
  for (let attempt = 1; ; attempt++) {
    const { offer, manifest } = offered;
    judge(offered, mirroring, place, here);
    if (isHeld(place, manifest, mirroring)) return { ...held(manifest, before), served: here?.manifest };
    try {
      const staged = await stage(place, source, offer, manifest, digests, disk);
      publish(place, manifest.seq, staged.carried, disk);
      // After the flush: nothing is known of bytes that a power cut could still take away.
      digests.save(place.digests, disk);
      const left = remainsOf(() => prune(place, before, disk));
      return {
        ending: 'changed',
        message: `${staged.isSpoiled ? REPAIRED : prefix}${takenWords(manifest, staged)}${left}`,
        status: {
          seq: manifest.seq,
          part: manifest.part,
          floor: manifest.seq,
          etag: offer.etag,
          verifiedAt: digests.isEmpty ? now : verifiedAt,
        },
        served: manifest,
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

function takenWords({ seq, generated, files }: Manifest, { fetched, fetchedBytes, kept }: Staged): string {
  const size = (fetchedBytes / 2 ** 20).toFixed(1);
  return `已换成版本 ${seq}（${generated} 生成）：${files.length} 个文件，取来 ${fetched} 个 ${size} MB，沿用 ${kept} 个。`;
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
