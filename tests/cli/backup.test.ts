import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Office } from '../office/clerks.ts';
import { NOTICE, notice, run, runAlone, temporaryFolder } from './command.ts';

test('a site is built again from what was restored', async () => {
  const office = new Office({ [NOTICE]: notice() });
  const place = temporaryFolder();
  const env = { CONTENT_DIR: office.bare, OUT_DIR: join(place, 'dist'), TODAY: '2026-04-01T09:00+08:00' };
  const backup = await run(['backup', '--to', join(place, 'backup'), '--keep', '3'], env);
  expect(backup).toMatchObject({ status: 0, stderr: '' });
  expect(backup.stdout).toContain('重新读过，没有差错');
  const [name] = readdirSync(join(place, 'backup'));
  const to = join(place, 'restored');
  const restored = await run(['restore', join(place, 'backup', name!), '--to', to]);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  const lines = [...restored.stdout.matchAll(/^ {2}(CONTENT_DIR|OUT_DIR)="(.*)"$/gmu)];
  const own = Object.fromEntries(lines.map(([, key, value]) => [key, value])) as Record<string, string>;
  expect(runAlone(['release'], { ...env, ...own })).toMatchObject({ status: 0 });
  expect(existsSync(join(to, 'dist/announcements/gm-tz-2026-001/index.html'))).toBe(true);
}, 120_000);

test('a backup within the content or the site, a number that is none, and nothing named are refused', async () => {
  const office = new Office();
  const CONTENT_DIR = office.clerk().contentDir;
  const refused = async (...args: string[]): Promise<string> => {
    const { status, stderr } = await run(args, { CONTENT_DIR });
    expect(status).toBe(2);
    return stderr;
  };
  expect(await refused('backup')).toContain('备份放在哪里');
  expect(await refused('backup', '--to', join(CONTENT_DIR, 'backup'))).toContain('备份不要放在');
  expect(await refused('backup', '--to', temporaryFolder(), '--keep', '0')).toContain('--keep 后面写');
  expect(await refused('restore', 'none.tar', '--to', 'x')).toContain('找不到');
  expect(await refused('restore', temporaryFolder(), '--to', 'x')).toMatch(
    /是文件夹.*zhangbang-\d+-\d+\.tar/u,
  );
  expect(await refused('restore')).toContain('从哪个备份恢复到哪里');
});

test('an archive that is no backup restores nothing', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.tar'), Buffer.alloc(1024));
  const { status, stderr } = await run(['restore', join(folder, 'a.tar'), '--to', join(folder, 'to')]);
  expect(status).toBe(2);
  expect(stderr).toContain('不是完整的备份');
  expect(existsSync(join(folder, 'to'))).toBe(false);
});
