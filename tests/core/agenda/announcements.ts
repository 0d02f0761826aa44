import { base, type Tree } from '../fixtures.ts';

const folder = 'announcements/construction/2026';

/** A later announcement about the tender of the base content, as a clerk writes it. */
export const later = (id: string, type: string, publishedAt: string, fields: string): Tree => ({
  [`${folder}/${id}.md`]: `---
标题: 沿江路市政道路改造工程${type}
类别: 建设工程
类型: ${type}
项目编号: GM-JS-2026-001
发布时间: ${publishedAt}
招标人: 高明区示例街道建设办公室
关联公告: tender
${fields.trim()}
---

现予公布。
`,
});

/** A correction of one field of the tender. */
export const move = (id: string, publishedAt: string, field: string, from: string, to: string): Tree =>
  later(
    id,
    '更正公告',
    publishedAt,
    `原因: 图纸调整\n更正内容:\n  - 字段: ${field}\n    原: ${from}\n    新: ${to}`,
  );

export const suspension = later(
  'suspension',
  '暂停公告',
  '2026-03-12 09:00',
  '暂停时间: 2026-03-12 09:00\n原因: 核实异议',
);
export const termination = later('termination', '终止公告', '2026-03-20 09:00', '原因: 规划调整');
export const failure = later('failure', '流标公告', '2026-03-26 09:00', '原因: 投标人少于三个');

/** The tender of the base content with a place and an hour of opening, and what came after it. */
export function tenderAnd(...trees: readonly Tree[]): Tree {
  const file = `${folder}/tender.md`;
  const tender = String(base[file]).replace(
    '资格要求',
    '开标时间: 2026-03-25 09:30\n开标地点: 示例交易中心 301 开标室\n资格要求',
  );
  return Object.assign({}, base, { [file]: tender }, ...trees) as Tree;
}

/** The same files, each with its withdrawal 撤下 written at the end of its fields. */
export const withdrawn = (tree: Tree, at: string, reason = '项目信息有误', basis?: string): Tree => {
  const words = `撤下:\n  - 时间: ${at}\n    原因: ${reason}${basis === undefined ? '' : `\n    依据: ${basis}`}`;
  return Object.fromEntries(
    Object.entries(tree).map(([file, text]) => [file, String(text).replace('\n---\n', `\n${words}\n---\n`)]),
  );
};

/** The tender of `tenderAnd` alone. */
export const tenderFile = (): Tree => {
  const file = `${folder}/tender.md`;
  return { [file]: tenderAnd()[file]! };
};
