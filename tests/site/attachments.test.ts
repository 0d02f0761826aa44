import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editionFrom } from './edition.ts';
import { folder, noticeWith } from './notice.ts';
import { attachmentAddress, filesOf, sumsHref, toSums } from '../../src/site/attachments.ts';
import type { Edition } from '../../src/core/edition.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function filesIn(edition: Edition) {
  return filesOf(edition, edition.entry('notice'));
}

test('附件按公告里的次序，写明种类和大小，网址是平常的名字，下载时是原来的名字', () => {
  const edition = editionFrom(noticeWith({ '报名表（最终版）.txt': '姓名', 'Liste.TXT': 'x'.repeat(2048) }));
  expect(filesIn(edition)).toEqual([
    {
      label: '名称报名表（最终版）.txt',
      detail: 'TXT，1 KB',
      href: '/announcements/notice/attachment-1.txt',
      download: '报名表（最终版）.txt',
      sha256: sha256('姓名'),
      isScan: false,
    },
    {
      label: '名称Liste.TXT',
      detail: 'TXT，2 KB',
      href: '/announcements/notice/attachment-2.txt',
      download: 'Liste.TXT',
      sha256: sha256('x'.repeat(2048)),
      isScan: false,
    },
  ]);
  expect(toSums(edition, edition.entry('notice'))).toBe(
    `# 名称报名表（最终版）.txt（报名表（最终版）.txt）\n${sha256('姓名')}  attachment-1.txt\n` +
      `# 名称Liste.TXT（Liste.TXT）\n${sha256('x'.repeat(2048))}  attachment-2.txt\n`,
  );
});

test.each([
  [1, '1 KB'],
  [1535, '1 KB'],
  [1536, '2 KB'],
  [1024 * 1024 - 1, '1024 KB'],
  [1024 * 1024, '1.0 MB'],
  [1024 * 1024 * 2.44, '2.4 MB'],
])('%d 个字节写成 %s', (bytes, size) => {
  const edition = editionFrom(noticeWith({ '表.txt': 'x' }));
  const entry = edition.entry('notice');
  const [line] = filesOf(edition, { ...entry, attachments: [{ ...entry.attachments[0]!, bytes }] });
  expect(line!.detail).toBe(`TXT，${size}`);
});

test('PDF 写明几页，是不是扫描件', () => {
  const edition = editionFrom(noticeWith({ '表.txt': 'x' }));
  const source = join(edition.contentDir, folder, '表.txt');
  const known = {
    ...edition,
    pdf: (path: string) => (path === source ? { pages: 38, isScan: true } : undefined),
  };
  expect(filesIn(known)[0]).toMatchObject({ detail: 'TXT，1 KB，38 页', isScan: true });
});

test('正文里写文件名的链接走到附件，没有的文件没有网址', () => {
  const edition = editionFrom(noticeWith({ '表.txt': 'x' }));
  const entry = edition.entry('notice');
  expect(attachmentAddress(edition, entry, '表.txt')).toBe('/announcements/notice/attachment-1.txt');
  expect(attachmentAddress(edition, entry, '别的.txt')).toBeUndefined();
});

test('没有附件的，没有校验文件', () => {
  const edition = editionFrom(noticeWith({}));
  expect(sumsHref(edition, edition.entry('notice'))).toBeUndefined();
  const some = editionFrom(noticeWith({ '表.txt': 'x' }));
  expect(sumsHref(some, some.entry('notice'))).toBe('/announcements/notice/SHA256SUMS');
});
