import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/mirror/failure.ts';
import { LONGEST_SILENCE, withLock } from '../../src/mirror/lock.ts';
import { bring } from '../../src/mirror/mirror.ts';
import { Place, readStatus } from '../../src/mirror/place.ts';
import { goBack } from '../../src/mirror/rollback.ts';
import { folderSource, type Source } from '../../src/mirror/source.ts';
import { bringRelease, leftovers, mirroring, momentOf, read, site, temporaryFolder } from './hall.ts';

const refuse = () => Promise.reject(new Error('busy'));

const { pid: dead } = spawnSync(process.execPath, ['--version']);

test('of two runs at once one works and the other says so', async () => {
  const to = temporaryFolder();
  const ended = await Promise.allSettled([bringRelease(to, 1), bringRelease(to, 1)]);
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = ended.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ ending: 'busy', message: expect.stringContaining('正在运行') });
  expect([read(to), leftovers(to)]).toEqual([1, []]);
});

test.each([
  ['of a process that has ended', JSON.stringify({ pid: dead, host: hostname(), life: '' })],
  [
    'of another process of the same number',
    JSON.stringify({ pid: process.pid, host: hostname(), life: 'before' }),
  ],
  ['that a power cut left empty', ''],
])('a lock %s is taken over', async (_, text) => {
  const file = join(temporaryFolder(), '.lock');
  writeFileSync(file, text);
  expect(await withLock(file, () => Promise.resolve('done'), refuse)).toBe('done');
  expect(existsSync(file)).toBe(false);
});

/** A lock with some of a living holder's marks changed, that last gave a sign so many milliseconds ago. */
async function lockOf(changes: Readonly<Record<string, unknown>>, silence = 0): Promise<string> {
  const file = join(temporaryFolder(), '.lock');
  const own = await withLock(file, () => Promise.resolve(readFileSync(file, 'utf8')), refuse);
  const { life, ...rest } = JSON.parse(own) as { life: string };
  const [boot, begun] = life.split('/');
  writeFileSync(
    file,
    JSON.stringify({ ...rest, life, ...changes })
      .replace('BOOT', boot!)
      .replace('BEGUN', begun!),
  );
  const at = new Date(statSync(file).mtimeMs - silence);
  utimesSync(file, at, at);
  return file;
}

const renamed = { host: 'the-name-before' };
const foreign = { host: 'another', machine: 'another', life: 'another/1', numbers: 'another' };
/** As the version before wrote it. */
const old = { machine: undefined, numbers: undefined };

test.each([
  ['of a machine that was renamed and started anew', { ...renamed, life: 'before/BEGUN' }, 0],
  ['of a machine that was renamed, whose holder has ended', { ...renamed, pid: dead }, 0],
  ['of this machine before it was started anew', { life: 'before/BEGUN' }, 0],
  ['of another machine, silent for longer than a run may take', foreign, LONGEST_SILENCE],
  ['of another machine whose clock was far ahead', foreign, -2 * LONGEST_SILENCE],
  ['of the version before under another name', { ...old, host: 'another' }, LONGEST_SILENCE],
])('a lock %s is taken over', async (_, changes, silence) => {
  const file = await lockOf(changes, silence);
  expect(await withLock(file, () => Promise.resolve('done'), refuse)).toBe('done');
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['of another machine that gave a sign a minute ago', foreign, 60_000],
  ['of another container of this machine', { host: 'another', numbers: 'another', pid: dead }, 60_000],
  ['of a process of this machine, under its name of before', renamed, 60_000],
  ['of a process that has begun a moment ago, before the clock was set', {}, 40 * 365 * 24 * 3600_000],
])('a lock %s is respected', async (_, changes, silence) => {
  const file = await lockOf(changes, silence);
  await expect(withLock(file, () => Promise.resolve(), refuse)).rejects.toThrow('busy');
  expect(existsSync(file)).toBe(true);
});

/** A source that lets its mirror wait for the manifest. */
function slowSource(folder: string): { source: Source; answer: () => void } {
  const source = folderSource(folder);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    source: { ...source, offer: (part, etag) => promise.then(() => source.offer(part, etag)) },
    answer: () => resolve(undefined),
  };
}

const statusOf = (to: string) => readStatus(new Place(to));

test('a mirror that is busy says so in its status; the third time in a row is a failure, and a run ends the count', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  const { source, answer } = slowSource(site(2));
  const first = bring(source, mirroring(to));
  const before = statusOf(to);
  for (const [count, ending] of [
    [1, 'busy'],
    [2, 'busy'],
    [3, 'stuck'],
    [4, 'stuck'],
  ] as const) {
    await expect(bringRelease(to, 3, { now: momentOf(count) })).rejects.toMatchObject({ ending });
    const { message, ...status } = statusOf(to);
    expect(status).toEqual({
      ...before,
      at: momentOf(count),
      busy: count,
      result: ending,
      message: undefined,
    });
    expect(message).toContain(ending === 'stuck' ? `连续 ${count} 次` : '正在运行');
  }
  // By hand, once: the person reads it there and then.
  await expect(goBack(to, { now: momentOf(5) })).rejects.toMatchObject({ ending: 'busy' });
  expect([statusOf(to).busy, EXIT.busy, EXIT.stuck]).toEqual([4, 24, 25]);
  answer();
  await first;
  expect([read(to), statusOf(to).busy, statusOf(to).result]).toEqual([2, undefined, 'changed']);
  await expect(bringRelease(to, 3)).resolves.toMatchObject({ ending: 'changed' });
});

test('a run that stood still until another took over changes nothing more', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  const { source, answer } = slowSource(site(4));
  const slow = bring(source, mirroring(to));
  renameSync(new Place(to).lock, join(to, '.lock.aside'));
  await bringRelease(to, 3);
  const status = statusOf(to);
  answer();
  await expect(slow).rejects.toMatchObject({ message: expect.stringContaining('接手') });
  expect([read(to), statusOf(to)]).toEqual([3, status]);
});

test('who finds a lock taken may wait until it is free', async () => {
  const file = join(temporaryFolder(), '.lock');
  writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'another', life: '' }));
  let waits = 0;
  const wait = async (): Promise<void> => {
    waits += 1;
    if (waits === 3) rmSync(file);
  };
  expect(await withLock(file, () => Promise.resolve('done'), wait)).toBe('done');
  expect(waits).toBe(3);
});

test.each([
  ['letter.docx', '重要'],
  ['releases/1/index.html', '别人的'],
])('a folder with %s of somebody else’s is refused and stays as it is', async (name, text) => {
  const to = temporaryFolder();
  mkdirSync(dirname(join(to, name)), { recursive: true });
  writeFileSync(join(to, name), text);
  await expect(bringRelease(to, 1)).rejects.toMatchObject({
    ending: 'disk',
    message: expect.stringContaining('什么也没有改动'),
  });
  expect(readFileSync(join(to, name), 'utf8')).toBe(text);
  expect(readdirSync(to)).toHaveLength(1);
});

test('tables that others write beside the mirror are there before the first run and stay through every other', async () => {
  const to = temporaryFolder();
  const table = join(to, 'live/room-1.json');
  mkdirSync(dirname(table));
  writeFileSync(table, '{}');
  for (const n of [1, 2, 3, 4, 5]) await bringRelease(to, n);
  await goBack(to, { now: momentOf(6) });
  expect([readFileSync(table, 'utf8'), read(to), leftovers(to)]).toEqual(['{}', 4, []]);
});

test('a mirror whose account was lost is still known', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  rmSync(join(to, 'mirror-status.json'));
  await bringRelease(to, 2);
  expect(read(to)).toBe(2);
});
