import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Digests } from '../../src/mirror/digests.ts';
import { realDisk, type Disk } from '../../src/mirror/disk.ts';
import type { Mirroring } from '../../src/mirror/judge.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { catalogue } from '../../src/mirror/pack.ts';
import { carriedBy, listReleases, manifestIn, Place } from '../../src/mirror/place.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { filesIn, verify } from '../../src/mirror/verify.ts';

/** Made-up sites of a few files, and the folder that mirrors them. */

export const keys = generateKeyPairSync('ed25519');

/** Thousands of small files are written: in memory, where there is such a place. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder that lasts as long as the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(MEMORY, 'zhangbang-mirror-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The moment that release `n` is made. */
export const momentOf = (n: number): string => `2026-11-22T09:${String(n).padStart(2, '0')}:00+08:00`;
export const seqOf = (n: number): number => Number(momentOf(n).slice(0, 19).replace(/\D/gu, ''));

export type Files = Readonly<Record<string, string>>;

/** Release `n`: most files stay, some change, one comes, one goes, and a screen's data has its hash in its name. */
export function filesOf(n: number): Files {
  const data = JSON.stringify({ screen: 'lobby-a', release: n });
  const name = `lobby-a.${sha256(data).slice(0, 12)}.json`;
  return {
    'index.html': `<!doctype html>release ${n}`,
    'about/index.html': 'about, which never changes',
    [`announcements/gm-${n}/index.html`]: `announcement ${n}`,
    'announcements/gm-always/index.html': 'an old announcement',
    'assets/Base.DZFqJrFo.css': 'body{}',
    [`assets/shell.AbCd123${n % 10}.js`]: `import "./part.XyZ98765.js"; ${n}`,
    'assets/part.XyZ98765.js': 'export {}',
    'favicon.svg': '<svg/>',
    'display/lobby-a/index.html': `<link href="/favicon.svg"><script src="/assets/shell.AbCd123${n % 10}.js">`,
    'display/lobby-a/head.json': JSON.stringify({ seq: n, path: `../data/${name}` }),
    [`display/data/${name}`]: data,
    'large.bin': 'x'.repeat(20_000),
  };
}

/** Lays out release `n` with its manifests. */
export function site(
  n: number,
  files: Files = filesOf(n),
  folder = temporaryFolder(),
  key?: KeyObject,
): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  catalogue({
    site: folder,
    seq: seqOf(n),
    generated: momentOf(n),
    key,
  });
  return folder;
}

export const mirroring = (to: string, more: Partial<Mirroring> = {}): Mirroring => ({
  to,
  part: 'site',
  now: '2026-11-22T12:00:00+08:00',
  disk: quickDisk,
  ...more,
});

/** The real one but for power cuts, which no test makes. */
export const quickDisk: Disk = { ...realDisk, flush: () => undefined };

/** Brings release `n` of the made-up site. */
export const bringRelease = (to: string, n: number, more: Partial<Mirroring> = {}) =>
  bring(folderSource(site(n)), mirroring(to, more));

/**
 * What somebody reads who asks for everything that is served: the number of the release. Whatever is not one release,
 * whole, is an error.
 */
export function read(to: string): number | undefined {
  const { current } = new Place(to);
  if (!existsSync(current)) return undefined;
  const release = Number(/release (\d+)/u.exec(readFileSync(join(current, 'index.html'), 'utf8'))?.[1]);
  for (const [path, text] of Object.entries(filesOf(release)))
    if (readFileSync(join(current, path), 'utf8') !== text)
      throw new Error(`${path} is not of release ${release}`);
  return release;
}

/** What a run may leave behind: nothing but releases, at most three, each whole. */
export function leftovers(to: string): readonly string[] {
  const place = new Place(to);
  const odd = [place.staging, place.parts, place.old, place.next, place.lock].filter((path) =>
    existsSync(path),
  );
  const releases = listReleases(place);
  if (releases.length > 3) odd.push(`${releases.length} releases`);
  for (const { folder } of releases) {
    const { manifest } = manifestIn(folder, 'site');
    odd.push(...verify(folder, manifest, carriedBy({ folder })).extra.map((path) => `${folder}/${path}`));
    for (const { path, sha256: hash } of manifest.files)
      if (!existsSync(join(folder, path)) || sha256(readFileSync(join(folder, path))) !== hash)
        odd.push(`${folder}/${path}`);
  }
  const named = new Set(releases.map(({ name }) => name));
  if (existsSync(place.releases)) odd.push(...readdirSync(place.releases).filter((name) => !named.has(name)));
  return odd;
}

/** Lets a list of digests be of long after its files, so that none of them counts as just changed. */
export function settle(list: string): void {
  const later = new Date('2100-01-01T00:00:00+08:00');
  utimesSync(list, later, later);
}

/** Lets a mirror know the digests of all its files, as after a run of which they are. */
export function know(to: string): void {
  const place = new Place(to);
  const digests = Digests.none();
  for (const folder of [place.spare, ...listReleases(place).map((release) => release.folder)])
    if (existsSync(folder)) for (const { path } of filesIn(folder)) digests.of(join(folder, path));
  digests.save(place.digests, realDisk);
  settle(place.digests);
}

/** Which of the 64 shares a file is read in. */
export const shareOf = (text: string): number => Number.parseInt(sha256(text).slice(0, 4), 16) % 64;

/**
 * Turns a bit of a file as a disk does that goes bad: the file system knows nothing of it, nor does a list of digests.
 * `turn` is the share that is read next.
 */
export function decay(list: string, file: string, turn: number): void {
  const key = (): string => {
    const { ino, size, mtimeMs, ctimeMs } = lstatSync(file);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  };
  const known = key();
  const bytes = readFileSync(file);
  bytes[0]! ^= 1;
  writeFileSync(file, bytes);
  const [, , ...lines] = readFileSync(list, 'latin1').split('\n');
  const body = [turn, ...lines].join('\n').replace(known, key());
  writeFileSync(list, `${sha256(body)}\n${body}`);
  settle(list);
}

export const servedSeq = (to: string): number =>
  Number(readlinkSync(new Place(to).current).split('/').at(-1));
