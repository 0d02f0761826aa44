import { expect, test } from 'vitest';
import type { Announcement } from '../../../src/core/announcement/schema.ts';
import { usedLabels } from '../../../src/core/statistics/labels.ts';

const notice = (type: string, ...names: readonly string[]): Announcement =>
  ({
    category: 'general',
    type,
    otherFacts: names.map((name) => ({ name, content: `${name}的内容` })),
  }) as unknown as Announcement;

test('很多公告都用的名称排在前面，一份公告只算一次，写法差一点的算同一个', () => {
  const announcements = [
    notice('notice', '踏勘', '保函'),
    notice('notice', '踏勘：', '踏勘'),
    notice('public-notice', ' 踏 勘', '监督电话'),
    notice('notice', '保函'),
    notice('notice'),
  ];
  expect(usedLabels(announcements, 2)).toEqual([
    { name: '踏勘', announcements: 3, types: ['通知', '公告'], example: '踏勘的内容' },
    { name: '保函', announcements: 2, types: ['通知'], example: '保函的内容' },
  ]);
  expect(usedLabels(announcements, 4)).toEqual([]);
});
