import { expect, test } from 'vitest';
import { waitingAt, withoutEntries } from '../../../src/core/check/waiting.ts';
import { base, checkTree } from '../fixtures.ts';

const BEFORE = '2026-03-09T08:59:00+08:00';
const AFTER = '2026-03-09T09:00:00+08:00';

const correction = `---
标题: 沿江路施工更正公告
类别: 建设工程
类型: 更正公告
项目编号: GM-JS-2026-001
发布时间: 2026-03-09 09:00
招标人: 高明区示例街道建设办公室
关联公告: tender
影响投标文件编制: 否
定时: 是
原因: 场地调整
更正内容:
  - 字段: 投标截止
    原: 2026-03-25 09:30
    新: 2026-03-28 09:30
---

现予更正。
`;

const content = (text = correction) =>
  checkTree({ ...base, 'announcements/construction/2026/correction.md': text });
const never = (): boolean => false;

test('写了定时、时间没到的等着，到了时间就不等了', () => {
  const { corpus } = content();
  expect(waitingAt(corpus, BEFORE, never).map(({ id }) => id)).toEqual(['correction']);
  expect(waitingAt(corpus, AFTER, never)).toEqual([]);
});

test('没有写定时的，时间没到也不等', () => {
  expect(waitingAt(content(correction.replace('定时: 是\n', '')).corpus, BEFORE, never)).toEqual([]);
  expect(waitingAt(content(correction.replace('定时: 是', '定时: 否')).corpus, BEFORE, never)).toEqual([]);
});

test('已经发布过的，时钟拨回去也不会不见', () => {
  expect(waitingAt(content().corpus, BEFORE, (id) => id === 'correction')).toEqual([]);
});

test('等着的更正不改变原公告', () => {
  const whole = content();
  const deadline = ({ collection }: typeof whole) => {
    const { announcement } = collection.effective('tender');
    return 'bidDeadline' in announcement ? announcement.bidDeadline : undefined;
  };
  expect(deadline(whole)).toBe('2026-03-28T09:30:00+08:00');
  const rest = withoutEntries(whole, waitingAt(whole.corpus, BEFORE, never));
  expect(deadline(rest)).toBe('2026-03-25T09:30:00+08:00');
  expect(rest.collection.has('correction')).toBe(false);
  expect(rest.corpus.ids.has('correction')).toBe(true);
});
