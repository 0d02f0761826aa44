import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOfUnits } from './unit-files.ts';
import type { SiteFile } from '../../src/site/unit.ts';
import { editionFrom, sampleEdition } from './edition.ts';
import { folder, noticeWith } from './notice.ts';

const withdrawn = `撤下:
  - 时间: 2026-04-02 10:00
    原因: 报名表泄露个人信息
`;
const notice = (more = ''): readonly SiteFile[] =>
  [...filesOfUnits(editionFrom(noticeWith({ '报名表.txt': '姓名' }, more)))].filter(({ path }) =>
    path.startsWith('announcements/notice'),
  );

test('附件按平常的名字逐字节放在公告旁边，另有各自的校验值和公告的数据', () => {
  const files = notice();
  expect(files.map(({ path }) => path)).toEqual([
    'announcements/notice.json',
    'announcements/notice/SHA256SUMS',
    'announcements/notice/attachment-1.txt',
  ]);
  expect(files[2]).toMatchObject({
    copyOf: expect.stringContaining(join(folder, '报名表.txt')) as string,
  });
});

test('因个人信息撤下的公告不再发布附件，数据仍在，说明已经撤下', () => {
  expect(notice(withdrawn).map(({ path }) => path)).toEqual(['announcements/notice.json']);
});

test('没有两个文件用同一个网址，网址里没有别的字', () => {
  const paths = [...filesOfUnits(sampleEdition())].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !/^[\w./-]+$/u.test(path))).toEqual([]);
});

test('有日期的公告各有一份日历，检索用的摘录也在其中', () => {
  const paths = [...filesOfUnits(sampleEdition())].map(({ path }) => path);
  expect(paths).toContain('announcements/gm-cg-2025-041-tender/calendar.ics');
  expect(paths.filter((path) => path.startsWith('search/texts/')).length).toBeGreaterThan(0);
});
