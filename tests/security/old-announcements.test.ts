import { expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { inspectAttachments } from '../../src/core/corpus/inspect.ts';
import { base, onDisk, type Tree } from '../core/fixtures.ts';
import { attached, codesOf, notice } from './announcement.ts';

/** A hundred newer announcements with an attachment each, and an old one with a mobile number in its own. */
function archive(oldFields: string): Tree {
  const folder = (id: string) => `announcements/general/2026/${id}`;
  const newer = Array.from({ length: 100 }, (_, index) => index + 1).flatMap((number) => [
    [
      `${folder(`newer-${number}`)}/index.md`,
      notice(attached('表.txt'), '现予通知。', `关于第${number}次放假安排的通知`),
    ],
    [`${folder(`newer-${number}`)}/表.txt`, '表'],
  ]);
  const old = notice(oldFields + attached('表.txt')).replace('2026-03-30', '2026-01-05');
  return {
    ...base,
    ...Object.fromEntries(newer),
    [`${folder('old')}/index.md`]: old,
    [`${folder('old')}/表.txt`]: '13800138000',
  };
}

const excuse = '例外:\n  - 代码: P102\n    原因: 经本人书面同意公开\n';

test('全部检查时只打开最新一百份公告的附件；点名检查的，多旧都打开', () => {
  const root = onDisk(archive(''));
  expect(codesOf(check(root, undefined, inspectAttachments).findings)).toEqual([]);
  expect(codesOf(check(root, new Set(['old']), inspectAttachments).findings)).toEqual(['P102']);
});

test('写了例外的公告，多旧都打开：例外不会因为年久变成多余的', () => {
  const root = onDisk(archive(excuse));
  expect(codesOf(check(root, undefined, inspectAttachments).findings)).toEqual([]);
});
