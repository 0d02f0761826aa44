import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isHeld, patiently, PAUSES_MS, remove, removed, rename } from '../src/patience.ts';

const failure = (code: string): Error =>
  Object.assign(new Error(`${code}: operation not permitted`), { code });

/** Windows, whose pauses are counted and not waited for. */
function windows() {
  const waited: number[] = [];
  return { waited, patience: { platform: 'win32', wait: (ms: number) => void waited.push(ms) } as const };
}

/** Something that is held for the first `times` tries. */
function heldFor(times: number, code = 'EBUSY') {
  let tries = 0;
  return () => {
    tries += 1;
    if (tries <= times) throw failure(code);
    return tries;
  };
}

test.each(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY'])('别的程序放手以后接着做（%s）', (code) => {
  const { waited, patience } = windows();
  expect(patiently(heldFor(3, code), patience)).toBe(4);
  expect(waited).toEqual(PAUSES_MS.slice(0, 3));
});

test('一直不放手就说出来，等的时间越来越长，一共几秒', () => {
  const { waited, patience } = windows();
  expect(() => patiently(heldFor(99), patience)).toThrow('EBUSY');
  expect(waited).toEqual(PAUSES_MS);
  expect(waited).toEqual(waited.toSorted((a, b) => a - b));
  const sum = waited.reduce((all, one) => all + one, 0);
  expect(sum).toBeGreaterThan(3000);
  expect(sum).toBeLessThan(10_000);
});

test('磁盘满了不等', () => {
  const { waited, patience } = windows();
  expect(() => patiently(heldFor(1, 'ENOSPC'), patience)).toThrow('ENOSPC');
  expect(waited).toEqual([]);
});

test('不是 Windows 的系统上这些错误是权限问题，不等', () => {
  const wait = () => expect.unreachable('waited');
  expect(() => patiently(heldFor(1), { platform: 'linux', wait })).toThrow('EBUSY');
  expect(isHeld(failure('EACCES'), 'linux')).toBe(false);
  expect(isHeld(failure('EACCES'), 'win32')).toBe(true);
});

test('换名和删除照常做', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhangbang-patience-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  writeFileSync(a, '文');
  rename(a, b);
  expect(readFileSync(b, 'utf8')).toBe('文');
  remove(b);
  expect(() => readFileSync(b)).toThrow('ENOENT');
  expect(removed(b)).toBe(true);
  expect(removed(b, heldFor(1))).toBe(false);
});

test('换名和删除整个文件夹都经过这里，别处不直接做', () => {
  const files = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'));
  const direct = files.filter(
    (file) =>
      file !== 'src/patience.ts' &&
      /\b(?:renameSync|rmdirSync)\b|\brename\b[^;]*from 'node:fs|\brm(?:Sync)?\([^;]*recursive: true/u.test(
        readFileSync(file, 'utf8'),
      ),
  );
  expect(
    direct,
    'use rename, remove or removed of src/patience.ts: Windows refuses while another program has the file open',
  ).toEqual([]);
});
