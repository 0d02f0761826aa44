import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATUS_NAME } from '../core/publishing.ts';
import {
  isImmutable,
  manifestName,
  parseManifest,
  signatureName,
  type Entry,
  type Manifest,
} from '../mirror/manifest.ts';
import type { FarEnd, Found } from './far-end.ts';
import type { Held } from './plan.ts';
import { OWN_FOLDER, parseRecord, RECORD, type DeployRecord } from './record.ts';
import { remove } from '../patience.ts';

/** What the far end says of itself. */
export interface Account {
  /** Whether anything lies there that a site does not share its place with. */
  readonly isEmpty: boolean;
  readonly record: DeployRecord | undefined;
  /** The name of the site, by the file that a build leaves, which other ways of copying bring along too. */
  readonly site: string | undefined;
  readonly manifest: Manifest | undefined;
  /** SHA-256 of what the manifest does not list, as far as it is there. */
  readonly own: Held;
}

/** By which a build marks a folder (src/cli/target.ts). */
const MARKER = '.zhangbang.json';

/** What the manifest of the whole site does not list: itself, its signature, and how the publishing machine stands. */
export const UNLISTED: readonly string[] = [manifestName('site'), signatureName('site'), STATUS_NAME];

/** What may lie beside a site: tables for the screens (npm run live), and the program's own. */
const BESIDE: ReadonlySet<string> = new Set(['live/', `${OWN_FOLDER}/`]);

/** Asks a far end what it holds. `work` is a folder for what is fetched. */
export async function accountOf(far: FarEnd, work: string): Promise<Account> {
  const folder = join(work, 'fetched');
  remove(folder);
  mkdirSync(folder, { recursive: true });
  const isEmpty = (await far.list('')).every(({ path }) => BESIDE.has(path));
  await far.fetch([RECORD, MARKER, ...UNLISTED], folder);
  const read = (path: string): Buffer | undefined =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
  return {
    isEmpty,
    record: parseRecord(read(RECORD)?.toString('utf8') ?? ''),
    site: siteIn(read(MARKER)?.toString('utf8') ?? ''),
    manifest: manifestIn(read(manifestName('site'))),
    own: new Map(
      UNLISTED.flatMap((path) => {
        const bytes = read(path);
        return bytes ? [[path, createHash('sha256').update(bytes).digest('hex')] as const] : [];
      }),
    ),
  };
}

function siteIn(marker: string): string | undefined {
  try {
    const { site } = JSON.parse(marker) as { site?: unknown };
    return typeof site === 'string' ? site : undefined;
  } catch {
    return undefined;
  }
}

/** One that cannot be read says nothing: then the far end is asked file by file. */
function manifestIn(bytes: Buffer | undefined): Manifest | undefined {
  try {
    return bytes && parseManifest(bytes, 'site');
  } catch {
    return undefined;
  }
}

interface Asking {
  readonly wanted: readonly Entry[];
  /** MD5 of a wanted file. */
  readonly md5Of: (path: string) => string;
  /** Trust no list of what was sent. */
  readonly isParanoid: boolean;
}

/**
 * What lies at the far end: what the manifest there lists, but for files that a run had begun with when it was broken
 * off; those, and all where there is no manifest, are looked up. Files that are in no list and not wanted are
 * somebody's: they are counted and left alone.
 */
export async function heldAt(
  far: FarEnd,
  { manifest, record, own }: Account,
  { wanted, md5Of, isParanoid }: Asking,
): Promise<{ held: Held; strangers: number }> {
  const listed = new Map(manifest?.files.map(({ path, sha256 }) => [path, sha256]));
  const underway = new Set(record?.underway);
  const isAsked = isParanoid || !manifest || underway.size > 0;
  const mine = new Map(wanted.map((entry) => [entry.path, entry]));
  // A machine that tells nothing of itself leaves what another has told.
  const alone = [...own].filter(([path]) => path !== STATUS_NAME || mine.has(path));
  if (!isAsked) return { held: new Map([...listed, ...alone]), strangers: 0 };
  const ours = new Set([
    ...listed.keys(),
    ...underway,
    ...mine.keys(),
    ...(record?.kept ?? []).map(({ path }) => path),
  ]);
  const isDoubted = (path: string): boolean => isParanoid || !manifest || underway.has(path);
  const held = new Map<string, string | undefined>([...listed].filter(([path]) => !isDoubted(path)));
  let strangers = 0;
  for (const found of await far.listAll()) {
    const { path } = found;
    if (path.startsWith(`${OWN_FOLDER}/`) || UNLISTED.includes(path)) continue;
    if (!ours.has(path)) strangers += 1;
    else if (isDoubted(path) && isListedOrBegun(path)) held.set(path, digestAt(found, mine.get(path)));
  }
  return { held: new Map([...held, ...alone]), strangers };

  /** What is kept of earlier sites is in a list of its own. */
  function isListedOrBegun(path: string): boolean {
    return listed.has(path) || underway.has(path) || mine.has(path);
  }

  /** The digest of the wanted file if it is that one that lies there. */
  function digestAt({ path, bytes, md5 }: Found, entry: Entry | undefined): string | undefined {
    if (entry === undefined || entry.bytes !== bytes) return undefined;
    if (md5 !== undefined) return md5 === md5Of(path) ? entry.sha256 : undefined;
    // Without a digest: one name, one content; or else the list, where no run has touched it since.
    const isSame = isImmutable(path) || (!underway.has(path) && listed.get(path) === entry.sha256);
    return isSame ? entry.sha256 : undefined;
  }
}
