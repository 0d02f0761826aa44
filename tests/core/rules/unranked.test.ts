import { describe, expect, test } from 'vitest';
import { factTables } from '../../../src/site/facts.ts';
import { base, checkTree, type Tree } from '../fixtures.ts';

const candidates = (...ranks: readonly (string | undefined)[]): Tree => ({
  ...base,
  'announcements/construction/2026/candidates.md': `---
标题: 沿江路市政道路改造工程中标候选人公示
类别: 建设工程
类型: 中标候选人公示
关联公告: tender
项目编号: GM-JS-2026-001
发布时间: 2026-03-28 09:00
招标人: 高明区示例街道建设办公室
中标候选人:
${ranks
  .map(
    (rank, index) =>
      `  - 名称: 示例${'甲乙丙丁戊'[index]!}公司${rank === undefined ? '' : `\n    排名: ${rank}`}`,
  )
  .join('\n')}
公示开始: 2026-03-28
公示结束: 2026-04-07
异议渠道: 公示期内以书面形式向招标人提出，电话 0757-00000012
---

现予公布。
`,
});

const award = (winner: string): Tree => ({
  'announcements/construction/2026/award.md': `---
标题: 沿江路市政道路改造工程中标结果公告
类别: 建设工程
类型: 中标结果公告
关联公告: candidates
项目编号: GM-JS-2026-001
发布时间: 2026-04-10 09:00
招标人: 高明区示例街道建设办公室
中标人: ${winner}
中标价: 341.2万元
---

现予公布。
`,
});

const codesOf = (tree: Tree): readonly string[] =>
  checkTree(tree)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);

describe('中标候选人不排名次（评定分离、排序不分先后）', () => {
  test('全部不写排名，可以发布，超过三个也可以', () => {
    expect(codesOf(candidates(undefined, undefined))).toEqual([]);
    expect(codesOf(candidates(undefined, undefined, undefined, undefined, undefined))).toEqual([]);
  });

  test('网页上没有排名这一列', () => {
    const { corpus } = checkTree(candidates(undefined, undefined));
    const { announcement } = corpus.entries.find(({ id }) => id === 'candidates')!;
    expect(factTables(announcement)[0]!.head).toEqual(['名称']);
  });

  test('中标人是哪一个候选人都可以，不问为什么不是第一名', () => {
    expect(codesOf({ ...candidates(undefined, undefined), ...award('示例乙公司') })).toEqual([]);
  });

  test('有的写、有的不写，是漏了', () => {
    expect(codesOf(candidates('1', undefined, '2'))).toEqual(['D129']);
  });

  test('写了排名的，仍然不能超过三个、不能跳号', () => {
    expect(codesOf(candidates('1', '2', '3', '4'))).toEqual(['D129']);
    expect(codesOf(candidates('1', '3'))).toEqual(['D129']);
  });
});
