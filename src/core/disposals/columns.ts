import type { TableCell, TableColumn } from '../table.ts';
import { DATES, PRICES, PRICE_UNITS, STAGES, type Disposal, type DisposalPrice } from './disposal.ts';
import { amountOf } from './document.ts';
import { KINDS } from './rows.ts';

interface Column extends TableColumn {
  help: string;
  valueIn: (disposal: Disposal, urlOf: (id: string) => string) => TableCell;
}

/** The columns of `disposals-<year>.csv` in their order. New ones go to the end: programs may count on places. */
export const disposalColumns: readonly Column[] = [
  { heading: '标识', help: '永久不变；一宗地块、一个矿业权、一项标的一行。', valueIn: ({ id }) => id },
  { heading: '公告标识', help: '出让、转让、出租公告的标识。', valueIn: ({ announcement }) => announcement },
  { heading: '网址', help: '那份公告的网页。', valueIn: ({ announcement }, urlOf) => urlOf(announcement) },
  { heading: '标题', help: '那份公告的全称。', valueIn: ({ title }) => title },
  { heading: '种类', help: `${Object.values(KINDS).join('、')}。`, valueIn: ({ kind }) => KINDS[kind] },
  {
    heading: '状态',
    help: `按已经发布的公告：${Object.values(STAGES).join('、')}。`,
    valueIn: ({ stage }) => STAGES[stage],
  },
  {
    heading: '项目编号',
    help: '是文字，前面的零要留着。',
    valueIn: ({ projectCode }) => projectCode ?? undefined,
  },
  { heading: '地区', help: '所在的镇街。', valueIn: ({ region }) => region ?? undefined },
  {
    heading: '转让方',
    help: '转让方、出让人、出租方；增资的是标的企业。价款由受让方付给它，是它的收入。',
    valueIn: ({ transferor }) => transferor?.name,
  },
  {
    heading: '受让方',
    help: '受让方、竞得人、承租方、投资方，以有效的结果为准。',
    valueIn: ({ transferee }) => transferee?.name,
  },
  {
    heading: '受让方单位',
    help: '联合体的成员各写一个，用分号隔开；成交价不能按成员重复加。',
    valueIn: ({ transferee }) => transferee?.members.join('；'),
  },
  {
    heading: '拟受让方',
    help: '协议出让、转让公示里写明的，还没有结果。',
    valueIn: ({ proposedTransferee }) => proposedTransferee?.name,
  },
  { heading: '方式', help: '挂牌、拍卖、协议、网络竞价等。', valueIn: ({ method }) => method?.term },
  {
    heading: '编号',
    help: '地块、矿业权、标的的编号，是文字。',
    valueIn: ({ object }) => object?.code ?? undefined,
  },
  {
    heading: '名称',
    help: '标的名称；股权和增资的是标的企业。',
    valueIn: ({ object }) => object?.name ?? undefined,
  },
  { heading: '位置', help: '四至、路名或者所在地。', valueIn: ({ object }) => object?.location ?? undefined },
  { heading: '面积', kind: 'number', help: '照公告的数。', valueIn: (disposal) => areaOf(disposal)?.value },
  {
    heading: '面积单位',
    help: '平方米、公顷、亩、平方公里。',
    valueIn: (disposal) => AREA_UNITS[areaOf(disposal)?.unit ?? ''],
  },
  { heading: '用途', help: '规划用途。', valueIn: ({ object }) => object?.use ?? undefined },
  {
    heading: '年限（月）',
    kind: 'number',
    help: '使用年限、出让期限、租期，按月。',
    valueIn: ({ object }) => object?.termMonths ?? undefined,
  },
  {
    heading: '年限原文',
    help: '不是一个月数的，照公告写。',
    valueIn: ({ object }) => object?.termText ?? undefined,
  },
  { heading: '矿种', help: '矿业权的矿种。', valueIn: ({ object }) => object?.mineral ?? undefined },
  {
    heading: '转让比例（%）',
    kind: 'number',
    help: '转让的股权比例。',
    valueIn: ({ object }) => object?.shareRatio ?? undefined,
  },
  ...priceColumns('start'),
  ...priceColumns('appraisal'),
  ...priceColumns('deposit'),
  ...priceColumns('final'),
  ...Object.entries(DATES).map(([key, { title, kind }]): Column => ({
    heading: title,
    kind,
    help: kind === 'day' ? '更正已经算在内。' : '北京时间，更正已经算在内。',
    valueIn: ({ dates }) => dates?.[key as keyof typeof DATES] ?? undefined,
  })),
  {
    heading: '接在哪份公告之后',
    help: '重新公告的，前一次的流标、终止或者结果公告的标识。',
    valueIn: ({ offeredBefore }) => offeredBefore ?? undefined,
  },
  {
    heading: '重新公告',
    help: '没有成交、后来重新公告的，那份公告的标识。',
    valueIn: ({ offeredAgain }) => offeredAgain ?? undefined,
  },
  {
    heading: '全部公告',
    help: '属于它的公告的标识，先后排列，用空格隔开。',
    valueIn: ({ announcements }) => announcements.join(' '),
  },
];

/** What of the table may be added up, and what not. */
export const DISPOSAL_SUMS: readonly string[] = [
  '“成交价（元）”整列可以直接相加：一笔成交只写在一行；按年、按月、按面积计的租金不在里面，写在“成交价单价（元）”。',
  '这里的价款由受让方付给转让方，是转让方的收入，不要和招标、采购的支出相加。',
  '没有成交又重新公告的另起一行，前一行的“重新公告”不是空的：加起始价时去掉这样的行。',
];

/** A sum in one column, what is reckoned by something in another, and the words; so that no rent is added to a sale. */
function priceColumns(key: keyof typeof PRICES): readonly Column[] {
  const title = PRICES[key];
  const priceOf = ({ price }: Disposal): DisposalPrice | undefined => price?.[key] ?? undefined;
  return [
    {
      heading: `${title}（元）`,
      kind: 'money',
      help: '总价才有，可以相加；几宗合写一笔的，写在第一行。',
      valueIn: (disposal) => {
        const price = priceOf(disposal);
        return price?.unit === 'total' ? price.fen : undefined;
      },
    },
    {
      heading: `${title}单价（元）`,
      kind: 'number',
      help: '按年、按月、按面积计的，不能相加。',
      valueIn: (disposal) => {
        const price = priceOf(disposal);
        return price && price.unit !== 'total' ? amountOf(price) : undefined;
      },
    },
    {
      heading: `${title}计价`,
      help: `${Object.values(PRICE_UNITS).join('、')}。`,
      valueIn: (disposal) => {
        const price = priceOf(disposal);
        return price && PRICE_UNITS[price.unit];
      },
    },
    {
      heading: `${title}原文`,
      help: '照公告印；几宗合写一笔的写明几宗。',
      valueIn: (disposal) => {
        const price = priceOf(disposal);
        return price && `${price.text}${price.together > 1 ? `（${price.together} 宗合计）` : ''}`;
      },
    },
  ];
}

const AREA_UNITS: Readonly<Record<string, string>> = { m2: '平方米', ha: '公顷', mu: '亩', km2: '平方公里' };

const areaOf = ({ object }: Disposal): { value: string; unit: string } | undefined =>
  (object?.area as { value: string; unit: string } | null | undefined) ?? undefined;

/** The cells of one disposal; what it does not have is absent. */
export const disposalCells = (disposal: Disposal, urlOf: (id: string) => string): readonly TableCell[] =>
  disposalColumns.map(({ valueIn }) => valueIn(disposal, urlOf));
