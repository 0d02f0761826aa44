import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentFolder } from '../../../src/core/corpus/content-folder.ts';
import { kindAt, readRegular } from '../../../src/core/corpus/regular-file.ts';
import { runAlone } from '../../cli/command.ts';
import { base, onDisk } from '../fixtures.ts';

const folder = 'announcements/general/2026';
const notice = (fields = '') => `---
标题: 放假通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
${fields}---

现予通知。
`;
const withTable = notice('附件:\n  - 文件: 表.txt\n    名称: 表\n');

/** Runs a command in a process of its own, which a pipe could keep waiting for ever. */
function found(root: string, ...names: string[]): readonly string[] {
  const { status, stdout, stderr } = runAlone(['check', ...names, '--format', 'json'], {
    CONTENT_DIR: root,
    TODAY: '2026-11-22T09:00+08:00',
  });
  expect([status, stderr]).toEqual([1, '']);
  return (JSON.parse(stdout) as { code: string; file: string }[]).map(({ code, file }) => `${code} ${file}`);
}

const pipe = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  execFileSync('mkfifo', [path]);
};

const places: readonly string[] = [
  'site.yaml',
  'displays/hall-2.yaml',
  'kiosks/hall-2.yaml',
  'pages/more.md',
  'calendar/2027.yaml',
  `${folder}/a.md`,
  `${folder}/b/index.md`,
  `${folder}/c`,
  'announcements/general/2025',
  'announcements/land',
];

describe('命名管道是一条结果，不是永远等下去', () => {
  test('放在哪里都一样', () => {
    const root = onDisk({
      ...base,
      [`${folder}/named/index.md`]: withTable,
      [`${folder}/unnamed/index.md`]: notice().replace('标题: ', '标题: 另一份'),
    });
    for (const path of [...places, `${folder}/named/表.txt`, `${folder}/unnamed/表.txt`])
      pipe(join(root, path));
    expect(found(root).toSorted()).toEqual(
      [...places, `${folder}/named/index.md`, `${folder}/unnamed/index.md`]
        .map((file) => `F409 ${file}`)
        .toSorted(),
    );
  });

  test('占了整个文件夹的位置也一样', () => {
    const root = onDisk(base);
    for (const path of ['calendar', 'displays', 'kiosks', 'pages']) pipe(join(root, path));
    expect(found(root)).toEqual(['F409 calendar', 'F409 displays', 'F409 kiosks', 'F409 pages']);
  });

  test('只查一份公告，它旁边的管道也不等', () => {
    const root = onDisk({
      ...base,
      [`${folder}/notice.md`]: notice().replace('现予通知', '现<b>予</b>通知'),
    });
    pipe(join(root, `${folder}/other.md`));
    expect(found(root, 'notice')).toEqual([`C101 ${folder}/notice.md`]);
    expect(found(root, 'other')).toEqual([`F409 ${folder}/other.md`]);
  });

  test('代劳的时候也不等', () => {
    const root = onDisk({ ...base, [`${folder}/notice.md`]: notice().replace('标题:', '标题：') });
    for (const path of ['pages/more.md', 'site.yaml', `${folder}/notice-2.md`]) pipe(join(root, path));
    const { status, stdout } = runAlone(['fix'], { CONTENT_DIR: root });
    expect([status, stdout]).toEqual([0, expect.stringContaining('已改好 1 个文件')]);
  });
});

describe('别的不是文件的东西', () => {
  test('套接字', async () => {
    const root = onDisk(base);
    const server = createServer();
    await new Promise<void>((listening) => void server.listen(join(root, `pages/a.md`), listening));
    try {
      expect(found(root)).toEqual(['F409 pages/a.md']);
    } finally {
      server.close();
    }
  });

  test('设备', () => {
    expect(kindAt('/dev/zero')).toBe('special');
    expect(readRegular('/dev/zero', 10)).toEqual({ trouble: 'special' });
  });

  test('指向自己的快捷方式', () => {
    const root = onDisk(base);
    rmSync(join(root, 'pages'), { recursive: true });
    symlinkSync('pages', join(root, 'pages'));
    symlinkSync('.', join(root, 'announcements/general'));
    symlinkSync('loop.md', join(root, 'announcements/construction/2026/loop.md'));
    expect(found(root).toSorted()).toEqual([
      'F405 announcements/construction/2026/loop.md',
      'F405 announcements/general',
      'F405 pages',
    ]);
  });

  test('文件占了文件夹的位置', () => {
    const root = onDisk(base);
    for (const name of ['calendar', 'displays', 'kiosks', 'pages']) {
      rmSync(join(root, name), { recursive: true });
      writeFileSync(join(root, name), '甲');
    }
    expect(found(root)).toEqual(['F404 calendar', 'F404 displays', 'F404 kiosks', 'F404 pages']);
  });

  test('文件夹占了 site.yaml 的位置', () => {
    const root = onDisk(base);
    rmSync(join(root, 'site.yaml'));
    mkdirSync(join(root, 'site.yaml'));
    expect(found(root)).toEqual(['F404 site.yaml']);
  });
});

test('列出以后、读之前没有了的文件，也说得出来', () => {
  const root = onDisk({ ...base, [`${folder}/notice.md`]: notice() });
  const content = new ContentFolder(root);
  const files = [...content.announcementFiles()].map(({ file }) => file);
  rmSync(join(root, `${folder}/notice.md`));
  expect(files.filter((file) => content.text(file) === undefined)).toEqual([`${folder}/notice.md`]);
  expect(content.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `F410 ${folder}/notice.md 刚才还在，读的时候没有了`,
  ]);
});

test('很大的文件不读进来就说它太大', () => {
  const root = onDisk({ ...base, [`${folder}/notice.md`]: '' });
  execFileSync('truncate', ['-s', '20G', join(root, `${folder}/notice.md`)]);
  expect(found(root)).toEqual([`F115 ${folder}/notice.md`]);
});
