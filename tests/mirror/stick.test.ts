import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realDisk, type Disk } from '../../src/mirror/disk.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { archive } from '../../src/mirror/pack.ts';
import { manifestIn, Place } from '../../src/mirror/place.ts';
import { folderSource } from '../../src/mirror/source.ts';
import { tarSource } from '../../src/mirror/tar.ts';
import { leftovers, mirroring, quickDisk, read, site, temporaryFolder } from './hall.ts';

/*
 * What the file systems of sticks lack, as their drivers tell it: vfat of Linux answers EPERM, FUSE drivers ENOSYS.
 * A real image of FAT32 and of exFAT was tried by hand; docs/mirror.md says with what.
 */

const none = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code, syscall: 'link' });
};

/** A stick: no links of either kind. */
const stick = (code: string): Disk => ({ ...quickDisk, link: none(code), symlink: none(code) });

test.each(['EPERM', 'ENOSYS'])(
  'a release goes by way of a stick that has no links (%s): onto it as one file, from it whole',
  async (code) => {
    const tar = join(temporaryFolder(), 'release.tar');
    const folder = site(1);
    for (const _ of ['first', 'once more'])
      await archive(folder, manifestIn(folder, 'site').manifest, tar, stick(code));
    expect(readdirSync(join(tar, '..'))).toEqual(['release.tar']);
    const to = temporaryFolder();
    await bring(tarSource(tar), mirroring(to));
    expect([read(to), leftovers(to)]).toEqual([1, []]);
  },
);

test.each(['EPERM', 'ENOSYS'])(
  'a mirror on a disk without links (%s) is refused before anything is fetched, and says what to do',
  async (code) => {
    const to = temporaryFolder();
    const source = { ...folderSource(site(1)), offer: () => Promise.reject(new Error('asked')) };
    await expect(bring(source, mirroring(to, { disk: stick(code) }))).rejects.toMatchObject({
      ending: 'disk',
      message: expect.stringMatching(/FAT.*pack --out/u),
    });
    const place = new Place(to);
    expect([place.current, place.parts, place.staging].filter((path) => existsSync(path))).toEqual([]);
  },
);

test('where files cannot have two names but a link can be made, unchanged files are copied', async () => {
  const to = temporaryFolder();
  const disk = { ...quickDisk, link: none('EPERM') };
  for (const n of [1, 2, 3, 4]) await bring(folderSource(site(n)), mirroring(to, { disk }));
  expect([read(to), leftovers(to)]).toEqual([4, []]);
});

test('a mirror that is there already is not asked again whether it can have links', async () => {
  const to = temporaryFolder();
  await bring(folderSource(site(1)), mirroring(to));
  let made = 0;
  const disk: Disk = { ...quickDisk, symlink: (target, path) => (made++, realDisk.symlink(target, path)) };
  await bring(folderSource(site(2)), mirroring(to, { disk }));
  expect([read(to), made]).toEqual([2, 1]);
});
