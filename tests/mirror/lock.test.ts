import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/mirror/lock.ts';
import { bringRelease, leftovers, read, temporaryFolder } from './hall.ts';

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

test('a lock of another machine is respected', async () => {
  const file = join(temporaryFolder(), '.lock');
  writeFileSync(file, JSON.stringify({ pid: dead, host: 'another', life: '' }));
  await expect(withLock(file, () => Promise.resolve(), refuse)).rejects.toThrow('busy');
  expect(existsSync(file)).toBe(true);
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

test('a mirror whose account was lost is still known', async () => {
  const to = temporaryFolder();
  await bringRelease(to, 1);
  rmSync(join(to, 'mirror-status.json'));
  await bringRelease(to, 2);
  expect(read(to)).toBe(2);
});
