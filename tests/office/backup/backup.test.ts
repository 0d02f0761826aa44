import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepNewest, nameOfBackup } from '../../../src/office/backup/archive.ts';
import { ownDisk } from '../../../src/office/backup/disk.ts';
import { withoutSecrets } from '../../../src/office/backup/own-settings.ts';
import { restore } from '../../../src/office/backup/restore.ts';
import { contentFolder, NOTICE, notice, temporaryFolder } from '../../cli/command.ts';
import { git } from '../clerks.ts';
import { backUp, busyClerk, DRAFT, machine, read, write } from './office.ts';

const newFolder = (): string => join(temporaryFolder(), 'restored');

test('content comes back with its history, what was being written, drafts and the list of what was published', async () => {
  const { clerk } = busyClerk();
  const archive = await backUp(machine(clerk.contentDir));
  const { contentDir, outDir, settings, hasPublished } = await restore(ownDisk, archive, newFolder());
  expect(git(contentDir, 'log', '--format=%H %an %s')).toBe(clerk.git('log', '--format=%H %an %s'));
  expect(git(contentDir, 'status', '--porcelain', '-uall')).toBe(clerk.git('status', '--porcelain', '-uall'));
  expect(read(contentDir, NOTICE)).toBe(notice({ 标题: '标题: 改了一半的通知' }));
  expect(read(contentDir, DRAFT)).toBe('{"title":"草稿"}');
  expect(existsSync(join(contentDir, '.cache/build'))).toBe(false);
  expect(hasPublished).toBe(true);
  expect(read(`${outDir}.published.ndjson`)).toBe('{"list":1}\n');
  expect(read(settings!)).toBe('CONTENT_DIR=../content\nMIRROR_PUBLIC_KEY=/etc/key.pub\n');
  expect(readdirSync(dirname(contentDir)).toSorted()).toEqual([
    'content',
    'dist.published.ndjson',
    'settings.env',
  ]);
});

test('a bare repository comes back as one, with the hooks of the office and all branches', async () => {
  const { office } = busyClerk();
  office.hook('post-receive', '#!/bin/sh\necho 发布\n');
  git(office.bare, 'branch', 'desk/d-1', 'main');
  const { contentDir } = await restore(ownDisk, await backUp(machine(office.bare)), newFolder());
  expect(git(contentDir, 'for-each-ref')).toBe(git(office.bare, 'for-each-ref'));
  expect(git(contentDir, 'rev-parse', '--is-bare-repository')).toBe('true');
  expect(read(contentDir, 'hooks/post-receive')).toContain('发布');
  expect(statSync(join(contentDir, 'hooks/post-receive')).mode & 0o111).toBe(0o111);
});

test('content that lies below the top of its repository is found there again', async () => {
  const top = temporaryFolder();
  write(join(top, 'content/site.yaml'), '站点名称: 示例\n');
  git(top, 'init', '-q', '-b', 'main');
  git(top, 'add', '.');
  git(top, '-c', 'user.name=a', '-c', 'user.email=a@example.invalid', 'commit', '-qm', '开始');
  write(join(top, 'content/site.yaml'), '站点名称: 改过\n');
  const { contentDir } = await restore(ownDisk, await backUp(machine(join(top, 'content'))), newFolder());
  expect(read(contentDir, 'site.yaml')).toBe('站点名称: 改过\n');
});

test('a folder without history comes back as it was', async () => {
  const folder = contentFolder({ [NOTICE]: notice(), [DRAFT]: '{}' });
  const { contentDir } = await restore(ownDisk, await backUp(machine(folder)), newFolder());
  const files = (of: string) =>
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(of.length))
      .toSorted();
  expect(files(contentDir)).toEqual(files(folder));
  expect(read(contentDir, NOTICE)).toBe(notice());
});

test('the list of digests is one that sha256sum reads, and the archive one that tar reads', async () => {
  const archive = await backUp(machine(busyClerk().clerk.contentDir));
  const folder = temporaryFolder();
  expect(spawnSync('tar', ['-xf', archive, '-C', folder]).status).toBe(0);
  expect(spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder }).status).toBe(0);
});

test('a backup is its maker’s alone, and a clone of the newest history alone is none', async () => {
  const { office } = busyClerk();
  const archive = await backUp(machine(office.bare));
  expect(statSync(archive).mode & 0o077).toBe(0);
  const clerk = office.clerk();
  const shallow = join(temporaryFolder(), 'content');
  clerk.git('commit', '-q', '--allow-empty', '-m', '再一次');
  git(dirname(shallow), 'clone', '-q', '--depth', '1', `file://${clerk.contentDir}`, shallow);
  await expect(backUp(machine(shallow))).rejects.toThrow('只取了最近的一段历史');
});

test('the newest backups are kept, and nothing else in the folder is touched', async () => {
  const folder = temporaryFolder();
  const names = ['2026-12-01', '2026-12-03', '2026-12-02'].map((day) =>
    nameOfBackup(`${day}T02:00:00+08:00`),
  );
  for (const name of [...names, '别的.tar', 'zhangbang-0.1.0-win-x64.zip']) write(join(folder, name), '');
  expect(keepNewest(ownDisk, folder, 2)).toEqual(['zhangbang-20261201-020000.tar']);
  expect(readdirSync(folder)).toHaveLength(4);
});

test('no secret of the settings goes along, remarked out or not', () => {
  const text = [
    ...['A=1', '# MIRROR_KEY=/k', 'export WEBDAV_PASSWORD=x', 'MIRROR_PUBLIC_KEY=/p'],
    ...['DEPLOY_URL=https://wang:x@host.example/site', '# 密码是 x', 'B=https://host.example/a:b', ''],
  ].join('\n');
  expect(withoutSecrets(text)).toEqual({
    text: 'A=1\nMIRROR_PUBLIC_KEY=/p\nB=https://host.example/a:b\n',
    leftOut: ['MIRROR_KEY', 'WEBDAV_PASSWORD', 'DEPLOY_URL', '一行注释'],
  });
});
