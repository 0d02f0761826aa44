import { expect, test } from 'vitest';
import { hasParentGone, isRunning } from '../../../src/cli/setup/parent.mjs';
import { howToInstallNode, majorOf, nodePlaces } from '../../../src/cli/setup/system-node.mjs';

test('on Windows Node is looked for in Path, however that is spelled, and where installers put it', () => {
  const env = {
    Path: '"D:\\tools\\node 26";C:\\Windows;relative',
    ProgramFiles: 'C:\\Program Files',
    LOCALAPPDATA: 'C:\\Users\\张三\\AppData\\Local',
  };
  const places = nodePlaces('win32', env);
  expect(places.slice(0, 3)).toEqual([
    'D:\\tools\\node 26\\node.exe',
    'C:\\Windows\\node.exe',
    'C:\\Program Files\\nodejs\\node.exe',
  ]);
  expect(places).toContain('C:\\Users\\张三\\AppData\\Local\\Programs\\nodejs\\node.exe');
});

test('elsewhere in PATH and in the usual folders', () => {
  expect(nodePlaces('linux', { PATH: '/home/z/node/bin::bin' })).toEqual([
    '/home/z/node/bin/node',
    '/usr/local/bin/node',
    '/opt/node/bin/node',
    '/usr/bin/node',
  ]);
});

test.each([
  ['v26.10.0\n', 26],
  ['v9.1.0', 9],
  ['', 0],
  ['node 26', 0],
])('%j is version %i', (text, major) => expect(majorOf(text)).toBe(major));

test.each([
  ['win32', 'arm64', 'https://nodejs.org'],
  ['linux', 'loong64', 'linux-loong64'],
  ['linux', 'riscv64', 'linux-riscv64'],
  ['linux', 'mips64el', '操作系统的厂商'],
  ['win32', 'ia32', '64 位系统'],
])('%s %s: one sentence says what to install', (platform, arch, words) => {
  const sentence = howToInstallNode(platform, arch);
  expect(sentence).toContain(words);
  expect(sentence).toMatch(/^本机是 [^。]*再运行一次。$/u);
});

test('on Windows the number of a parent that has gone stays, so one asks whether it runs', () => {
  const windows = { platform: 'win32', first: 10, now: 10 };
  expect(hasParentGone({ ...windows, isRunning: () => false })).toBe(true);
  expect(hasParentGone({ ...windows, isRunning: () => true })).toBe(false);
});

test('elsewhere a parent that has gone is replaced by another', () => {
  const isRunning = () => expect.unreachable('asked');
  expect(hasParentGone({ platform: 'linux', first: 10, now: 1, isRunning })).toBe(true);
  expect(hasParentGone({ platform: 'linux', first: 10, now: 10, isRunning })).toBe(false);
});

test('this process is running, and none of a number that no system gives', () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(2 ** 30)).toBe(false);
});
