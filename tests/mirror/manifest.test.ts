import { expect, test } from 'vitest';
import { isImmutable, parseManifest, printManifest, type Manifest } from '../../src/mirror/manifest.ts';
import { clashOf, faultOfPath } from '../../src/mirror/path.ts';
import { momentOf, seqOf, sha256 } from './hall.ts';

const entry = (path: string) => ({ path, bytes: 3, sha256: sha256('abc') });

const manifest = (...paths: string[]): Manifest => ({
  schema: 1,
  part: 'site',
  seq: seqOf(1),
  generated: momentOf(1),
  files: paths.map(entry),
});

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

test('a manifest is read as it was written', () => {
  const written = manifest('index.html', '.well-known/a.txt', 'about/公告.html');
  expect(parseManifest(Buffer.from(printManifest(written)), 'site')).toEqual(written);
});

test.each([
  '',
  '/etc/passwd',
  '../secret',
  'a/../../b',
  './a',
  'a//b',
  'a/',
  'C:/windows',
  'a\\b',
  'a\u0000b',
  'a\nb',
  'a\u202egpj.exe',
  'con',
  'a/LPT1.txt',
  'a.',
  'a /b',
  'x'.repeat(256),
  `${'x/'.repeat(600)}x`,
])('the path %j is refused', (path) => {
  expect(faultOfPath(path)).toBeDefined();
  expect(() => parseManifest(bytes(manifest('index.html', path)), 'site')).toThrow('没有改动');
});

test.each([
  [['a.html', 'A.html']],
  [['a.html', 'a.html']],
  [['a', 'a/b']],
  [['a/b', 'A']],
  [['docs/a', 'Docs/b']],
  [['café', 'cafe\u0301']],
])('the paths %j are one on some disk, and refused together', (paths) => {
  expect(clashOf(paths)).toBeDefined();
  expect(() => parseManifest(bytes(manifest(...paths)), 'site')).toThrow('同一个');
});

test('ordinary paths do not clash', () => {
  expect(clashOf(['a/b/c', 'a/b/d', 'a/c', 'ab', 'index.html'])).toBeUndefined();
});

test.each([
  ['a login page', Buffer.from('<!doctype html><p>请先登录'), '登录页'],
  ['half of one', Buffer.from(printManifest(manifest('a', 'b'))).subarray(0, 150), '没有传完'],
  ['a newer format', bytes({ ...manifest('a'), schema: 2 }), '请更新程序'],
  ['another part', bytes({ ...manifest('a'), part: 'display' }), '要的是“site”'],
  ['no sequence', bytes({ ...manifest('a'), seq: -1 }), '序号'],
  ['no moment', bytes({ ...manifest('a'), generated: '昨天' }), '生成时间'],
  ['no files', bytes({ ...manifest('a'), files: [] }), '没有列出文件'],
  ['itself', bytes(manifest('a', 'manifest.json')), '不能列出自己'],
  ['a length that is none', bytes({ ...manifest(), files: [{ ...entry('a'), bytes: 1e30 }] }), '看不懂'],
  ['a hash that is none', bytes({ ...manifest(), files: [{ ...entry('a'), sha256: 'x' }] }), '看不懂'],
  [
    'more than any disk holds',
    bytes({
      ...manifest(),
      files: Array.from({ length: 30 }, (_, n) => ({ ...entry(`f${n}`), bytes: 2 ** 32 })),
    }),
    '100 GB',
  ],
])('%s is no manifest', (_, text, words) => {
  expect(() => parseManifest(text, 'site')).toThrow(words);
});

test.each([
  ['assets/Base.DZFqJrFo.css', true],
  ['assets/Base.DZFqJrFo.css.br', true],
  ['index.html.gz', false],
  ['display/data/lobby-a.1016075a79f7.json', true],
  ['data/catalogue-2018.6544274a.json', true],
  ['search/index/fragment/zh-cn_3f5a1b2.pf_fragment', true],
  ['search/index/current.0a1b2c3d/rows.json', true],
  ['search/index/pagefind.js', false],
  ['announcements/gm-js-2026-012.json', false],
  ['announcements/gm-1/attachment-1.pdf', false],
  ['display/lobby-a/head.json', false],
  ['sitemap-2026.xml', false],
])('%s never changes under its name: %s', (path, immutable) => {
  expect(isImmutable(path)).toBe(immutable);
});
