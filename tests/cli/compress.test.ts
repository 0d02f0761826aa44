import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles } from '../../src/cli/compress.ts';

let dir: string;
const text = '公告正文。'.repeat(300);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhangbang-compress-'));
  mkdirSync(join(dir, 'open'));
  writeFileSync(join(dir, 'open/index.html'), text);
  writeFileSync(join(dir, 'short.txt'), '短');
  writeFileSync(join(dir, 'picture.png'), Buffer.alloc(5000));
});

afterEach(() => rmSync(dir, { recursive: true }));

test('a page has both short forms beside it, which give it back', async () => {
  expect(await compressFiles(dir)).toBe(1);
  expect(gunzipSync(readFileSync(join(dir, 'open/index.html.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(dir, 'open/index.html.br'))).toString()).toBe(text);
});

test('what is short, or no text, is left alone', async () => {
  await compressFiles(dir);
  expect(existsSync(join(dir, 'short.txt.gz'))).toBe(false);
  expect(existsSync(join(dir, 'picture.png.gz'))).toBe(false);
});

test('the same page gives the same bytes, and no machine is named in them', async () => {
  await compressFiles(dir);
  const first = readFileSync(join(dir, 'open/index.html.gz'));
  await compressFiles(dir);
  expect(readFileSync(join(dir, 'open/index.html.gz')).equals(first)).toBe(true);
  // Bytes 4 to 7 hold a time, 9 the system.
  expect([...first.subarray(4, 8), first[9]]).toEqual([0, 0, 0, 0, 255]);
});
