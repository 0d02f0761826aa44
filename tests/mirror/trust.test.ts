import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bring } from '../../src/mirror/mirror.ts';
import { goBack } from '../../src/mirror/rollback.ts';
import { Place, readStatus } from '../../src/mirror/place.ts';
import { signed } from '../../src/mirror/signature.ts';
import { folderSource } from '../../src/mirror/source.ts';
import {
  bringRelease,
  filesOf,
  keys,
  leftovers,
  mirroring,
  quickDisk,
  read,
  seqOf,
  site,
  temporaryFolder,
} from './hall.ts';

const { publicKey } = keys;
const signedSite = (n: number): string => site(n, filesOf(n), temporaryFolder(), keys.privateKey);
const bringSigned = (to: string, folder: string) =>
  bring(folderSource(folder), mirroring(to, { publicKeys: [publicKey] }));

test('what is signed with the key is taken', async () => {
  const to = temporaryFolder();
  expect(await bringSigned(to, signedSite(1))).toMatchObject({ ending: 'changed' });
  expect(read(to)).toBe(1);
});

test.each<[string, (folder: string) => void, string]>([
  ['without a signature', (folder) => rmSync(join(folder, 'manifest.json.sig')), '没有签名'],
  ['signed by another', (folder) => signBy(folder), '签名不对'],
  [
    'whose manifest was altered',
    (folder) =>
      writeFileSync(join(folder, 'manifest.json'), `${readFileSync(join(folder, 'manifest.json'), 'utf8')} `),
    '签名不对',
  ],
  [
    'whose signature is no signature',
    (folder) => writeFileSync(join(folder, 'manifest.json.sig'), 'aGk='),
    '签名不对',
  ],
])('where a public key is set, a release %s is refused', async (_, spoil, words) => {
  const to = temporaryFolder();
  await bringSigned(to, signedSite(1));
  const folder = signedSite(2);
  spoil(folder);
  await expect(bringSigned(to, folder)).rejects.toMatchObject({
    ending: 'untrusted',
    message: expect.stringContaining(words),
  });
  expect([read(to), leftovers(to)]).toEqual([1, []]);
});

function signBy(folder: string, key = generateKeyPairSync('ed25519').privateKey): void {
  const manifest = readFileSync(join(folder, 'manifest.json'));
  writeFileSync(join(folder, 'manifest.json.sig'), signed(manifest, key));
}

test.each<[string, (file: string) => void]>([
  ['altered', (file) => writeFileSync(file, 'another text of another length')],
  ['altered in one bit', flip],
  ['cut short', (file) => writeFileSync(file, '<!doc')],
  ['missing', (file) => rmSync(file)],
])('a release with a file that is %s is refused, whoever signed it', async (_, spoil) => {
  const to = temporaryFolder();
  await bringSigned(to, signedSite(1));
  const folder = signedSite(2);
  spoil(join(folder, 'index.html'));
  await expect(bringSigned(to, folder)).rejects.toMatchObject({ ending: 'untrusted' });
  expect(read(to)).toBe(1);
  await bringSigned(to, signedSite(3));
  expect([read(to), leftovers(to)]).toEqual([3, []]);
});

test('a spoiled file that is here already does no harm: it is not asked for', async () => {
  const to = temporaryFolder();
  await bringSigned(to, signedSite(1));
  const folder = signedSite(2);
  flip(join(folder, 'about/index.html'));
  await bringSigned(to, folder);
  expect(read(to)).toBe(2);
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[5]! ^= 1;
  writeFileSync(file, bytes);
}

test('a link at the source, also of a folder, is not followed', async () => {
  const [to, folder, outside] = [temporaryFolder(), site(1), temporaryFolder()];
  writeFileSync(join(outside, 'index.html'), 'about, which never changes');
  rmSync(join(folder, 'about'), { recursive: true });
  symlinkSync(outside, join(folder, 'about'));
  await expect(bring(folderSource(folder), mirroring(to))).rejects.toThrow('不是普通文件');
});

test('a file that the manifest does not name stays where it is', async () => {
  const [to, folder] = [temporaryFolder(), site(1)];
  writeFileSync(join(folder, 'stranger.html'), 'who is this');
  await bring(folderSource(folder), mirroring(to));
  expect(() => readFileSync(join(to, 'current/stranger.html'))).toThrow('ENOENT');
});

test('an older release is refused, also after going back, and taken when that is said', async () => {
  const to = temporaryFolder();
  for (const n of [1, 2, 3]) await bringRelease(to, n);
  await expect(bringRelease(to, 2)).rejects.toMatchObject({ ending: 'rollback' });
  expect(read(to)).toBe(3);
  expect(await bringRelease(to, 2, { allowRollback: true })).toMatchObject({ ending: 'changed' });
  expect([read(to), readStatus(new Place(to)).floor]).toEqual([2, seqOf(2)]);
});

test('what was gone back from does not return by itself; something newer does', async () => {
  const to = temporaryFolder();
  for (const n of [1, 2, 3]) await bringRelease(to, n);
  const now = '2026-11-22T12:00:00+08:00';
  expect(await goBack(to, { now, disk: quickDisk })).toMatchObject({ ending: 'changed' });
  expect(await bringRelease(to, 3)).toMatchObject({
    ending: 'unchanged',
    message: expect.stringContaining('保持退回后的'),
  });
  expect(read(to)).toBe(2);
  await bringRelease(to, 4);
  expect([read(to), leftovers(to)]).toEqual([4, []]);
});

test('two releases of one sequence are one too many', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  const other = site(1, { ...filesOf(1), 'about/index.html': 'another text' });
  await expect(bring(folderSource(other), mirroring(to))).rejects.toMatchObject({ ending: 'rollback' });
  expect(read(to)).toBe(1);
});

test.each([
  ['from the day after tomorrow is refused', '2026-11-20T09:00:00+08:00', false],
  ['is taken by a machine that woke up in 1970', '1970-01-01T00:00:00+08:00', true],
  ['is taken by a machine whose clock is years ahead', '2099-01-01T00:00:00+08:00', true],
])('a release %s', async (_, now, isTaken) => {
  const to = temporaryFolder();
  const brought = bringRelease(to, 1, { now });
  if (isTaken) expect(await brought).toMatchObject({ ending: 'changed' });
  else
    await expect(brought).rejects.toMatchObject({
      ending: 'untrusted',
      message: expect.stringContaining('时钟'),
    });
});

test('a machine whose clock has fallen behind what it shows is not kept from newer releases', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  expect(await bringRelease(to, 2, { now: '2026-11-01T00:00:00+08:00' })).toMatchObject({
    ending: 'changed',
  });
});

test.each<[string, (file: string) => void]>([
  ['is missing', (file) => rmSync(file)],
  ['was cut short', (file) => writeFileSync(file, '{"schema":1,')],
])(
  'where the manifest of the whole site %s the next run brings it, and it stays the whole site',
  async (_, spoil) => {
    const to = temporaryFolder();
    const source = folderSource(site(1));
    await bring(source, mirroring(to));
    spoil(join(to, 'current/manifest.json'));
    expect(await bring(source, mirroring(to))).toMatchObject({ ending: 'changed' });
    expect([read(to), leftovers(to)]).toEqual([1, []]);
    expect(await bring(source, mirroring(to))).toMatchObject({ ending: 'unchanged' });
  },
);

test('a folder with one part does not become another by mistake', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1, { part: 'display' });
  await expect(bringRelease(to, 2)).rejects.toMatchObject({ ending: 'rollback' });
  expect(await bringRelease(to, 2, { allowRollback: true })).toMatchObject({ ending: 'changed' });
});
