import { expect, test } from 'vitest';
import { npmCall } from '../../../src/cli/setup/npm.mjs';

const ARGS = ['install', '--no-save'];
const NODE = 'C:\\Program Files\\nodejs\\node.exe';
const BESIDE = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';

test('on Windows npm is started without a shell where its program is found', () => {
  const machine = { platform: 'win32', env: {}, execPath: NODE, exists: (path: string) => path === BESIDE };
  expect(npmCall(ARGS, machine)).toEqual({ command: NODE, args: [BESIDE, ...ARGS], shell: false });
});

test('the npm that runs this comes first', () => {
  const own = 'D:\\npm\\bin\\npm-cli.js';
  const machine = { platform: 'win32', env: { npm_execpath: own }, execPath: NODE, exists: () => true };
  expect(npmCall(ARGS, machine).args[0]).toBe(own);
});

test('where its program is not found npm.cmd is one line for the shell', () => {
  const machine = { platform: 'win32', env: {}, execPath: NODE, exists: () => false };
  expect(npmCall(ARGS, machine)).toEqual({ command: 'npm.cmd install --no-save', args: [], shell: true });
});

test('elsewhere npm lies beside Node too, or is found by its name', () => {
  const cli = '/opt/node/lib/node_modules/npm/bin/npm-cli.js';
  const machine = { platform: 'linux', env: {}, execPath: '/opt/node/bin/node' };
  expect(npmCall(ARGS, { ...machine, exists: (path: string) => path === cli }).args[0]).toBe(cli);
  expect(npmCall(ARGS, { ...machine, exists: () => false })).toMatchObject({ command: 'npm', shell: false });
});
