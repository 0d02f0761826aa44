import { cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Disk } from '../../src/mirror/disk.ts';
import type { Mirroring } from '../../src/mirror/judge.ts';
import { MirrorError } from '../../src/mirror/failure.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { goBack } from '../../src/mirror/rollback.ts';
import { currentRelease, Place, readStatus } from '../../src/mirror/place.ts';
import { folderSource, type Source } from '../../src/mirror/source.ts';
import { Death, FaultyDisk } from './faulty-disk.ts';
import {
  bringRelease,
  know,
  leftovers,
  mirroring,
  quickDisk,
  read,
  servedSeq,
  seqOf,
  site,
  temporaryFolder,
} from './hall.ts';

/** A mirror with as many releases as are kept, so that the next one also removes one. */
async function mirrorWithThree(): Promise<string> {
  const to = join(temporaryFolder(), 'mirror');
  for (const n of [1, 2, 3]) await bringRelease(to, n);
  return to;
}

/** A mirror that has put a release aside. */
async function mirrorWithSpare(more: Partial<Mirroring> = {}): Promise<string> {
  const to = join(temporaryFolder(), 'mirror');
  for (const n of [1, 2, 3, 4, 5]) await bringRelease(to, n, more);
  know(to);
  return to;
}

const copyOf = (to: string): string => {
  const copy = join(temporaryFolder(), 'mirror');
  cpSync(to, copy, { recursive: true, verbatimSymlinks: true });
  know(copy);
  return copy;
};

const now = '2026-11-22T12:00:00+08:00';

type How = 'dies' | 'loses power' | 'ENOSPC';
const HOWS: readonly How[] = ['dies', 'loses power', 'ENOSPC'];

interface Run {
  readonly prepare: () => Promise<string>;
  readonly from: number | undefined;
  readonly to: number;
  readonly run: (to: string, source: Source, disk?: Disk) => Promise<unknown>;
  readonly hows?: readonly How[];
}

const runs: Readonly<Record<string, Run>> = {
  'the first release of all': {
    prepare: () => Promise.resolve(join(temporaryFolder(), 'mirror')),
    from: undefined,
    to: 1,
    run: (to: string, source: Source, disk: Disk = quickDisk) => bring(source, mirroring(to, { disk })),
  },
  'a fourth release, which removes the first': {
    prepare: mirrorWithThree,
    from: 3,
    to: 4,
    run: (to: string, source: Source, disk: Disk = quickDisk) => bring(source, mirroring(to, { disk })),
  },
  'a sixth release, made of the one that was put aside': {
    prepare: mirrorWithSpare,
    from: 5,
    to: 6,
    run: (to: string, source: Source, disk: Disk = quickDisk) => bring(source, mirroring(to, { disk })),
  },
  'a sixth release where the disk knows no second names': {
    hows: ['loses power'],
    prepare: () => mirrorWithSpare({ disk: linkless() }),
    from: 5,
    to: 6,
    run: (to: string, source: Source, disk: Disk = quickDisk) =>
      bring(source, mirroring(to, { disk: linkless(disk) })),
  },
  'going back to the one before': {
    prepare: mirrorWithThree,
    from: 3,
    to: 2,
    run: (to: string, _: Source, disk: Disk = quickDisk) => goBack(to, { now, disk, seq: seqOf(2) }),
  },
};

for (const [name, { prepare, from, to: target, run, hows = HOWS }] of Object.entries(runs)) {
  test.each(hows)(
    `${name}: whatever step it is at when it %s, every reader at every step reads one whole release, and the next run ends it`,
    async (how) => {
      const begun = await prepare();
      const source = folderSource(site(target));
      const after = folderSource(site(7));
      const counting = new FaultyDisk();
      await run(copyIfThere(begun), source, counting);
      expect(counting.steps).toBeGreaterThan(5);
      for (let step = 1; step <= counting.steps; step++) {
        const to = copyIfThere(begun);
        const allowed = new Set<number | undefined>([from, target]);
        const look = (): void => {
          const release = read(to);
          if (!allowed.has(release)) throw new Error(`a reader found release ${release}`);
          // Once the new one is served the old one never comes back.
          if (release === target) allowed.delete(from);
        };
        const ended = await run(to, source, new FaultyDisk(step, how, look)).catch((error: unknown) => error);
        if (ended instanceof Error && !(ended instanceof Death) && !(ended instanceof MirrorError))
          throw ended;
        if (ended instanceof MirrorError) expect(ended.ending).toBe('disk');
        look();
        await run(to, source).catch(alreadyBack);
        expect(read(to)).toBe(target);
        await bring(after, mirroring(to));
        expect([read(to), leftovers(to)]).toEqual([7, []]);
      }
    },
    30_000,
  );
}

/** Whoever went back and was killed at the very end finds nothing more to do. */
function alreadyBack(error: unknown): void {
  if (!(error instanceof MirrorError) || error.ending !== 'unusable') throw error;
}

function copyIfThere(to: string): string {
  return existsSync(to) ? copyOf(to) : join(temporaryFolder(), 'mirror');
}

test('readers who follow a screen from its pointer to its data find both through forty switches', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 0);
  // The first ends the readers, the others count what each has read.
  const going = new Int32Array(new SharedArrayBuffer(12));
  const bad: string[] = [];
  const ended = [1, 2].map((number) => {
    const workerData = { current: new Place(to).current, going, number };
    const reader = new Worker(new URL('./reader.mjs', import.meta.url), { workerData });
    return new Promise(
      (done) => void reader.on('message', (text) => bad.push(String(text))).on('exit', done),
    );
  });
  for (let n = 1; n <= 40; n++) {
    const before = [1, 2].map((number) => Atomics.load(going, number));
    await bringRelease(to, n);
    // What a reader has begun it ends before the second switch after it: data stays for three.
    while (before.some((count, index) => Atomics.load(going, index + 1) === count))
      await new Promise((done) => setImmediate(done));
  }
  Atomics.store(going, 0, 1);
  await Promise.all(ended);
  expect(bad).toEqual([]);
}, 30_000);

/** A disk that gives no file a second name. */
function linkless(disk: Disk = quickDisk): Disk {
  const link = (): never => {
    throw Object.assign(new Error('no links'), { code: 'EPERM', syscall: 'link' });
  };
  return { ...disk, link };
}

test('what is unchanged is the same file on the disk, what is changed another', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  const before = currentRelease(new Place(to))!.folder;
  const { message } = await bringRelease(to, 2);
  const after = currentRelease(new Place(to))!.folder;
  const inode = (folder: string, path: string): number => statSync(join(folder, path)).ino;
  expect(inode(after, 'large.bin')).toBe(inode(before, 'large.bin'));
  expect(inode(after, 'index.html')).not.toBe(inode(before, 'index.html'));
  expect(message).toMatch(/取来 7 个 .*沿用 8 个/u);
});

test('a disk that is too small is known before anything is written', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  const disk = { ...quickDisk, free: () => 1000 };
  await expect(bringRelease(to, 2, { disk })).rejects.toMatchObject({
    ending: 'disk',
    message: expect.stringContaining('磁盘空间不够'),
  });
  expect(read(to)).toBe(1);
  expect(readStatus(new Place(to))).toMatchObject({ result: 'disk', seq: seqOf(1) });
});

test('where the file system knows no second names, files are copied', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  expect(await bringRelease(to, 2, { disk: linkless() })).toMatchObject({ ending: 'changed' });
  expect([read(to), leftovers(to)]).toEqual([2, []]);
});

test.each([
  ['with second names', quickDisk],
  ['without second names', linkless()],
])('of the release that was put aside only what has changed is written, on a disk %s', async (_, disk) => {
  const to = await mirrorWithSpare({ disk });
  const placed: string[] = [];
  const noting = {
    ...disk,
    create: (path: string) => (placed.push(path), disk.create(path)),
    link: (from: string, target: string) => (placed.push(target), disk.link(from, target)),
  };
  const { message } = await bringRelease(to, 6, { disk: noting });
  expect([read(to), leftovers(to)]).toEqual([6, []]);
  expect(readdirSync(join(to, 'current/announcements')).sort()).toEqual(['gm-6', 'gm-always']);
  expect(placed.filter((path) => /large\.bin|about|gm-always|Base/u.test(path))).toEqual([]);
  expect(message).toMatch(/取来 \d 个 .*沿用 1\d 个/u);
});

test('where no link can be replaced, as on Windows, a run killed between the two is finished by the next', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  const { current } = new Place(to);
  const rename = (from: string, target: string): void => {
    if (target === current && existsSync(current))
      throw Object.assign(new Error('there is one'), { code: 'EPERM', syscall: 'rename' });
    quickDisk.rename(from, target);
  };
  await bringRelease(to, 2, { disk: { ...quickDisk, rename } });
  expect(read(to)).toBe(2);
  const killed = (from: string, target: string): void => {
    if (target === current && !existsSync(current)) throw new Death();
    rename(from, target);
  };
  await expect(bringRelease(to, 3, { disk: { ...quickDisk, rename: killed } })).rejects.toThrow(Death);
  expect(existsSync(current)).toBe(false);
  await bringRelease(to, 3);
  expect([read(to), leftovers(to)]).toEqual([3, []]);
});

test('once a day every byte is read, and a file that the disk has spoiled is brought anew', async () => {
  const to = join(temporaryFolder(), 'mirror');
  const source = folderSource(site(1));
  await bring(source, mirroring(to));
  const { folder } = currentRelease(new Place(to))!;
  truncateSync(join(folder, 'about/index.html'), 3);
  expect(await bring(source, mirroring(to))).toMatchObject({ ending: 'unchanged' });
  const tomorrow = mirroring(to, { now: '2026-11-23T12:30:00+08:00' });
  expect(await bring(source, tomorrow)).toMatchObject({
    ending: 'changed',
    message: expect.stringContaining('已经修复'),
  });
  expect([read(to), servedSeq(to)]).toEqual([1, seqOf(1) + 0.1]);
  expect(await bring(source, tomorrow)).toMatchObject({ ending: 'unchanged' });
});

test('a spoiled file that the next release would share is brought anew with it', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  writeFileSync(join(currentRelease(new Place(to))!.folder, 'large.bin'), 'y'.repeat(20_000));
  await bringRelease(to, 2);
  expect(read(to)).toBe(2);
});

test('a page loaded before the switch finds its script for three releases more, and no longer', async () => {
  const to = join(temporaryFolder(), 'mirror');
  const script = 'assets/shell.AbCd1231.js';
  for (const n of [1, 2, 3, 4]) {
    await bringRelease(to, n);
    expect(existsSync(join(to, 'current', script)), `release ${n}`).toBe(true);
  }
  expect(existsSync(join(to, 'current/announcements/gm-1/index.html'))).toBe(false);
  await bringRelease(to, 5);
  expect(existsSync(join(to, 'current', script))).toBe(false);
});

test('nothing stays in a release of one that was laid out to the end, but never served', async () => {
  const to = await mirrorWithSpare();
  const flush = (): never => {
    throw new Death();
  };
  await expect(bringRelease(to, 6, { disk: { ...quickDisk, flush } })).rejects.toThrow(Death);
  const { staging } = new Place(to);
  expect(existsSync(join(staging, 'manifest.json'))).toBe(true);
  writeFileSync(join(staging, 'stranger.html'), 'who is this');
  await bringRelease(to, 7);
  expect([read(to), leftovers(to)]).toEqual([7, []]);
});

test('what a power cut has left in the staging folder is used where it is right, and nowhere else', async () => {
  const to = join(temporaryFolder(), 'mirror');
  await bringRelease(to, 1);
  const { staging } = new Place(to);
  const old = folderSource(site(2));
  await bring(old, mirroring(to, { disk: new FaultyDisk(45) })).catch(() => undefined);
  expect(existsSync(staging)).toBe(true);
  rmSync(join(staging, 'large.bin'));
  writeFileSync(join(staging, 'large.bin'), 'z'.repeat(20_000));
  writeFileSync(join(staging, 'stranger.html'), 'who is this');
  await bringRelease(to, 3);
  expect([read(to), leftovers(to), existsSync(join(to, 'current/stranger.html'))]).toEqual([3, [], false]);
});
