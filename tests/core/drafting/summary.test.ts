import { expect, test } from 'vitest';
import { typeOf } from '../../../src/core/announcement/schema.ts';
import type { RecordAnswer } from '../../../src/core/drafting/draft.ts';
import { bodyLines, factLines } from '../../../src/core/drafting/summary.ts';

const correction = typeOf('construction', 'correction-notice');

test('a summary has values as a reader sees them, and of a change the old and the new', () => {
  const 更正内容: readonly RecordAnswer[] = [
    { 字段: '投标截止', 原: '2026-03-25 09:30', 新: '2026-04-08 09:30' },
    { 事项: '招标文件第三章', 原: '甲', 新: '乙' },
  ];
  const answers = {
    标题: '更正公告',
    关联公告: 'gm-js-2026-012-tender',
    发布时间: '2026-03-05 09:00',
    更正内容,
  };
  expect(factLines(answers, correction)).toEqual([
    '标题  更正公告',
    '关联公告  gm-js-2026-012-tender',
    '发布时间  2026年3月5日（星期四）09:00',
    '更正内容',
    '  投标截止：2026-03-25 09:30 → 2026-04-08 09:30',
    '  招标文件第三章：甲 → 乙',
  ]);
});

test('an announcement of another platform is told once, under the label that it shares with an id', () => {
  const 关联公告 = [
    { 标题: '示例招标公告', 网址: 'https://ggzy.example.cn/1', 发布时间: '2026-03-02 09:00' },
  ];
  expect(factLines({ 关联公告 }, correction)).toEqual([
    '关联公告',
    '  标题 示例招标公告，网址 https://ggzy.example.cn/1，发布时间 2026-03-02 09:00',
  ]);
});

test('of a long body the beginning and the end are shown, with how much lies between', () => {
  const body = Array.from({ length: 100 }, (_, index) => `第${index + 1}行`).join('\n');
  const lines = bodyLines(body);
  expect(lines).toHaveLength(42);
  expect([lines[0], lines[1], lines[36], lines.at(-1)]).toEqual([
    '正文  100 行，392 字',
    '  第1行',
    '  ……（中间还有 60 行）',
    '  第100行',
  ]);
  expect(bodyLines('长'.repeat(1000))[1]).toContain('……（这一行共 1000 字）');
});
