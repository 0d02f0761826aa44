import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBackup } from '../../../src/office/backup/archive.ts';
import { ownDisk } from '../../../src/office/backup/disk.ts';
import { proveArchive } from '../../../src/office/backup/prove.ts';
import { restore } from '../../../src/office/backup/restore.ts';
import { END, fillAfter, headerOf } from '../../../src/mirror/tar.ts';
import { contentFolder, NOTICE, notice, temporaryFolder } from '../../cli/command.ts';
import { FaultyDisk } from '../../mirror/faulty-disk.ts';
import { backUp, machine, read, write } from './office.ts';

const smallBackup = (): Promise<string> => backUp(machine(contentFolder({ [NOTICE]: notice() })));

test('one changed byte, a cut end or a missing list is found before anything is laid out', async () => {
  const archive = await smallBackup();
  const { size } = statSync(archive);
  const at = readFileSync(archive).indexOf('4 月 4 日');
  const to = join(temporaryFolder(), 'restored');
  const spoil = (place: number, byte: number): void => {
    const file = openSync(archive, 'r+');
    writeSync(file, Buffer.from([byte]), 0, 1, place);
    closeSync(file);
  };
  spoil(at, 0x35);
  await expect(restore(ownDisk, archive, to)).rejects.toThrow(
    /里的 content\/.*和清单不符，没有恢复任何东西/u,
  );
  spoil(at, 0x34);
  proveArchive(archive).close();
  truncateSync(archive, size - 700);
  await expect(restore(ownDisk, archive, to)).rejects.toThrow('没有拷贝完整');
  truncateSync(archive, 0);
  await expect(restore(ownDisk, archive, to)).rejects.toThrow('没有拷贝完整');
  write(archive, 'x'.repeat(2048));
  await expect(restore(ownDisk, archive, to)).rejects.toThrow('坏了');
  expect(existsSync(to)).toBe(false);
  expect(readdirSync(dirname(to))).toEqual([]);
});

test.each(['../outside', '/etc/outside', 'a/../../outside', 'C:\\outside'])(
  'a path that leads elsewhere is refused: %s',
  async (path) => {
    const archive = join(temporaryFolder(), 'made.tar');
    const list = Buffer.from(`${createHash('sha256').update('x').digest('hex')}  ${path}\n`);
    const file = (name: string, bytes: Buffer) => [
      headerOf(name, bytes.length, 0),
      bytes,
      fillAfter(bytes.length),
    ];
    write(archive, '');
    const handle = openSync(archive, 'w');
    for (const piece of [...file(path, Buffer.from('x')), ...file('SHA256SUMS', list), END])
      writeSync(handle, piece);
    closeSync(handle);
    await expect(restore(ownDisk, archive, join(temporaryFolder(), 'to'))).rejects.toThrow('放不得的路径');
  },
);

test('what lies there is never overwritten', async () => {
  const archive = await smallBackup();
  const to = temporaryFolder();
  write(join(to, '旧.txt'), '旧');
  await expect(restore(ownDisk, archive, to)).rejects.toThrow('里已经有东西，没有改动它');
  expect(readdirSync(to)).toEqual(['旧.txt']);
  expect(() => writeBackup(ownDisk, archive, [])).toThrow('已经有了');
});

test.each(['dies', 'ENOSPC'] as const)('a backup that %s at any step is whole or not there', (how) => {
  const files = [
    { path: 'a', from: Buffer.from('甲') },
    { path: 'backup.json', from: Buffer.from('{"format":1,"prefix":""}') },
  ];
  for (let step = 1; ; step++) {
    const out = join(temporaryFolder(), 'zhangbang-20261201-020000.tar');
    const disk = new FaultyDisk(step, how);
    try {
      writeBackup(disk, out, files);
      expect(step).toBeGreaterThan(10);
      return;
    } catch {
      if (existsSync(out)) proveArchive(out).close();
      else writeBackup(ownDisk, out, files);
      expect(readdirSync(dirname(out))).toEqual(['zhangbang-20261201-020000.tar']);
    }
  }
});

test.each(['dies', 'ENOSPC'] as const)(
  'a restoring that %s at any step leaves the folder whole or not there',
  async (how) => {
    const folder = contentFolder({ [NOTICE]: notice() });
    const archive = await backUp(machine(folder));
    let isWhole = false;
    for (let step = 1; !isWhole; step += 7) {
      const to = join(temporaryFolder(), 'restored');
      try {
        await restore(new FaultyDisk(step, how), archive, to);
        isWhole = true;
      } catch {
        if (!existsSync(to)) await restore(ownDisk, archive, to);
      }
      expect(read(to, 'content', NOTICE)).toBe(notice());
    }
  },
);

test('a disk that is too small is told before anything is written', async () => {
  const archive = await smallBackup();
  const to = join(temporaryFolder(), 'restored');
  await expect(restore({ ...ownDisk, free: () => 1000 }, archive, to)).rejects.toThrow(
    /磁盘不够：要 \d+ MB/u,
  );
  expect(existsSync(to)).toBe(false);
});
