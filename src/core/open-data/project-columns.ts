import { factOf, type Values } from '../announcement/fact.ts';
import { dayOf } from '../announcement/instant.ts';
import { partyIn } from '../announcement/party.ts';
import { unitsOf } from '../announcement/parties-of.ts';
import { PRICE_KINDS } from '../announcement/price-kind.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Stage } from '../announcement/type.ts';
import { daysBetween } from '../calendar.ts';
import type { Row } from '../listing.ts';
import type { CourseState } from '../project/course.ts';
import type { TableCell, TableColumn } from '../table.ts';
import { ABOVE, type LotLine } from './lot-lines.ts';

interface Column extends TableColumn {
  help: string;
  valueIn: (line: LotLine, urlOf: (id: string) => string) => TableCell;
}

/** Where a lot stands, in the words of the table. */
const STATES: Readonly<Record<CourseState, string>> = {
  planned: '计划',
  called: '已公告',
  suspended: '中止',
  evaluated: '已评审',
  won: '已成交',
  overturned: '结果被处理决定改变',
  failed: '流标',
  terminated: '终止',
  retendered: '已重新招标',
  continued: '由后一个公告接着办',
  contracted: '已签合同',
  'contract-ended': '合同终止',
  performed: '已履约',
  archived: '见存量公告',
};

const callOf = ({ matter }: LotLine): Row => matter.members[0].row;

/** The last call of the matter that has a deadline, which is the one in force. */
const lastCallOf = ({ matter }: LotLine): Row | undefined =>
  matter.members.findLast(({ row }) => row.stage === 'call' && row.deadline)?.row;

const idsOf = ({ matter }: LotLine, stages: readonly Stage[]): readonly string[] =>
  matter.members.filter(({ row }) => stages.includes(row.stage)).map(({ row }) => row.id);

/** The columns of `projects-<year>.csv` in their order. New ones go to the end: programs may count on places. */
export const projectColumns: readonly Column[] = [
  {
    heading: '项目编号',
    help: '是文字，前面的零要留着；公告没有编号的空着。',
    valueIn: (line) => callOf(line).projectCode,
  },
  {
    heading: '标段、包、地块、标的',
    help: '它的编号，是文字；不分标段的空着。一个标段一行。',
    valueIn: ({ lot }) => lot,
  },
  { heading: '标段名称', help: '标段、包、地块、标的的名称或者位置。', valueIn: ({ name }) => name },
  { heading: '公告标识', help: '招标、采购、出让或者转让公告的标识。', valueIn: (line) => callOf(line).id },
  { heading: '网址', help: '那份公告的网页。', valueIn: (line, urlOf) => urlOf(callOf(line).id) },
  { heading: '标题', help: '那份公告的全称。', valueIn: (line) => callOf(line).title },
  { heading: '类别', help: '业务类型。', valueIn: (line) => callOf(line).categoryTerm },
  { heading: '类型', help: '那份公告的种类。', valueIn: (line) => callOf(line).typeTerm },
  { heading: '地区', help: '项目所在的镇街。', valueIn: (line) => callOf(line).region },
  {
    heading: '发起方',
    help: '招标人、采购人、出让人、转让方。',
    valueIn: (line) => callOf(line).principal?.text,
  },
  {
    heading: '代理机构',
    help: '招标代理、采购代理、拍卖人。',
    valueIn: ({ matter }) => factOf(matter.members[0].announcement, 'agency')?.text,
  },
  {
    heading: '状态',
    help: `这个标段走到哪一步，按已经发布的公告：${Object.values(STATES).slice(1).join('、')}。`,
    valueIn: ({ step }) => STATES[step.state],
  },
  {
    heading: '状态时间',
    kind: 'moment',
    help: '使它走到这一步的公告的发布时间。',
    valueIn: ({ step }) => step.at,
  },
  {
    heading: '发布时间',
    kind: 'moment',
    help: '那份公告第一次发布的时间；表按它的年份分。',
    valueIn: (line) => callOf(line).publishedAt,
  },
  {
    heading: '截止时间',
    kind: 'moment',
    help: '现在有效的截止时间。',
    valueIn: (line) => lastCallOf(line)?.deadline?.value,
  },
  {
    heading: '原截止时间',
    kind: 'moment',
    help: '第一次公布的截止时间；没有更正过就空着。',
    valueIn: (line) => lastCallOf(line)?.deadline?.was,
  },
  {
    heading: '留给投标的天数',
    kind: 'number',
    help: '从发布那天数到有效的截止那天，发布当天不算。',
    valueIn: (line) => {
      const call = lastCallOf(line);
      return call && daysBetween(dayOf(call.publishedAt), dayOf(call.deadline!.value));
    },
  },
  {
    heading: '开标（竞价）时间',
    kind: 'moment',
    help: '现在有效的开标、拍卖或者竞价时间。',
    valueIn: (line) => lastCallOf(line)?.opening?.value,
  },
  {
    heading: '预算、起始价（元）',
    kind: 'money',
    help: `写明总价才有；几个标段合写一笔的，写在第一行，其余的行空着。状态是“${STATES.continued}”“${STATES.retendered}”的，后面的行会再写一次，加预算时去掉。`,
    valueIn: ({ amount }) => amount?.fen,
  },
  {
    heading: '预算、起始价种类',
    help: `${PRICE_KINDS.total}或者别的种类；“${ABOVE}”是几个标段合写一笔。`,
    valueIn: ({ amount }) => amount?.kind,
  },
  {
    heading: '预算、起始价原文',
    help: '不是简单总价的，照公告印。',
    valueIn: ({ amount }) => amount?.words,
  },
  {
    heading: '最高限价（元）',
    kind: 'money',
    help: '招标、采购公告写明的最高限价；整个项目一笔的，写在第一行。',
    valueIn: ({ ceilingFen }) => ceilingFen,
  },
  {
    heading: '参加家数',
    kind: 'number',
    help: '开标记录、结果或者流标公告写明的家数；没有写的空着。',
    valueIn: ({ bidders }) => bidders,
  },
  {
    heading: '中标（成交）人',
    help: '照公告写；结果后来终止、流标、重新招标或者被处理决定改变的空着。',
    valueIn: ({ winner }) => winner,
  },
  {
    heading: '中标（成交）单位',
    help: '联合体的成员各写一个，用分号隔开；成交价不能按成员重复加。',
    valueIn: ({ winner }) => winner && unitsOf([partyIn(winner)]).join('；'),
  },
  {
    heading: '成交价（元）',
    kind: 'money',
    help: `只有“成交价种类”是“${PRICE_KINDS.total}”的才有，所以整列可以直接相加，也可以按中标人相加。`,
    valueIn: ({ price }) => price?.fen,
  },
  {
    heading: '成交价种类',
    help: `${Object.values(PRICE_KINDS).join('、')}；按年、按月、按面积计的写作“单价（每月）”；“${ABOVE}”是几个标段合写一笔。`,
    valueIn: ({ price }) => price?.kind,
  },
  {
    heading: '成交价原文',
    help: '不是简单总价的，照公告印。',
    valueIn: ({ price }) => price?.words,
  },
  { heading: '结果公告', help: '公布结果的公告的标识。', valueIn: ({ result }) => result?.id },
  {
    heading: '结果时间',
    kind: 'moment',
    help: '结果公告发布的时间。',
    valueIn: ({ result }) => result?.publishedAt,
  },
  {
    heading: '合同金额（元）',
    kind: 'money',
    help: '合同公告写明总价的才有，合同变更过的按变更后的；几个标段签一份合同的，写在第一行。',
    valueIn: ({ contractFen }) => contractFen,
  },
  {
    heading: '合同公告',
    help: '合同公告（变更过的，是变更公告）的标识。',
    valueIn: ({ contract }) => contract?.id,
  },
  {
    heading: '更正次数',
    kind: 'number',
    help: '更正、变更、延期公告有几份。',
    valueIn: (line) => idsOf(line, ['correction']).length,
  },
  {
    heading: '更正、中止、恢复和投诉处理公告',
    help: '它们的标识，先后排列，用空格隔开。',
    valueIn: (line) => idsOf(line, ['correction', 'suspension', 'resumption', 'dispute']).join(' '),
  },
  {
    heading: '接在哪份公告之后',
    help: '重新招标的，写前一次的流标、终止或者结果公告的标识。',
    valueIn: ({ matter }) => matter.course.after,
  },
  {
    heading: '截止种类',
    help: '哪一种截止：投标截止、响应截止、报名截止、挂牌截止等。',
    valueIn: (line) => lastCallOf(line)?.deadline?.label,
  },
  {
    heading: '方式',
    help: '招标、采购、出让、交易的方式；公告的种类已经说明的空着。',
    valueIn: ({ matter }) => printedIn(matter.members[0].announcement, 'method'),
  },
  {
    heading: '品目类别',
    help: '政府采购的货物、工程、服务。',
    valueIn: ({ matter }) => printedIn(matter.members[0].announcement, 'procurementKind'),
  },
  {
    heading: '专门面向中小企业',
    help: '公告写明的，是或者否。',
    valueIn: ({ matter }) => printedIn(matter.members[0].announcement, 'smeOnly'),
  },
  {
    heading: '统一交易标识码',
    help: '上级平台赋的标识码，是文字。',
    valueIn: ({ matter }) => printedIn(matter.members[0].announcement, 'unifiedDealCode'),
  },
  {
    heading: '关联公告',
    help: '公告写明接着的前一份公告的标识：招标计划、采购意向、预披露，或者前一次的流标公告。',
    valueIn: ({ matter }) => printedIn(matter.members[0].announcement, 'related'),
  },
];

/** A field of an announcement as a page prints it. */
function printedIn(announcement: Announcement, key: string): string | undefined {
  const value = (announcement as unknown as Values)[key];
  const field = formOf(typeOf(announcement.category, announcement.type)).find((one) => one.key === key);
  return value === undefined ? undefined : field?.kind?.print(value);
}

/** What of the table may be added up, and what not. */
export const PROJECT_SUMS: readonly string[] = [
  '“成交价（元）”整列可以直接相加，也可以按“中标（成交）人”相加：一笔成交只写在一行，单价、费率不在里面。',
  '“合同金额（元）”也可以相加；它和成交价说的是同一笔钱，不要加在一起。',
  `加预算时，去掉状态是“${STATES.continued}”和“${STATES.retendered}”的行；土地、产权的成交是收入，不要和招标、采购的支出相加。`,
];

/** The cells of one line; what it does not have is absent. */
export const projectCells = (line: LotLine, urlOf: (id: string) => string): readonly TableCell[] =>
  projectColumns.map(({ valueIn }) => valueIn(line, urlOf));
