import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Disk } from '../../src/mirror/disk.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { Place, readStatus } from '../../src/mirror/place.ts';
import { goBack } from '../../src/mirror/rollback.ts';
import { folderSource } from '../../src/mirror/source.ts';
import {
  bringRelease,
  decay,
  filesOf,
  know,
  leftovers,
  mirroring,
  quickDisk,
  read,
  seqOf,
  servedSeq,
  shareOf,
  site,
  temporaryFolder,
} from './hall.ts';

/* What a disk spoils without a word: when it is found, and that it is put right. */

const ROTTEN = 'about/index.html';
const share = shareOf(filesOf(1)[ROTTEN]!);
/** Any share but that of the file. */
const elsewhere = (share + 1) % 64;

const at = (day: number, time: string): string => `2026-11-${day}T${time}:00+08:00`;

/** A mirror of five releases, the last at noon, in which a file has decayed that none of them has changed. */
async function rottenMirror(turn: number): Promise<string> {
  const to = join(temporaryFolder(), 'mirror');
  for (const n of [1, 2, 3, 4, 5]) await bringRelease(to, n);
  know(to);
  decay(new Place(to).digests, join(to, 'current', ROTTEN), turn);
  expect(() => read(to)).toThrow(ROTTEN);
  return to;
}

test('what has decayed since noon is found by the first run of the night, where nothing is new, and brought anew', async () => {
  const to = await rottenMirror(elsewhere);
  const source = folderSource(site(5));
  const run = (now: string) => bring(source, mirroring(to, { now }));
  expect(await run(at(23, '00:58'))).toMatchObject({ ending: 'unchanged' });
  expect(await run(at(23, '01:00'))).toMatchObject({
    ending: 'changed',
    message: expect.stringMatching(/^有文件坏了，已经修复：.*取来 1 个/u),
  });
  expect([read(to), servedSeq(to)]).toEqual([5, seqOf(5) + 0.1]);
  expect(readStatus(new Place(to)).verifiedAt).toBe(at(23, '01:00'));
  expect(await run(at(23, '01:02'))).toMatchObject({ ending: 'unchanged' });
});

test('it is found too where the first run of the night brings a new release', async () => {
  const to = await rottenMirror(elsewhere);
  const run = (n: number, now: string) => bringRelease(to, n, { now });
  await run(6, at(22, '18:00'));
  expect(() => read(to), 'not yet: it is trusted').toThrow(ROTTEN);
  expect(readStatus(new Place(to)).verifiedAt).toBe(at(22, '12:00'));
  await run(7, at(23, '02:00'));
  expect(read(to)).toBe(7);
  expect(readStatus(new Place(to)).verifiedAt).toBe(at(23, '02:00'));
});

test('a machine that is off at night finds it a day later at the latest', async () => {
  const to = await rottenMirror(elsewhere);
  await bringRelease(to, 6, { now: at(23, '11:58') });
  expect(() => read(to)).toThrow(ROTTEN);
  await bringRelease(to, 7, { now: at(23, '12:00') });
  expect(read(to)).toBe(7);
});

test('a release that comes in the turn of its share finds it at once, reads all the rest too, and says so', async () => {
  const to = await rottenMirror(share);
  const other = join(to, 'current/large.bin');
  decay(new Place(to).digests, other, share);
  expect(await bringRelease(to, 6)).toMatchObject({
    message: expect.stringMatching(/^有文件坏了，已经修复：已换成版本/u),
  });
  expect([read(to), leftovers(to).filter((path) => path.includes(`/${seqOf(6)}/`))]).toEqual([6, []]);
});

test('a file that was written over in place is found at the next release, whatever its length and its times say', async () => {
  const to = join(temporaryFolder(), 'mirror');
  for (const n of [1, 2, 3, 4, 5]) await bringRelease(to, n);
  know(to);
  writeFileSync(join(to, 'current', ROTTEN), 'x'.repeat(filesOf(1)[ROTTEN]!.length));
  await bringRelease(to, 6);
  expect(read(to)).toBe(6);
});

test('a file that somebody laid into the release that was put aside is gone after the night', async () => {
  for (const n of [6, 7]) {
    const to = join(temporaryFolder(), 'mirror');
    for (const before of [1, 2, 3, 4, 5]) await bringRelease(to, before);
    know(to);
    writeFileSync(join(new Place(to).spare, 'stranger.html'), 'who is this');
    await bringRelease(to, 6, { now: at(22, '18:00') });
    expect(existsSync(join(to, 'current/stranger.html'))).toBe(true);
    writeFileSync(join(new Place(to).spare, 'stranger.html'), 'who is this');
    await bringRelease(to, n, { now: at(23, '02:00') });
    expect([read(to), existsSync(join(to, 'current/stranger.html'))]).toEqual([n, false]);
  }
});

test('where the list of what was read is gone or damaged every byte is read', async () => {
  for (const spoil of [
    (list: string) => writeFileSync(list, ''),
    (list: string) => writeFileSync(list, readFileSync(list, 'latin1').replace(/[0-9](?=\n$)/u, '')),
  ]) {
    const to = await rottenMirror(elsewhere);
    spoil(new Place(to).digests);
    await bringRelease(to, 6, { now: at(22, '18:00') });
    expect([read(to), readStatus(new Place(to)).verifiedAt]).toEqual([6, at(22, '18:00')]);
  }
});

test('nothing is known of bytes that a power cut could still take away', async () => {
  const to = join(temporaryFolder(), 'mirror');
  const { digests, folder } = new Place(to);
  const unflushed = new Set<string>();
  let listed = 0;
  const disk: Disk = {
    ...quickDisk,
    create: (path) => (unflushed.add(path), quickDisk.create(path)),
    flush: () => unflushed.clear(),
    rename(from, target) {
      if (target === digests) {
        listed += 1;
        expect([...unflushed].filter((path) => path !== `${digests}.new`)).toEqual([]);
      }
      quickDisk.rename(from, target);
    },
  };
  for (const n of [1, 2, 3, 4, 5]) await bringRelease(to, n, { disk });
  expect([listed, existsSync(folder)]).toEqual([5, true]);
});

test('of the releases that are kept both earlier ones can be gone back to, while one more is put aside', async () => {
  const to = join(temporaryFolder(), 'mirror');
  for (const n of [1, 2, 3, 4, 5, 6]) await bringRelease(to, n);
  expect(existsSync(new Place(to).spare)).toBe(true);
  const now = at(22, '12:00');
  for (const n of [5, 4]) {
    await goBack(to, { now, disk: quickDisk });
    expect(read(to)).toBe(n);
  }
  await expect(goBack(to, { now, disk: quickDisk })).rejects.toMatchObject({ ending: 'unusable' });
});
