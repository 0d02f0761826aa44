/** A draft as a clerk has typed it. */
export interface PicturedDraft {
  readonly category: string;
  readonly type: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One with a deadline that is a day too early, for the picture of a finding. */
export const TENDER: PicturedDraft = {
  category: 'construction',
  type: '招标公告',
  answers: {
    标题: '沿江路路灯改造工程施工招标公告',
    发布时间: '2026-11-23 09:00',
    地区: '荷城街道',
    项目编号: 'GM-JS-2026-901',
    项目名称: '沿江路路灯改造工程',
    招标人: '示例街道建设办公室',
    依法必须招标: '是',
    接受联合体: '否',
    预算金额: '458.6万元',
    文件获取开始: '2026-11-23',
    文件获取结束: '2026-11-30',
    投标截止: '2026-12-12 09:30',
    开标时间: '2026-12-12 09:30',
    联系人: '陈工',
    联系电话: '0757-00000012',
  },
  body: `## 一、招标范围

| 内容 | 数量 | 单位 |
| --- | ---: | --- |
| 更换路灯 | 320 | 盏 |
| 敷设电缆 | 8.6 | 千米 |

## 二、投标人资格要求

投标人须具有城市及道路照明工程专业承包三级及以上资质。
`,
};

/** One that nothing stands against, for the pictures of its way to the site. */
export const NOTICE: PicturedDraft = {
  category: 'general',
  type: '通知',
  answers: {
    标题: '关于元旦期间业务办理安排的通知',
    发布时间: '2026-11-23 09:00',
    发布单位: '示例市公共资源交易中心高明分中心',
  },
  body: '1 月 1 日至 3 日中心不办理现场业务，1 月 4 日起照常办理。\n',
};
