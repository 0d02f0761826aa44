import { appendFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stateFile } from '../../src/build/state.ts';
import { isWorthRemembering } from '../../src/cli/changed-check.ts';
import { root } from '../../src/cli/setup/dependencies.mjs';
import { generate } from '../bench/generate.ts';
import { contentFolder, NOTICE, notice, run as runAt } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhangbang-changed-'));
const CONTENT_DIR = join(folder, 'content');
generate(CONTENT_DIR, 2000, 'changed');
const state = stateFile({ project: root, contentDir: CONTENT_DIR, outDir: 'check', base: '', origin: '' });
afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const ending of ['', '-wal', '-shm']) rmSync(`${state}${ending}`, { force: true });
});

const run = (...args: readonly string[]) =>
  runAt(['check', ...args], { CONTENT_DIR, OUT_DIR: join(folder, 'dist'), TODAY: '2026-11-02T09:00+08:00' });

/** What the check prints beside the one line on what it has looked at. */
const findings = (stdout: string): string => stdout.replace(/^.*(?:没有变|都看过了).*\n/mu, '');

test('a check of many announcements looks again at what has changed and says the same', async () => {
  const first = await run();
  expect(first.stdout).toContain('2000 份公告，提醒 36 处。可以发布。\n全部公告都看过了。\n');
  const second = await run();
  expect(second.stdout).toContain('看了 0 份有改动或者受影响的公告，其余 2000 份没有变；');
  expect(findings(second.stdout)).toBe(findings(first.stdout));

  const path = join(
    CONTENT_DIR,
    globSync('announcements/general/*/*.md', { cwd: CONTENT_DIR }).toSorted()[0]!,
  );
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^发布单位/mu, '发布人单位'));
  const broken = await run();
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain('看了 6 份有改动或者受影响的公告，其余 1994 份没有变；');
  const full = await run('--full');
  expect(full.stdout).toContain('全部公告都看过了。');
  expect(findings(full.stdout)).toBe(findings(broken.stdout));
  const paranoid = await run('--paranoid', '--format', 'json');
  expect(JSON.parse(paranoid.stdout)).toHaveLength(37);

  appendFileSync(join(CONTENT_DIR, 'site.yaml'), '邮编: "528500"\n');
  expect((await run('--format', 'json')).stderr).toBe('没有可沿用的记录（设置改了），这一次全部检查。\n');
}, 300_000);

test('checks of few announcements are not remembered', () => {
  expect(isWorthRemembering(CONTENT_DIR)).toBe(true);
  expect(isWorthRemembering(contentFolder({ [NOTICE]: notice() }))).toBe(false);
  expect(isWorthRemembering(join(folder, 'nothing'))).toBe(false);
});
