import { expect, test } from 'vitest';
import { factLines, factTables } from '../../src/site/facts.ts';
import { searchRecords } from '../../src/site/search.ts';
import { base } from '../core/fixtures.ts';
import { editionFrom } from './edition.ts';

const content = {
  ...base,
  'announcements/general/2026/gm-tz-2026-001.md': `---
标题: 关于清明节期间业务办理安排的通知
类别: 通知公告
类型: 通知
发布时间: 2026-03-30 10:00
发布单位: 示例中心
联系电话: 0757-00000012
其他事项:
  - 名称: 取件窗口
    内容: 三楼 8 号窗
  - 名称: 带什么
    内容: 介绍信
---

4 月 4 日至 6 日中心不办理现场业务。
`,
};

test('其他事项在关键信息里各占一行，用公告自己的名称，联系方式排在最后', () => {
  const edition = editionFrom(content);
  const { announcement, changes } = edition.effective('gm-tz-2026-001');
  const lines = factLines(edition, announcement, changes).map(({ label, text }) => `${label}：${text}`);
  expect(lines.slice(1)).toEqual([
    '发布单位：示例中心',
    '取件窗口：三楼 8 号窗',
    '带什么：介绍信',
    '联系电话：0757-00000012',
  ]);
  expect(factTables(announcement)).toEqual([]);
});

test('其他事项搜得到', () => {
  const { sections } = searchRecords(editionFrom(content)).find(({ id }) => id === 'gm-tz-2026-001')!;
  expect(sections).toContain('取件窗口 三楼 8 号窗');
});
