import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { contentFolder, NOTICE, notice, run, runAlone } from './command.ts';

function runMain(...args: string[]) {
  const main = join(root, 'src/cli/main.ts');
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd: root });
}

test('a command that does not exist is answered with the nearest that does, and with the list', () => {
  const { status, stderr } = runMain('biuld');
  expect(status).toBe(2);
  expect(stderr).toContain('没有“biuld”这个命令，是不是想用“build”？');
  expect(stderr).toContain('npm run <命令>');
});

test('every command in the list is a script of package.json, so that npm run finds it', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const listed = [...runMain('help').stdout.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name ?? '');
  expect(listed).toContain('check');
  for (const name of listed) expect(scripts[name]).toBe(`node src/cli/setup.mjs ${name}`);
});

test('a setting that cannot be used is one sentence, without a stack', () => {
  const main = join(root, 'src/cli/main.ts');
  const env = { ...process.env, TODAY: 'tomorrow' };
  const { status, stderr } = spawnSync(process.execPath, [main, 'serve'], { encoding: 'utf8', env });
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('TODAY');
});

test('a process ends with the code that its command returns, and prints all that it says', async () => {
  const CONTENT_DIR = contentFolder({ [NOTICE]: notice({ 标题: '标题：少了半角冒号' }) });
  for (const [args, status] of [
    [['check'], 1],
    [['fix', '--dry-run'], 0],
    [['report', '二〇一八'], 2],
  ] as const) {
    const { stdout, stderr, ...alone } = runAlone(args, { CONTENT_DIR });
    expect(alone.status, args[0]).toBe(status);
    expect(await run(args, { CONTENT_DIR }), args[0]).toEqual({ status, stdout, stderr });
  }
});
