/** One more call for bids of a buyer that the archive does not know. */
interface Call {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly region: string;
}

/** The file of a call for bids, published on 2026-10-30, whose bids are due on 2026-11-24. */
export const callFor = ({ code, title, region }: Omit<Call, 'id'>): string => `---
标题: ${title}招标公告
类别: 建设工程
类型: 招标公告
发布时间: 2026-10-30 09:00
地区: ${region}
项目编号: ${code}
项目名称: ${title}
招标人: 新增示例建设中心
依法必须招标: 否
招标方式: 公开招标
资金来源: 财政资金
招标范围: 道路改造
预算金额: 286.4万元
工期: 120日历天
资格要求: 市政公用工程施工总承包三级及以上
接受联合体: 否
文件获取开始: 2026-10-30
文件获取结束: 2026-11-06
文件获取方式: 登录示例交易平台免费下载
异议截止: 2026-11-14 10:00
投标截止: 2026-11-24 10:00
开标时间: 2026-11-24 10:00
开标地点: 示例开标室
监督部门: 示例交通运输局
联系人: 梁工（示例）
联系电话: 0757-00000033
---

本公告为虚构。
`;

/** The file of a correction of such a call: everything is a week later. */
export const correctionOf = ({ id, code }: Pick<Call, 'id' | 'code'>): string => `---
标题: ${id}更正公告
类别: 建设工程
类型: 更正公告
关联公告: ${id}
发布时间: 2026-11-01 09:00
项目编号: ${code}
招标人: 新增示例建设中心
更正内容:
  - 字段: 异议截止
    原: 2026-11-14 10:00
    新: 2026-11-21 10:00
  - 字段: 投标截止
    原: 2026-11-24 10:00
    新: 2026-12-01 10:00
  - 字段: 开标时间
    原: 2026-11-24 10:00
    新: 2026-12-01 10:00
原因: 时间安排有变
联系人: 梁工（示例）
联系电话: 0757-00000033
---

其他内容不变。
`;
