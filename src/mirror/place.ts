import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asMirrorError, codeOf, MirrorError, type Ending } from './failure.ts';
import {
  CARRIED_NAME,
  LARGEST_MANIFEST,
  manifestName,
  ownNames,
  parseManifest,
  PARTS,
  signatureName,
  type Entry,
  type Manifest,
  type Part,
} from './manifest.ts';

/**
 * A folder that mirrors one site:
 * `current` a link to the release that is served, `releases/<seq>/` each a whole site, `.staging/` the next release, `.parts/` files that are arriving, `.spare/` a
 * release that was put aside, of which the next one is made, `.old/` releases that are being removed, `.digests` what was
 * read when, `mirror-status.json`, `.lock`. `live/` is others': tables of openings and the like,
 * which the web server sends beside the site.
 */
export class Place {
  readonly folder: string;
  readonly current: string;
  readonly next: string;
  readonly releases: string;
  readonly staging: string;
  readonly parts: string;
  readonly spare: string;
  readonly old: string;
  readonly digests: string;
  readonly lock: string;
  readonly status: string;

  constructor(folder: string) {
    this.folder = folder;
    this.current = join(folder, 'current');
    this.next = join(folder, 'current.next');
    this.releases = join(folder, 'releases');
    this.staging = join(folder, '.staging');
    this.parts = join(folder, '.parts');
    this.spare = join(folder, '.spare');
    this.old = join(folder, '.old');
    this.digests = join(folder, '.digests');
    this.lock = join(folder, '.lock');
    this.status = join(folder, 'mirror-status.json');
  }
}

/** A release on the disk. Repairing one makes another of the same sequence: `20261123080500.1`. */
export interface Release {
  readonly name: string;
  readonly seq: number;
  readonly folder: string;
}

/** What `mirror-status.json` tells a monitor, and the next run. */
export interface Status {
  readonly schema: 1;
  /** Sequence of the release that is served; nothing where there is none yet. */
  readonly seq?: number;
  /** What is mirrored here. */
  readonly part?: Part;
  /** The highest sequence ever taken: nothing at or below it comes in again but by an explicit command. */
  readonly floor?: number;
  readonly source?: string;
  /** The source's tag of the manifest that is served, to ask whether it has changed. */
  readonly etag?: string;
  readonly at?: string;
  /**
   * When a web server was last asked with success, by this machine's clock; nothing where releases come by hand. The
   * screens of the box count from it how old what they show is (src/client/screen/box.ts).
   */
  readonly contactAt?: string;
  /**
   * The source's clock less this machine's, in whole seconds, when it was last heard; nothing where it was not.
   */
  readonly skewSeconds?: number;
  /** The name under which what the screens here tell is passed on to the source. */
  readonly box?: string;
  /** When every byte of the present release was last read. */
  readonly verifiedAt?: string;
  /** How many runs in a row found another at work; nothing where the last did not. */
  readonly busy?: number;
  readonly result?: Ending;
  readonly message?: string;
}

const NAME = /^\d{1,16}(\.\d{1,4})?$/u;

const releaseAt = (place: Place, name: string): Release => ({
  name,
  seq: Number(name.split('.')[0]),
  folder: join(place.releases, name),
});

/**
 * The release that is served; nothing where there is none yet.
 * @throws {MirrorError} disk when `current` is not ours
 */
export function currentRelease(place: Place): Release | undefined {
  let target: string;
  try {
    target = readlinkSync(place.current);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new MirrorError(
      'disk',
      `${place.current} 不是本程序建的链接，没有动它。请换一个文件夹，或先把它移走。`,
      { cause: error },
    );
  }
  const name = basename(target);
  if (!NAME.test(name))
    throw new MirrorError(
      'disk',
      `${place.current} 指向 ${target}，不是本程序建的，没有动它。请换一个文件夹，或先把它移走。`,
    );
  // A link to what is gone serves nothing: any release is better.
  return existsSync(join(place.releases, name)) ? releaseAt(place, name) : undefined;
}

/** What a first run that was broken off leaves, tables that others write for the screens, and what a file system keeps in its root. */
const HARMLESS =
  /^(\.lock.*|\.digests.*|live|\.(staging|parts|spare|old)|mirror-status\..*|lost\+found|System Volume Information)$/u;

/** What belongs to releases, where these are ours. */
const OF_RELEASES = /^(releases|current|current\.next)$/u;

/** Whether a mirror is here or may begin here: releases in a folder of somebody else's would be taken for old ones. */
export function isOurs(place: Place): boolean {
  if (!existsSync(place.folder) || existsSync(place.status)) return true;
  const areReleases = (): boolean =>
    listReleases(place).length === readdirSync(place.releases).length &&
    listReleases(place).every(({ folder }) => partOf(folder) !== undefined);
  return readdirSync(place.folder).every(
    (name) => HARMLESS.test(name) || (OF_RELEASES.test(name) && existsSync(place.releases) && areReleases()),
  );
}

/** Every release on the disk, newest first. */
export function listReleases(place: Place): readonly Release[] {
  if (!existsSync(place.releases)) return [];
  return readdirSync(place.releases)
    .filter((name) => NAME.test(name))
    .map((name) => releaseAt(place, name))
    .sort((a, b) => b.seq - a.seq || Number(b.name.split('.')[1] ?? 0) - Number(a.name.split('.')[1] ?? 0));
}

/** The part that a folder of a site has a manifest of; the whole site before its parts. */
export const partOf = (folder: string): Part | undefined =>
  PARTS.find((part) => existsSync(join(folder, manifestName(part))));

/** The part that is mirrored here, also where the manifest that would tell is gone: the release was noted with it. */
export function partHere(place: Place, { seq, folder }: Release): Part | undefined {
  const noted = readStatus(place);
  return (noted.seq === seq ? noted.part : undefined) ?? partOf(folder);
}

/** The manifest in a folder, as bytes and read. @throws {MirrorError} */
export function manifestIn(folder: string, part: Part): { bytes: Buffer; manifest: Manifest } {
  const bytes = manifestBytes(folder, part);
  return { bytes, manifest: parseManifest(bytes, part) };
}

/** The manifest in a folder. @throws {MirrorError} */
export function manifestBytes(folder: string, part: Part): Buffer {
  const path = join(folder, manifestName(part));
  try {
    if (lstatSync(path).size > LARGEST_MANIFEST)
      throw new MirrorError('untrusted', `${path} 太大，不像文件清单。`);
    return readFileSync(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw asMirrorError(cause);
    throw new MirrorError(
      'unusable',
      `${folder} 里没有文件清单 ${manifestName(part)}：请先在网站那边运行 npm run mirror -- pack，或核对路径。`,
      { cause },
    );
  }
}

/** What the manifest in a folder of ours lists, as far as it can be read. It was doubted when it came. */
export function listedBy(folder: string, part: Part): readonly Entry[] {
  return entriesIn(join(folder, manifestName(part)), (value) => (value as Partial<Manifest>).files);
}

/** The paths of all files in a release of ours by its own account; none where it is of another part or damaged. */
export function ownFiles(folder: string, part: Part): readonly string[] {
  const listed = listedBy(folder, part);
  if (listed.length === 0) return [];
  const own = ownNames(part).filter((name) => existsSync(join(folder, name)));
  return [...listed, ...carriedBy({ folder })].map(({ path }) => path).concat(own);
}

/** The signature that lies beside a manifest, if any. */
export function signatureIn(folder: string, part: Part): Uint8Array | undefined {
  try {
    return readFileSync(join(folder, signatureName(part)));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export const carriedFile = (folder: string): string => join(folder, CARRIED_NAME);

/** What a release keeps of earlier ones. Unreadable is nothing: the files are then found to be too many. */
export const carriedBy = ({ folder }: Pick<Release, 'folder'>): readonly Entry[] =>
  entriesIn(carriedFile(folder), (value) => value);

/** Entries that stand in a file of ours. */
function entriesIn(file: string, within: (value: unknown) => unknown): readonly Entry[] {
  try {
    const entries = within(JSON.parse(readFileSync(file, 'utf8')));
    return Array.isArray(entries) ? (entries as readonly Entry[]) : [];
  } catch {
    return [];
  }
}

/** The last account of the mirror; empty where there is none or a power cut spoiled it. */
export function readStatus(place: Place): Status {
  try {
    const value = JSON.parse(readFileSync(place.status, 'utf8')) as Status;
    return value.schema === 1 ? value : { schema: 1 };
  } catch {
    return { schema: 1 };
  }
}

/** The highest sequence that was ever served here; 0 where none was. */
export const floorOf = (place: Place): number =>
  Math.max(readStatus(place).floor ?? 0, currentRelease(place)?.seq ?? 0);
