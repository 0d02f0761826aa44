import { CATEGORIES } from '../announcement/category.ts';
import type { Field, Role } from '../announcement/field.ts';
import { isWinner, partiesOf, unitsOf } from '../announcement/parties-of.ts';
import { PRICE_KINDS, priceKindsOf } from '../announcement/price-kind.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { formOf, typeOf, types, type Announcement } from '../announcement/schema.ts';
import { pricesOf, sumOf } from '../announcement/sum.ts';
import type { Fact } from '../announcement/fact.ts';
import type { Row } from '../listing.ts';
import type { Events } from '../project.ts';
import type { TableCell, TableColumn } from '../table.ts';

/** What one line of the yearly table is made from. */
interface Line {
  row: Row;
  url: string;
  /** With all corrections applied. */
  announcement: Announcement;
  agency: Fact | undefined;
  events: Events;
}

interface Column extends TableColumn {
  help: string;
  valueIn: (line: Line) => TableCell;
}

const fields: readonly Field[] = types.flatMap(formOf);

/** The term of a field that all forms share. */
const labelOf = (key: string): string => fields.find((field) => field.key === key)!.label;

/** Every term under which the forms ask for what plays a role: 招标人、采购人、出让人. */
const termsOf = (role: Role): string =>
  [...new Set(fields.filter((field) => field.role === role).map(({ label }) => label))].join('、');

/** The columns of `announcements-<year>.csv` in their order. New ones go to the end: programs may count on places. */
export const columns: readonly Column[] = [
  { heading: '公告标识', help: '公告网址里的名称，永久不变。', valueIn: ({ row }) => row.id },
  { heading: '网址', help: '公告的网页；把末尾的 / 换成 .json 就是全部数据。', valueIn: ({ url }) => url },
  { heading: labelOf('title'), help: '公告的全称。', valueIn: ({ row }) => row.title },
  {
    heading: labelOf('category'),
    help: `${Object.values(CATEGORIES).join('、')}之一。`,
    valueIn: ({ row }) => row.categoryTerm,
  },
  {
    heading: labelOf('type'),
    help: '公告的种类，按法定的名称；从旧网站迁移、栏目不全的是“存量公告”。',
    valueIn: ({ announcement: { category, type } }) => typeOf(category, type).term,
  },
  {
    heading: labelOf('projectCode'),
    help: '同一项目的公告用同一个编号；是文字，前面的零要留着。',
    valueIn: ({ row }) => row.projectCode,
  },
  { heading: labelOf('region'), help: '项目所在的镇街。', valueIn: ({ row }) => row.region },
  {
    heading: labelOf('publishedAt'),
    kind: 'moment',
    help: '第一次发布的时间。',
    valueIn: ({ row }) => row.publishedAt,
  },
  { heading: '发起方', help: `${termsOf('principal')}。`, valueIn: ({ row }) => row.principal?.text },
  { heading: '代理机构', help: `${termsOf('agency')}。`, valueIn: ({ agency }) => agency?.text },
  {
    heading: '截止种类',
    help: `哪一种截止：${termsOf('deadline')}。`,
    valueIn: ({ row }) => row.deadline?.label,
  },
  {
    heading: '截止时间',
    kind: 'moment',
    help: '现在有效的截止时间，更正已经算在内。',
    valueIn: ({ row }) => row.deadline?.value,
  },
  {
    heading: '原截止时间',
    kind: 'moment',
    help: '第一次公布的截止时间；没有更正过就空着。',
    valueIn: ({ row }) => row.deadline?.was,
  },
  {
    heading: '开标（竞价）时间',
    kind: 'moment',
    help: `${termsOf('opening')}。`,
    valueIn: ({ row }) => row.opening?.value,
  },
  {
    heading: '公示开始',
    kind: 'day',
    help: '公示的第一天。',
    valueIn: ({ row }) => row.publicity?.from,
  },
  {
    heading: '公示结束',
    kind: 'day',
    help: '公示的最后一天。',
    valueIn: ({ row }) => row.publicity?.until,
  },
  {
    heading: '金额种类',
    help: `哪一种金额：${termsOf('amount')}。`,
    valueIn: ({ row }) => row.amount?.label,
  },
  {
    heading: '预算、起始价（元）',
    kind: 'money',
    help: '以元为单位的小数，没有正负号；分地块、分标的写的是合计。',
    valueIn: ({ row, announcement }) => sumIn(row.amount) ?? sumOfParts(row, announcement, 'amount'),
  },
  {
    heading: labelOf('priceUnit'),
    help: '产权的金额按什么计：总价、每年、每月或者按面积；空着是总价。',
    valueIn: ({ row, announcement }) =>
      !row.withdrawn && 'priceUnit' in announcement && announcement.priceUnit
        ? printed('priceUnit', announcement.priceUnit)
        : undefined,
  },
  { heading: '中标（成交）人', help: `${termsOf('winner')}。`, valueIn: ({ row }) => row.winner?.text },
  {
    heading: '成交价（元）',
    kind: 'money',
    help: `${termsOf('price')}；以元为单位的小数，没有正负号。`,
    valueIn: ({ row, announcement }) => sumIn(row.price) ?? sumOfParts(row, announcement, 'price'),
  },
  {
    heading: '更正公告',
    help: '更正了它的公告的标识，先后排列，用空格隔开。',
    valueIn: ({ events }) => events.corrected.join(' '),
  },
  {
    heading: '暂停公告',
    help: '暂停了它的公告的标识；已经恢复的空着。',
    valueIn: ({ events }) => events.suspended,
  },
  { heading: '终止公告', help: '终止了它的公告的标识。', valueIn: ({ events }) => events.terminated },
  { heading: '流标公告', help: '宣布它流标的公告的标识。', valueIn: ({ events }) => events.failed },
  { heading: '结果公告', help: '公布它的结果的公告的标识。', valueIn: ({ events }) => events.result },
  {
    heading: '撤下时间',
    kind: 'moment',
    help: '公告已经撤下的，写撤下的时间；它的截止、开标、公示、金额和成交各栏空着，不要算进合计。',
    valueIn: ({ row }) => row.withdrawn?.at,
  },
  { heading: '撤下原因', help: '为什么撤下。', valueIn: ({ row }) => row.withdrawn?.reason },
  {
    heading: labelOf('otherFacts'),
    help: '没有专门栏目的内容，写成“名称：内容”，几项之间用分号隔开；撤下的空着。',
    valueIn: ({ row, announcement }) =>
      row.withdrawn
        ? undefined
        : announcement.otherFacts?.map(({ name, content }) => `${name}：${content}`).join('；'),
  },
  {
    heading: '预算、起始价的单价或者费率',
    help: '不是一笔确定的总数的写在这里，照公告印：单价、费率、下浮率、分项报价、带“约”的；不能相加，前面的元数空着。总数带说明（含税、暂定）的，元数照写，这里再写一遍连同说明。',
    valueIn: ({ row }) => wordsOf(row.amount),
  },
  {
    heading: '成交单价或者费率',
    help: '不是一笔确定的总数的写在这里，照公告印：单价、费率、下浮率、分项报价、带“约”的；不能相加，前面的元数空着。总数带说明（含税、暂定）的，元数照写，这里再写一遍连同说明。',
    valueIn: ({ row }) => wordsOf(row.price),
  },
  {
    heading: '中标（成交）单位',
    help: '中标（成交）的每一个单位，联合体的成员各算一个，分标段、地块、标的的也在内，用分号隔开。',
    valueIn: ({ row, announcement }) =>
      row.withdrawn ? undefined : unitsOf(partiesOf(announcement, isWinner)).join('；'),
  },
  {
    heading: '联合体牵头人',
    help: '中标（成交）的是联合体、公告又写明由谁牵头的，写牵头的单位。',
    valueIn: ({ row, announcement }) =>
      row.withdrawn
        ? undefined
        : partiesOf(announcement, isWinner)
            .flatMap(({ leader }) => leader ?? [])
            .join('；'),
  },
  {
    heading: '成交价种类',
    help: `${Object.values(PRICE_KINDS).join('、')}，按年、按月、按面积计的写作“单价（每月）”；分标段、地块、标的而种类不同的，用顿号隔开。只有写着“${PRICE_KINDS.total}”的行，成交价才能相加。`,
    valueIn: ({ row, announcement }) =>
      row.withdrawn
        ? undefined
        : priceKindsOf(pricesOf(announcement, 'price'), priceUnitOf(announcement)).join('、'),
  },
  {
    heading: labelOf('formerType'),
    help: '存量公告在旧网站上的种类，照旧网站的字。',
    valueIn: ({ announcement }) => ('formerType' in announcement ? announcement.formerType : undefined),
  },
  {
    heading: labelOf('originalHash'),
    help: '从旧网站迁移的，旧网页的 SHA-256。',
    valueIn: ({ announcement }) => announcement.originalHash,
  },
];

/** What of the table may be added up, and what not. */
export const SUMS: readonly string[] = [
  `能相加的只有“成交价种类”是“${PRICE_KINDS.total}”的行；单价、费率、下浮率和折扣不是一笔钱，加起来没有意义。`,
  '一行是一份公告，同一项目的结果、合同和合同变更各占一行，写的是同一笔钱：只加一种公告，例如只加中标结果。',
  '重新招标的项目有几份招标公告，预算各写一次；终止、流标、撤下的没有成交。要数项目、按中标人加成交价，用项目表。',
];

/** Money of a row, where it is a sum. */
const sumIn = (fact: Fact | undefined): number | undefined =>
  typeof fact?.value === 'number' ? fact.value : undefined;

const sumOfParts = (row: Row, announcement: Announcement, role: 'amount' | 'price'): number | undefined =>
  row.withdrawn ? undefined : sumOf(announcement, role);

const wordsOf = (fact: Fact | undefined): string | undefined => fact?.price?.words;

const printed = (key: string, value: unknown): string =>
  fields.find((field) => field.key === key)!.kind!.print(value);

/** The cells of one announcement; what it does not have is absent. */
export const cellsOf = (line: Line): readonly TableCell[] => columns.map(({ valueIn }) => valueIn(line));
