import { expect, test } from 'vitest';
import { issue } from '../../../src/core/rules/issue.ts';

const facts = { title: '示例', documentsFrom: '2026-03-05', publishedAt: '2026-03-05T09:00:00+08:00' };

test('招标文件从开始获取那天算起', () => {
  expect(issue(facts, '招标文件发出日')).toMatchObject({ what: '招标文件发出日', on: '2026-03-05' });
});

test('公告发布以前没有人拿得到文件，从发布那天算起', () => {
  const late = { ...facts, publishedAt: '2026-03-20T09:00:00+08:00' };
  expect(issue(late, '招标文件发出日')).toEqual({ what: '公告发布日', on: '2026-03-20', at: 'publishedAt' });
});

test('别处先发布、写明了原网址的，从那里开始获取那天算起', () => {
  const again = {
    ...facts,
    publishedAt: '2026-03-20T09:00:00+08:00',
    originalUrl: 'https://ggzy.example.gov.cn/1.html',
  };
  expect(issue(again, '招标文件发出日')).toMatchObject({ on: '2026-03-05', at: 'documentsFrom' });
});

test('没有写文件获取开始的，还是没有写', () => {
  expect(
    issue({ title: '示例', publishedAt: '2026-03-20T09:00:00+08:00' }, '招标文件发出日').on,
  ).toBeUndefined();
});
