import { createHash, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { STATUS_NAME } from '../core/publishing.ts';
import { Digests } from './digests.ts';
import { realDisk, writeWhole, type Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import {
  faultOfRelease,
  ownNames,
  manifestName,
  PARTS,
  printManifest,
  SCHEMA,
  signatureName,
  withoutCompression,
  type Entry,
  type Manifest,
  type Part,
} from './manifest.ts';
import { faultOfPath } from './path.ts';
import { signed } from './signature.ts';
import { END, fillAfter, headerOf, tarSource } from './tar.ts';
import { filesIn } from './verify.ts';

/**
 * What a kiosk fetches beside its own folder: the pages of announcements, which it copies words from, and the
 * catalogues. Not their attachments, which it does not open and which are most of a site.
 */
const KIOSK_DATA = /^(announcements\/[^/]+\/index\.html|data\/catalogue-\d{4}\.[0-9a-f]+\.json)$/u;

/** Files outside these that a screen may use, by their names. */
const isAsset = (path: string): boolean =>
  path.startsWith('assets/') || /^[\w.-]+\.(svg|ico|png|js)$/u.test(withoutCompression(path));

const TEXT = /\.(html|css|js|mjs|json|svg|webmanifest)$/u;

interface Packing {
  /** Folder of the finished site. */
  readonly site: string;
  readonly seq: number;
  /** In Beijing: `2026-11-23T08:05:00+08:00`. */
  readonly generated: string;
  readonly key?: KeyObject | undefined;
  /** Of files that were read before; without them every file is read. */
  readonly digests?: Digests;
  readonly disk?: Disk;
}

/**
 * Writes the manifests of a finished site into it, and their signatures when there is a key. A manifest whose files
 * and key are still the same is left as it is, with its sequence. Returns them, and whether any is new.
 * @throws {MirrorError}
 */
export function catalogue(packing: Packing): {
  manifests: Readonly<Record<Part, Manifest>>;
  changed: boolean;
} {
  const { site, seq, generated, key, digests = Digests.none(), disk = realDisk } = packing;
  if (!existsSync(join(site, 'index.html')))
    throw new MirrorError(
      'unusable',
      `${site} 里没有网站：请先运行 npm run build，或用 --site 写明网站的文件夹。`,
    );
  const files = list(site, digests);
  let changed = false;
  const write = (part: Part, entries: readonly Entry[]): Manifest => {
    const before = readBefore(site, part);
    const still = before && { ...before.manifest, files: entries };
    if (still && printManifest(still) === before.text && isSignedBy(key, site, part)) return still;
    changed = true;
    const manifest: Manifest = {
      schema: SCHEMA,
      part,
      seq: Math.max(seq, (still?.seq ?? 0) + 1),
      generated,
      files: entries,
    };
    const text = Buffer.from(printManifest(manifest));
    if (key) writeWhole(disk, join(site, signatureName(part)), signed(text, key));
    else disk.remove(join(site, signatureName(part)));
    writeWhole(disk, join(site, manifestName(part)), text);
    return manifest;
  };
  const parts = (['display', 'kiosk'] as const).map((part) => {
    const entries = filesOf(part, site, files);
    return entries.length > 0 ? write(part, entries) : undefined;
  });
  // A mirror of the whole site can be a source for screens and kiosks: it has their manifests among its files.
  const manifests = parts
    .flatMap((made) => (made ? [manifestName(made.part), ...(key ? [signatureName(made.part)] : [])] : []))
    .map((path) => ({ path, ...digests.of(join(site, path)) }));
  const ofSite = write('site', [...files, ...manifests].sort(byPath));
  const [display, kiosk] = parts;
  const none = (part: Part): Manifest => ({ ...ofSite, part, files: [] });
  return {
    manifests: { site: ofSite, display: display ?? none('display'), kiosk: kiosk ?? none('kiosk') },
    changed,
  };
}

/**
 * Writes a part of a catalogued site into one file, and reads it back.
 * @throws {MirrorError}
 */
export async function archive(
  site: string,
  manifest: Manifest,
  out: string,
  disk: Disk = realDisk,
): Promise<void> {
  const { part, files } = manifest;
  if (files.length === 0)
    throw new MirrorError('unusable', `网站里没有“${part}”这一部分的网页，没有可以打包的。`);
  if (existsSync(out) && !isArchive(out))
    throw new MirrorError(
      'unusable',
      `${out} 已经有了，不是打好的包，没有改动它。请换一个文件名，例如 --out 网站.tar。`,
    );
  const draft = `${out}.part`;
  const seconds = Math.floor(Date.parse(manifest.generated) / 1000);
  const names = [manifestName(part), signatureName(part)].filter((name) => existsSync(join(site, name)));
  try {
    disk.remove(draft);
    const tar = disk.create(draft);
    try {
      for (const path of [...names, ...files.map((file) => file.path)]) {
        const bytes = readFileSync(join(site, path));
        tar.add(headerOf(path, bytes.length, seconds));
        tar.add(bytes);
        tar.add(fillAfter(bytes.length));
      }
      tar.add(END);
    } finally {
      tar.close();
    }
    const fault = await faultIn(draft, files);
    if (fault)
      throw new MirrorError(
        'disk',
        `${basename(out)} 写好以后读回来不对（${fault}）：请换一个 U 盘，再打包一次。`,
      );
    disk.rename(draft, out);
    disk.flush(join(out, '..'));
  } catch (error) {
    // What is not whole takes room on the stick and is of no use to anybody.
    disk.remove(draft);
    throw error;
  }
}

/** Whether a file begins as those do that are written here, with a manifest; also one that was cut short later. */
function isArchive(file: string): boolean {
  if (!lstatSync(file).isFile()) return false;
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(100);
    readSync(handle, start);
    const name = start.toString('latin1').replace(/\0.*$/su, '');
    return PARTS.some((part) => name === manifestName(part));
  } finally {
    closeSync(handle);
  }
}

async function faultIn(tar: string, files: readonly Entry[]): Promise<string | undefined> {
  const source = tarSource(tar);
  try {
    for (const entry of files) {
      const digest = createHash('sha256');
      for await (const chunk of source.read(entry)) digest.update(chunk);
      if (digest.digest('hex') !== entry.sha256) return entry.path;
    }
    return undefined;
  } finally {
    source.close();
  }
}

/**
 * What is of no release: what a mirror lays beside its files, of which a site has some from the last time, and what the
 * publishing machine says of itself, which changes while the site stays the same.
 */
const OWN: ReadonlySet<string> = new Set([...PARTS.flatMap(ownNames), STATUS_NAME]);

const byPath = (a: Entry, b: Entry): number => (a.path < b.path ? -1 : 1);

/** @throws {MirrorError} when a file cannot be listed, or one has decayed on the disk */
function list(site: string, digests: Digests): readonly Entry[] {
  const files = [...filesIn(site)]
    .filter(({ path }) => !OWN.has(path))
    .map(({ path, isFile }) => {
      const fault = isFile ? faultOfPath(path) : '不是普通文件（是链接或别的）';
      if (fault) throw new MirrorError('unusable', `网站里的 ${JSON.stringify(path)} 不能镜像：${fault}。`);
      return { path, ...digests.of(`${site}/${path}`) };
    })
    .sort(byPath);
  const fault = faultOfRelease(files);
  if (fault) throw new MirrorError('unusable', `${site} 不能镜像：${fault}。没有写清单。`);
  if (digests.spoiled !== undefined)
    throw new MirrorError(
      'disk',
      `${digests.spoiled} 的内容变了，磁盘却没有记下改动：磁盘可能坏了，请检查。没有写清单。请重新生成网站（npm run build）再运行；确定内容没有错，请加 --paranoid。`,
    );
  return files;
}

/** Whether the manifest of a part bears the signature of this key; without one, none. The same key signs the same. */
function isSignedBy(key: KeyObject | undefined, site: string, part: Part): boolean {
  const file = join(site, signatureName(part));
  const present = existsSync(file) ? readFileSync(file, 'latin1') : undefined;
  return present === (key && signed(readFileSync(join(site, manifestName(part))), key));
}

function readBefore(site: string, part: Part): { manifest: Manifest; text: string } | undefined {
  try {
    const text = readFileSync(join(site, manifestName(part)), 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    return Number.isSafeInteger(manifest.seq) ? { manifest, text } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What screens or kiosks show, and every asset whose name stands in it or in an asset so found. Names of assets carry
 * hashes, so that one is never met by chance.
 */
function filesOf(part: 'display' | 'kiosk', site: string, files: readonly Entry[]): readonly Entry[] {
  const found = new Set(files.filter(({ path }) => path.startsWith(`${part}/`)));
  if (found.size === 0) return [];
  const assets = files.filter(({ path }) => isAsset(path));
  for (const { path } of found) {
    if (!TEXT.test(path)) continue;
    const text = readFileSync(join(site, path), 'utf8');
    for (const asset of assets) if (text.includes(withoutCompression(basename(asset.path)))) found.add(asset);
  }
  const data = part === 'kiosk' ? files.filter(({ path }) => KIOSK_DATA.test(withoutCompression(path))) : [];
  return [...found, ...data].sort(byPath);
}
