import { expect, test } from 'vitest';
import { checkErrataAhead } from '../../../src/core/check/ahead.ts';
import { checkTree } from '../fixtures.ts';

const notice = `---
标题: 关于清明节放假安排的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例市公共资源交易中心高明分中心
勘误:
  - 时间: 2026-03-31 10:00
    原: 有关是项
    新: 有关事项
    原因: 录入笔误
---

现将有关事项通知如下。
`;

test('勘误的时间没到只是提醒，钟慢了的机器照样能生成网站；到了就不提醒', () => {
  const { corpus } = checkTree({ 'announcements/general/2026/notice.md': notice });
  const at = (now: string) => checkErrataAhead(corpus, now).map(({ code, at: place }) => [code, place]);
  expect(at('2026-03-31T09:59:59+08:00')).toEqual([['K107', 'errata.0.at']]);
  expect(at('2026-03-31T10:00:00+08:00')).toEqual([]);
});
