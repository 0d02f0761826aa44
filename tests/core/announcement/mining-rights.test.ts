import { expect, test } from 'vitest';
import { sumOf } from '../../../src/core/announcement/sum.ts';
import { factTables } from '../../../src/site/facts.ts';
import { base, checkTree } from '../fixtures.ts';

const notice = (fields: string) =>
  checkTree({
    ...base,
    'announcements/land/2026/mining.md': `---
标题: 示例区探矿权挂牌出让公告
类别: 土地
类型: 探矿权出让公告
项目编号: GM-KC-2026-01
发布时间: 2026-03-02 09:00
地区: 荷城街道
出让人: 高明区示例自然资源局
出让方式: 挂牌
${fields}
报名截止: 2026-04-03 17:00
挂牌开始: 2026-03-30 09:00
挂牌截止: 2026-04-14 10:00
---

现予公告。
`,
  });

const right = (code: string, price: string) =>
  `  - 编号: "${code}"\n    名称: 示例矿区 ${code}\n    矿种: 铁矿\n    矿业权类别: 探矿权\n    面积: 12.5公顷\n    出让期限: 5年\n    起始价: ${price}\n    保证金: 20万元`;

const codesOf = ({ findings }: ReturnType<typeof notice>) =>
  findings.filter(({ code }) => !code.startsWith('D')).map(({ code }) => code);

test('一份公告出让几个探矿权，逐个列出，起始价加在一起', () => {
  const content = notice(
    `矿业权:\n${['01', '02', '03', '04'].map((code, index) => right(code, `${index + 1}00万元`)).join('\n')}`,
  );
  expect(codesOf(content)).toEqual([]);
  const { announcement } = content.corpus.entries.find(({ id }) => id === 'mining')!;
  expect(factTables(announcement)[0]!.rows).toHaveLength(4);
  expect(sumOf(announcement, 'amount')).toBe(1_000_000_000);
});

test('只有一个的照旧分栏写；少写一栏，指出来', () => {
  const one = '矿种: 铁矿\n矿区面积: 12.5公顷\n矿业权类别: 探矿权\n首次出让期限: 5年\n起始价: 100万元';
  expect(codesOf(notice(one))).toEqual([]);
  expect(codesOf(notice(one.replace('矿区面积: 12.5公顷\n', '')))).toEqual(['F208']);
});
