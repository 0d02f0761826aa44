import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bring } from '../../src/mirror/mirror.ts';
import { Digests } from '../../src/mirror/digests.ts';
import type { NewFile } from '../../src/mirror/disk.ts';
import { archive, catalogue } from '../../src/mirror/pack.ts';
import { manifestIn } from '../../src/mirror/place.ts';
import { checkSignature } from '../../src/mirror/signature.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { tarSource } from '../../src/mirror/tar.ts';
import {
  bringRelease,
  decay,
  filesOf,
  keys,
  leftovers,
  mirroring,
  momentOf,
  quickDisk,
  read,
  seqOf,
  settle,
  sha256,
  shareOf,
  site,
  temporaryFolder,
} from './hall.ts';

async function packed(n: number, files = filesOf(n)): Promise<string> {
  const out = join(temporaryFolder(), 'release.tar');
  const folder = site(n, files);
  await archive(folder, manifestIn(folder, 'site').manifest, out, quickDisk);
  return out;
}

test('the display part is the screens, and the assets they use with their short forms, found through other assets', () => {
  const files = {
    ...filesOf(1),
    'assets/part.XyZ98765.js.br': 'short',
    'assets/Base.DZFqJrFo.css.br': 'short',
  };
  const { manifest } = manifestIn(site(1, files), 'display');
  expect(manifest.files.map(({ path }) => path)).toEqual([
    'assets/part.XyZ98765.js',
    'assets/part.XyZ98765.js.br',
    'assets/shell.AbCd1231.js',
    expect.stringMatching(/^display\/data\/lobby-a\.[0-9a-f]{12}\.json$/u),
    'display/lobby-a/head.json',
    'display/lobby-a/index.html',
    'favicon.svg',
  ]);
});

test('the kiosk part is the kiosks with their assets, the pages of announcements and the catalogues, no attachment', () => {
  const files = {
    ...filesOf(1),
    'kiosk/hall-1/index.html': '<script src="/assets/shell.AbCd1231.js">',
    'kiosk/hall-1/head.json': '{}',
    'kiosk/data/pinyin-2026.0a1b2c3d.json': '{}',
    'announcements/gm-1/index.html.gz': 'short',
    'announcements/gm-1/attachment-1.pdf': 'attachment',
    'announcements/gm-1/v1/index.html': 'an earlier version',
    'announcements/gm-1.json': '{}',
    'data/catalogue-2026.0a1b2c3d.json': '{}',
    'data/announcements-2026.csv': 'table',
  };
  const folder = site(1, files);
  expect(manifestIn(folder, 'kiosk').manifest.files.map(({ path }) => path)).toEqual([
    'announcements/gm-1/index.html',
    'announcements/gm-1/index.html.gz',
    'announcements/gm-always/index.html',
    'assets/part.XyZ98765.js',
    'assets/shell.AbCd1231.js',
    'data/catalogue-2026.0a1b2c3d.json',
    'kiosk/data/pinyin-2026.0a1b2c3d.json',
    'kiosk/hall-1/head.json',
    'kiosk/hall-1/index.html',
  ]);
  const ofScreens = manifestIn(folder, 'display').manifest.files.map(({ path }) => path);
  expect(ofScreens.filter((path) => /^(kiosk|announcements|data)\//u.test(path))).toEqual([]);
  const names = manifestIn(folder, 'site').manifest.files.map(({ path }) => path);
  expect(names).toEqual(expect.arrayContaining(['manifest.display.json', 'manifest.kiosk.json']));
});

test('a mirror of the whole site is a source for the display part', async () => {
  const [box, screen] = [temporaryFolder(), temporaryFolder()];
  await bringRelease(box, 1);
  await bring(folderSource(join(box, 'current')), mirroring(screen, { part: 'display' }));
  expect(readFileSync(join(screen, 'current/display/lobby-a/head.json'), 'utf8')).toContain('"seq":1');
});

test('a site that has not changed keeps its manifest and its sequence; a changed one gets a higher', () => {
  const folder = site(1);
  const again = { site: folder, seq: seqOf(2), generated: momentOf(2) };
  expect(catalogue(again)).toMatchObject({ changed: false, manifests: { site: { seq: seqOf(1) } } });
  writeFileSync(join(folder, 'about/index.html'), 'changed');
  expect(catalogue(again)).toMatchObject({ changed: true, manifests: { site: { seq: seqOf(2) } } });
  expect(manifestIn(folder, 'display').manifest.seq).toBe(seqOf(1));
  // A clock that was put back must not make a lower one.
  writeFileSync(join(folder, 'about/index.html'), 'changed again');
  expect(catalogue({ ...again, seq: seqOf(1) }).manifests.site.seq).toBe(seqOf(2) + 1);
});

/** A site whose digests are listed, and the list. */
function knownSite(): { folder: string; list: string } {
  const [folder, list] = [site(1), join(temporaryFolder(), 'digests')];
  const digests = Digests.none();
  packAgain(folder, digests);
  digests.save(list, quickDisk);
  settle(list);
  return { folder, list };
}

const packAgain = (folder: string, digests: Digests) =>
  catalogue({ site: folder, seq: seqOf(2), generated: momentOf(2), digests });

const hashOf = (folder: string, path: string): string | undefined =>
  manifestIn(folder, 'site').manifest.files.find((file) => file.path === path)?.sha256;

test('what is known of a site is not read again; what was changed, came and went is listed as it is', () => {
  const { folder, list } = knownSite();
  const before = hashOf(folder, 'favicon.svg');
  decay(list, join(folder, 'favicon.svg'), elsewhere);
  writeFileSync(join(folder, 'about/index.html'), 'changed');
  writeFileSync(join(folder, 'about/new.html'), 'new');
  rmSync(join(folder, 'large.bin'));
  expect(packAgain(folder, Digests.load(list))).toMatchObject({ changed: true });
  expect(
    ['favicon.svg', 'about/index.html', 'about/new.html', 'large.bin'].map((path) => hashOf(folder, path)),
  ).toEqual([before, sha256('changed'), sha256('new'), undefined]);
  expect(packAgain(folder, Digests.none())).toMatchObject({ changed: true });
  expect(hashOf(folder, 'favicon.svg')).not.toBe(before);
});

test('a page that was replaced by one of the same length and of an earlier time gets its own digest', () => {
  const { folder, list } = knownSite();
  const page = join(folder, 'about/index.html');
  writeFileSync(`${page}.new`, filesOf(1)['about/index.html']!.replace('about', 'About'));
  utimesSync(`${page}.new`, 1, 1);
  renameSync(`${page}.new`, page);
  packAgain(folder, Digests.load(list));
  expect(hashOf(folder, 'about/index.html')).toBe(sha256(readFileSync(page)));
});

test('a page that has decayed on the disk of the site is named, and no manifest lists it', () => {
  const { folder, list } = knownSite();
  const before = readFileSync(join(folder, 'manifest.json'));
  decay(list, join(folder, 'favicon.svg'), shareOf(filesOf(1)['favicon.svg']!));
  expect(() => packAgain(folder, Digests.load(list))).toThrow(
    expect.objectContaining({
      ending: 'disk',
      message: expect.stringMatching(/favicon\.svg 的内容变了.*npm run build.*--paranoid/u),
    }),
  );
  expect(readFileSync(join(folder, 'manifest.json'))).toEqual(before);
});

const elsewhere = (shareOf(filesOf(1)['favicon.svg']!) + 1) % 64;

test('two pages that a disk without capitals takes for one are refused before anything is written', () => {
  const folder = site(1);
  const before = readFileSync(join(folder, 'manifest.display.json'));
  writeFileSync(join(folder, 'display/lobby-a/Head.json'), '{}');
  expect(() => packAgain(folder, Digests.none())).toThrow('两个路径在有的磁盘上是同一个');
  expect(readFileSync(join(folder, 'manifest.display.json'))).toEqual(before);
});

test('a site that another key is given for is signed anew, each part of it, and boxes take it as a new release', () => {
  const folder = site(1, filesOf(1), temporaryFolder(), keys.privateKey);
  const again = { site: folder, seq: seqOf(2), generated: momentOf(2) };
  expect(catalogue({ ...again, key: keys.privateKey })).toMatchObject({ changed: false });
  const other = generateKeyPairSync('ed25519');
  expect(catalogue({ ...again, key: other.privateKey })).toMatchObject({
    changed: true,
    manifests: { site: { seq: seqOf(2) } },
  });
  for (const name of ['manifest.json', 'manifest.display.json']) {
    const [bytes, signature] = [name, `${name}.sig`].map((file) => readFileSync(join(folder, file)));
    expect(() => checkSignature(bytes!, signature, [other.publicKey])).not.toThrow();
  }
  expect(catalogue({ ...again, key: other.privateKey })).toMatchObject({ changed: false });
  writeFileSync(join(folder, 'manifest.json.sig'), 'aGk=');
  expect(catalogue({ ...again, key: other.privateKey })).toMatchObject({ changed: true });
});

test('the same site, key and moment give the same bytes', () => {
  const bytes = (folder: string): readonly Buffer[] =>
    ['manifest.json', 'manifest.json.sig', 'manifest.display.json'].map((name) =>
      readFileSync(join(folder, name)),
    );
  const signedSite = (): string => site(1, filesOf(1), temporaryFolder(), keys.privateKey);
  expect(bytes(signedSite())).toEqual(bytes(signedSite()));
});

test('a link in a site is not published', () => {
  const folder = site(1);
  symlinkSync('/etc/hostname', join(folder, 'name.txt'));
  expect(() =>
    catalogue({ site: folder, seq: seqOf(2), generated: momentOf(2), key: keys.privateKey }),
  ).toThrow('不能镜像');
});

test('a release goes by an archive that tar reads too', async () => {
  const long = `公告/${'很长的名字'.repeat(10)}.html`;
  const out = await packed(1, { ...filesOf(1), [long]: 'text', 'empty.txt': '' });
  const to = temporaryFolder();
  const source = tarSource(out);
  await bring(source, mirroring(to));
  source.close();
  expect([read(to), leftovers(to), readFileSync(join(to, 'current', long), 'utf8')]).toEqual([1, [], 'text']);
  const unpacked = join(temporaryFolder(), 'unpacked');
  mkdirSync(unpacked);
  expect(spawnSync('tar', ['-xf', out, '-C', unpacked]).status).toBe(0);
  expect(readFileSync(join(unpacked, long), 'utf8')).toBe('text');
});

test('a stick that is full keeps nothing of an archive that did not fit', async () => {
  const folder = site(1);
  const stick = temporaryFolder();
  const { manifest } = manifestIn(folder, 'site');
  let room = 2000;
  const create = (path: string): NewFile => {
    const file = quickDisk.create(path);
    const add = (bytes: Uint8Array): void => {
      if ((room -= bytes.length) < 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      file.add(bytes);
    };
    return { add, close: () => file.close() };
  };
  await expect(
    archive(folder, manifest, join(stick, 'release.tar'), { ...quickDisk, create }),
  ).rejects.toThrow('no space');
  expect(readdirSync(stick)).toEqual([]);
});

test.each([0.1, 0.5, 0.9, 0.98])('an archive of which %d was copied is refused', async (share) => {
  const out = await packed(2);
  const to = temporaryFolder();
  await bringRelease(to, 1);
  truncateSync(out, Math.floor(readFileSync(out).length * share));
  expect(() => tarSource(out)).toThrow('没有拷贝完整');
  expect(read(to)).toBe(1);
});

test('an archive with a byte turned is refused, wherever it is', async () => {
  const out = await packed(2);
  const bytes = readFileSync(out);
  const to = temporaryFolder();
  await bringRelease(to, 1);
  for (let at = 7; at < bytes.length - 1024; at += 1501) {
    const spoiled = Buffer.from(bytes);
    spoiled[at]! ^= 1;
    writeFileSync(out, spoiled);
    const ended = await attempt(out, to);
    // The fill between files holds nothing, and what is here already is not read from the archive.
    if (ended === 'changed') {
      expect(read(to)).toBe(2);
      await bringRelease(to, 1, { allowRollback: true });
    } else {
      expect(ended).toBe('untrusted');
      expect(read(to)).toBe(1);
    }
  }
});

async function attempt(out: string, to: string): Promise<unknown> {
  try {
    const source = tarSource(out);
    try {
      return (await bring(source, mirroring(to))).ending;
    } finally {
      source.close();
    }
  } catch (error) {
    return error instanceof Error && 'ending' in error ? error.ending : error;
  }
}

test.each([
  ['a link', '2'],
  ['a device', '3'],
  ['a folder', '5'],
])('an archive that holds %s is refused', async (_, kind) => {
  const out = await packed(1);
  const bytes = readFileSync(out);
  bytes.write(kind, 156, 'latin1');
  writeFileSync(out, withSum(bytes));
  expect(() => tarSource(out)).toThrow('不是普通文件');
});

test.each(['x', '-512', '1e3', '9'.repeat(30), ''])(
  'an archive that names %j as the length of a file is refused in plain words',
  async (size) => {
    const out = await packed(1, { ...filesOf(1), '公告/很长的名字.html': 'text' });
    const bytes = readFileSync(out);
    const record = bytes.indexOf(' size=4\n', 0, 'latin1');
    const rest = bytes.subarray(record + ' size=4\n'.length);
    const written = Buffer.concat([bytes.subarray(0, record), Buffer.from(` size=${size}\n`), rest]);
    writeFileSync(out, written.subarray(0, bytes.length));
    expect(() => tarSource(out)).toThrow(expect.objectContaining({ ending: 'untrusted' }));
  },
);

test.each(['-0000000020', 'zzzzzzzzzzz'])(
  'an archive with the length %s in a header is refused',
  async (size) => {
    const out = await packed(1);
    const bytes = readFileSync(out);
    bytes.write(size, 124, 'latin1');
    writeFileSync(out, withSum(bytes));
    expect(() => tarSource(out)).toThrow('坏了');
  },
);

/** The same archive, its first header with the sum of its bytes. */
function withSum(bytes: Buffer): Buffer {
  const sum = bytes.subarray(0, 512).reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

test('a file that is no archive of a site is not written over, an earlier archive is', async () => {
  const [out, folder] = [await packed(1), site(2)];
  const { manifest } = manifestIn(folder, 'site');
  await archive(folder, manifest, out, quickDisk);
  expect(readFileSync(out, 'utf8')).toContain('release 2');
  const letter = join(temporaryFolder(), 'letter.docx');
  writeFileSync(letter, '重要');
  await expect(archive(folder, manifest, letter, quickDisk)).rejects.toThrow('不是打好的包，没有改动它');
  expect(readFileSync(letter, 'utf8')).toBe('重要');
});

test('how the publishing machine stands is in no release: it changes while the site stays the same', () => {
  const folder = site(1);
  const pack = () => catalogue({ site: folder, seq: seqOf(1), generated: momentOf(1) });
  pack();
  writeFileSync(join(folder, 'status.json'), '{"phase":"building"}');
  const { manifests, changed } = pack();
  expect(changed).toBe(false);
  expect(manifests.site.files.map(({ path }) => path)).not.toContain('status.json');
});
