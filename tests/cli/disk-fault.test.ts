import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { describeDiskFault } from '../../src/cli/disk-fault.ts';

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test.runIf(process.platform === 'linux')('磁盘满了，说在哪里、怎么办，不说是程序的错', () => {
  const full = thrownBy(() => writeFileSync('/dev/full', 'x'));
  expect(describeDiskFault(full)).toMatch(/^磁盘满了，没有做完.*。请腾出空间，再运行一次同一条命令。$/u);
});

test('记录写不下也是磁盘满了', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-full-'));
  const database = new DatabaseSync(join(folder, 'a.sqlite'));
  database.exec('create table a (b); pragma max_page_count = 3');
  const full = thrownBy(() => database.exec('insert into a values (zeroblob(100000))'));
  database.close();
  rmSync(folder, { recursive: true });
  expect(describeDiskFault(full)).toBe('磁盘满了，没有做完。请腾出空间，再运行一次同一条命令。');
});

test('写明是哪个文件', () => {
  const error = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS', path: '/a/b' });
  expect(describeDiskFault(error)).toBe(
    '磁盘是只读的，没有做完：/a/b。请换成可以写的磁盘或者文件夹，再运行一次同一条命令。',
  );
});

test('别的错误不是磁盘的', () => {
  expect(describeDiskFault(new Error('x'))).toBeUndefined();
  expect(describeDiskFault('x')).toBeUndefined();
});

test('Windows 上被占用的文件，说是谁可能占用，也可能没有权限', () => {
  const error = Object.assign(new Error('EPERM: operation not permitted, rename'), {
    code: 'EPERM',
    path: 'C:\\zb\\dist.staging\\files\\index.html',
    dest: 'C:\\zb\\dist\\index.html',
  });
  expect(describeDiskFault(error, 'win32')).toMatch(
    /^等了几秒，文件还是被别的程序占用，或者没有权限，没有做完：C:\\zb\\dist\\index\.html。.*资源管理器.*杀毒软件.*再运行一次同一条命令/u,
  );
  expect(describeDiskFault(error, 'linux')).toBeUndefined();
});
