import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEASE, Leases } from '../../src/desk/drafts/lease.ts';
import { Shelf } from '../../src/desk/drafts/shelf.ts';
import { Refused } from '../../src/desk/refused.ts';
import { temporaryFolder } from '../cli/command.ts';
import { Death, FaultyDisk } from './faulty-disk.ts';
import { NOW } from './open.ts';

const BEGINNING = {
  category: 'general',
  type: '通知',
  author: { id: 'clerk', name: '经办人' },
  answers: { 标题: '旧' },
  body: '旧的正文',
};

const shelfIn = (folder: string, disk?: FaultyDisk): Shelf => new Shelf(folder, () => NOW, disk);

/** How many steps on the disk a save takes. */
function stepsOfSave(): number {
  const folder = temporaryFolder();
  const { key } = shelfIn(folder).create(BEGINNING);
  const disk = new FaultyDisk();
  const shelf = shelfIn(folder, disk);
  const before = disk.steps;
  shelf.save(key, 1, { body: '新的正文' });
  return disk.steps - before;
}

test('a desk that is killed within any step of a save has the old draft or the new one, whole', () => {
  const bodies = new Set<string>();
  for (let at = 1; at <= stepsOfSave(); at += 1) {
    const folder = temporaryFolder();
    const { key } = shelfIn(folder).create(BEGINNING);
    // One step makes the folder of all drafts.
    const shelf = shelfIn(folder, new FaultyDisk(at + 1));
    expect(() => shelf.save(key, 1, { body: '新的正文' })).toThrow(Death);
    const after = shelfIn(folder);
    bodies.add(after.read(key).body);
    expect(after.list().unreadable).toEqual([]);
    expect(after.save(key, after.read(key).rev, { body: '接着写' }).body, '接着能写').toBe('接着写');
  }
  expect(bodies).toEqual(new Set(['旧的正文']));
});

test('a desk that is killed within any step of a first save leaves no half draft', () => {
  for (let at = 2; at <= 5; at += 1) {
    const folder = temporaryFolder();
    shelfIn(folder);
    expect(() => shelfIn(folder, new FaultyDisk(at)).create(BEGINNING)).toThrow(Death);
    expect(shelfIn(folder).list()).toEqual({ drafts: [], unreadable: [] });
  }
});

test.each([
  ['ENOSPC', '磁盘满了，这次没有保存。'],
  ['EIO', '磁盘读写出错，这次没有保存。'],
] as const)('on %s the clerk is told, and the last save is there', (how, words) => {
  const folder = temporaryFolder();
  const { key } = shelfIn(folder).create(BEGINNING);
  for (let at = 1; at <= stepsOfSave(); at += 1) {
    const shelf = shelfIn(folder, new FaultyDisk(at + 1, how));
    expect(() => shelf.save(key, 1, { body: '新' })).toThrow(Refused);
    expect(() => shelf.save(key, 1, { body: '新' })).toThrow(words);
    expect(shelfIn(folder).read(key)).toMatchObject({ body: '旧的正文', rev: 1 });
  }
});

test('a process that is really killed in the middle of a save loses no earlier one', () => {
  const folder = temporaryFolder();
  const { key } = shelfIn(folder).create(BEGINNING);
  for (let at = 1; at <= stepsOfSave(); at += 1) {
    const args = [join(import.meta.dirname, 'killed.ts'), folder, key, String(at + 1)];
    const { signal, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(signal, stderr).toBe('SIGKILL');
    expect(shelfIn(folder).read(key)).toMatchObject({ body: '旧的正文', rev: 1 });
  }
});

test('the bin is emptied after 30 days, and not by a clock that is years ahead', () => {
  const folder = temporaryFolder();
  const { key } = shelfIn(folder).create(BEGINNING);
  shelfIn(folder).discard(key);
  const binAt = (now: string): readonly string[] => {
    new Shelf(folder, () => now).emptyBin();
    return readdirSync(join(folder, 'bin'));
  };
  const there = [`2026-03-02.${key}`];
  expect(binAt('2026-04-01T08:00:00+08:00')).toEqual(there);
  expect(binAt('2040-01-01T08:00:00+08:00')).toEqual(there);
  expect(binAt('1970-01-01T08:00:00+08:00')).toEqual(there);
  expect(binAt('2026-04-02T08:00:00+08:00')).toEqual([]);
});

test('a window that has been silent for a minute lets another one write', () => {
  let now = 0;
  const leases = new Leases(() => now);
  expect(leases.take('a', 'first')).toBe(true);
  expect(leases.take('a', 'second')).toBe(false);
  expect(leases.take('b', 'second')).toBe(true);
  now = LEASE - 1;
  expect(leases.take('a', 'first')).toBe(true);
  now = LEASE + 1;
  expect(leases.take('a', 'second'), 'asked again meanwhile').toBe(false);
  now = 2 * LEASE;
  expect(leases.take('a', 'second')).toBe(true);
  expect(leases.take('a', 'first')).toBe(false);
});
