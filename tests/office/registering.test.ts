import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { register } from '../../src/ledger/registering.ts';
import { loadCorpus } from '../../src/core/corpus/load.ts';
import { sendBack } from '../../src/office/release/send-back.ts';
import { bringContent } from '../../src/office/release/source.ts';
import { NOTICE, notice, runAlone, temporaryFolder } from '../cli/command.ts';
import { git, Office } from './clerks.ts';

const SECOND = 'announcements/general/2026/gm-tz-2026-002.md';
const NOW = '2026-04-01T09:00:00+08:00';
const LEAVES = 'ledger/leaves/2026.ndjson';

/** An office that keeps a ledger. */
function office(): Office {
  const made = new Office({ [NOTICE]: notice() });
  const clerk = made.clerk('设置的人');
  const begun = runAlone(['ledger', 'start', '--yes'], {
    CONTENT_DIR: clerk.contentDir,
    OUT_DIR: join(temporaryFolder(), 'dist'),
    TODAY: '2026-04-01T08:00+08:00',
  });
  expect(begun.status, begun.stderr).toBe(0);
  clerk.git('add', '.');
  clerk.git('commit', '-q', '-m', '开始登记');
  clerk.git('push', '-q');
  return made;
}

const leavesAt = (repository: string): readonly string[] =>
  git(repository, 'show', `main:${LEAVES}`).split('\n');

test('what the publishing machine registers is in the repository that the content comes from', async () => {
  const made = office();
  const wang = made.clerk('王芳');
  wang.write(SECOND, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' }));
  await wang.publish([SECOND]);
  // The hook that publishes would wait for the publication that is under way.
  const hook = join(made.bare, 'hooks/post-receive');
  writeFileSync(hook, '#!/bin/sh\ntouch called\n');
  chmodSync(hook, 0o755);
  const content = await bringContent(made.bare, temporaryFolder());
  expect(register(content.contentDir, loadCorpus(content.contentDir).entries, NOW)).toHaveLength(1);
  expect(await sendBack(content.copy!, 'ledger', '登记 1 条')).toBe(true);
  expect(leavesAt(made.bare).map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
    'adopt',
    'publish',
  ]);
  expect(await sendBack(content.copy!, 'ledger', '登记 0 条')).toBe(true);
  expect(existsSync(join(made.bare, 'called'))).toBe(false);
  expect(git(made.bare, 'log', '--format=%s', 'main').split('\n')[0]).toBe('登记 1 条');
});

test('where a clerk was faster it is registered on top of what she has sent', async () => {
  const made = office();
  const content = await bringContent(made.bare, temporaryFolder());
  const wang = made.clerk('王芳');
  wang.write(SECOND, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' }));
  await wang.publish([SECOND]);
  writeFileSync(
    join(content.contentDir, LEAVES),
    `${readFileSync(join(content.contentDir, LEAVES), 'utf8')}\n`,
  );
  expect(await sendBack(content.copy!, 'ledger', '登记')).toBe(false);
  expect(leavesAt(made.bare)).toHaveLength(1);
});

test('a folder that is sent nowhere takes in what was registered, and what is being written there stays', async () => {
  const made = office();
  const wang = made.clerk('王芳');
  wang.git('remote', 'remove', 'origin');
  wang.write(SECOND, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' }));
  wang.git('add', '.');
  wang.git('commit', '-q', '-m', '端午节');
  wang.write(NOTICE.replace('001', '003'), 'half');
  const content = await bringContent(wang.contentDir, temporaryFolder());
  register(content.contentDir, loadCorpus(content.contentDir).entries, NOW);
  expect(await sendBack(content.copy!, 'ledger', '登记 1 条')).toBe(true);
  expect(wang.read(LEAVES)?.trimEnd().split('\n')).toHaveLength(2);
  expect(wang.read(NOTICE.replace('001', '003'))).toBe('half');
});

test('a release registers before the site is made, and a second one has nothing to register', async () => {
  const made = office();
  const wang = made.clerk('王芳');
  wang.write(SECOND, notice({ 标题: '标题: 关于端午节期间业务办理安排的通知' }));
  await wang.publish([SECOND]);
  const OUT_DIR = join(temporaryFolder(), 'dist');
  const env = { CONTENT_DIR: made.bare, OUT_DIR, TODAY: '2026-04-01T09:00+08:00' };
  const first = runAlone(['release'], env);
  expect([first.status, first.stdout]).toEqual([0, expect.stringContaining('› 登记 1 条')]);
  expect(leavesAt(made.bare)).toHaveLength(2);
  expect(existsSync(join(OUT_DIR, 'announcements/gm-tz-2026-002/index.html'))).toBe(true);
  const again = runAlone(['release'], env);
  expect([again.status, again.stdout]).toEqual([0, expect.not.stringContaining('› 登记')]);
  expect(leavesAt(made.bare)).toHaveLength(2);
  const page = readFileSync(join(OUT_DIR, 'announcements/gm-tz-2026-002/index.html'), 'utf8');
  expect(page).toMatch(/公开记录<\/a>第\s*2\s*号登记/u);
  expect(existsSync(join(OUT_DIR, 'ledger/proofs/gm-tz-2026-002-1.tlog-proof'))).toBe(true);
  expect(readFileSync(join(OUT_DIR, 'ledger/index.html'), 'utf8')).toContain('2 条');

  wang.git('pull', '-q');
  const third = SECOND.replace('002', '003');
  wang.write(third, notice({ 标题: '标题: 关于中秋节期间业务办理安排的通知' }));
  await wang.publish([third]);
  expect(runAlone(['release'], env).stdout).toContain('› 登记 1 条');
  expect(runAlone(['release', '--full'], env).stdout).toContain('一致：全部重新生成的');
  expect(readFileSync(join(OUT_DIR, 'ledger/checkpoint.unsigned'), 'utf8')).toMatch(/\n3\n/u);
}, 480_000);
