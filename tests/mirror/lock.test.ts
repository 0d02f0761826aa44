import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/mirror/lock.ts';
import { bringRelease, leftovers, read, temporaryFolder } from './hall.ts';

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
  expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  expect(existsSync(file)).toBe(false);
});

test('a lock of another machine is respected', async () => {
  const file = join(temporaryFolder(), '.lock');
  writeFileSync(file, JSON.stringify({ pid: dead, host: 'another', life: '' }));
  await expect(withLock(file, () => Promise.resolve())).rejects.toMatchObject({ ending: 'busy' });
  expect(existsSync(file)).toBe(true);
});
