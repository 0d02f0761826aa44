/** A form of a body that the handbook explains, with what is written to have it. */
interface BodyForm {
  /** Of its picture, `docs/handbook/body-NAME.png`. */
  name: string;
  /** What the picture shows, for who does not see it; it begins with the name of the row. */
  alt: string;
  body: string;
}

/** The forms in the order of the handbook's table. `图.png` stands for an image that is there. */
export const BODY_FORMS: readonly BodyForm[] = [
  {
    name: 'paragraphs',
    alt: '分段：两段文字，中间有空当',
    body: '投标文件逾期送达的，不予受理。\n\n开标时请核对门牌上的项目名称。',
  },
  {
    name: 'lines',
    alt: '换行：三行文字，一行在一行下面，行首齐平',
    body: '联系人：麦工（示例）\n    电话：0757-00000012\n　　地址：荷城街道示例路 1 号',
  },
  {
    name: 'headings',
    alt: '小标题：大一号的“一、招标条件”，下面小一级的“（一）批准文件”，再下面是一行文字“#1楼”',
    body: '## 一、招标条件\n\n### （一）批准文件\n\n#1楼服务大厅受理。',
  },
  {
    name: 'numbers',
    alt: '编号：1.、（二）、三、和 ④ 开头的四行，编号照写的印',
    body: '1.具备独立承担民事责任的能力\n（二）有良好的商业信誉\n三、没有重大违法记录\n④ 不接受联合体',
  },
  {
    name: 'list',
    alt: '列表：两项前面各有圆点，下面一行“-5℃”照印',
    body: '- 营业执照\n- 授权委托书\n\n-5℃ 以下不施工。',
  },
  {
    name: 'bold',
    alt: '加粗：“不接受”三个字是粗体',
    body: '本项目**不接受**联合体投标，尺寸 200*300*15。',
  },
  {
    name: 'table',
    alt: '表格：有格线，表头两列，数字一列靠右，有一格空着',
    body: '| 标段 | 预算金额 |\n| --- | ---: |\n| 道路工程 | 300万元 |\n| 照明工程 | 58.6万元 |\n| 绿化工程 | |',
  },
  {
    name: 'rows',
    alt: '与上面一格合并：“三楼”一格占两行',
    body: '| 楼层 | 房间 |\n| --- | --- |\n| 三楼 | 301 |\n| ^^ | 302 |',
  },
  {
    name: 'columns',
    alt: '与左边一格合并：“合计”一格占两列',
    body: '| 包 | 名称 | 金额 |\n| --- | --- | ---: |\n| 01 | 电脑 | 60万元 |\n| 合计 || 60万元 |',
  },
  {
    name: 'link',
    alt: '链接：“投标指南”四个字和一个网址有下划线，可以点',
    body: '怎样投标见[投标指南](/bidding/)，网址 <https://www.example.gov.cn>。',
  },
  {
    name: 'image',
    alt: '图片：一张示意图，标出三楼的四间开标室',
    body: '![三楼开标室位置](图.png)',
  },
  {
    name: 'rule',
    alt: '横线：两段文字之间一条横线',
    body: '以上为公告全文。\n\n---\n\n附：预约办法',
  },
];
