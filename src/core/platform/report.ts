import { nameOfSource, type MappedTable, type Mapping } from './mapping.ts';
import type { Gap } from './rows.ts';

/** What came of one table. */
export interface TableOutcome {
  table: MappedTable;
  rows: number;
  gaps: readonly Gap[];
  /** The terms of our fields that are stated and that no column of the table takes, with how often. */
  without: ReadonlyMap<string, number>;
}

/** Announcements that no table takes, and why. */
interface LeftOut {
  withdrawn: readonly string[];
  legacy: readonly string[];
  /** By the term of their type, how many. */
  without: ReadonlyMap<string, number>;
}

/** The report for the IT person: 能填, 缺, 无处可填. */
export function toReport(
  { 名称, 状态 }: Mapping,
  since: string,
  outcomes: readonly TableOutcome[],
  left: LeftOut,
): string {
  return [
    `上报文件的报告：${名称}`,
    ...(状态 === '已确认' ? [] : [`注意：对应表“${状态}”，文件只供核对，不要直接上报。`]),
    `从 ${since} 起发布或者改动过的公告。`,
    ...outcomes.flatMap(tableLines),
    ...leftLines(left),
    '',
  ].join('\n');
}

function tableLines({ table, rows, gaps, without }: TableOutcome): readonly string[] {
  const missing = Map.groupBy(gaps, ({ column }) => column);
  const full = table.栏.filter(({ 名称 }) => !missing.has(名称));
  return [
    '',
    `== ${table.名称} ${table.标题}：${rows} 行 ==`,
    ...(rows === 0
      ? ['没有这样的公告。']
      : [
          `能填：${full.map(({ 名称, 说明 }) => `${名称}（${说明}）`).join('、') || '没有'}`,
          missing.size === 0 ? '缺：没有' : '缺：',
          ...[...missing].flatMap(([name, own]) => gapLines(table, name, own, rows)),
          `无处可填：${countsIn(without) || '没有'}`,
        ]),
  ];
}

function gapLines({ 栏 }: MappedTable, name: string, gaps: readonly Gap[], rows: number): readonly string[] {
  const { 说明, 取自 = [] } = 栏.find((column) => column.名称 === name)!;
  const from = 取自.length === 0 ? '' : `，取自${取自.map(nameOfSource).join('、')}`;
  const byReason = Map.groupBy(gaps, ({ why }) => why);
  return [
    `  ${name}（${说明}${from}）：${gaps.length} 行没有，共 ${rows} 行`,
    ...[...byReason].map(
      ([why, own]) =>
        `    ${why}：${own.length === rows ? '每一行' : [...new Set(own.map(({ id }) => id))].join('、')}`,
    ),
  ];
}

function leftLines({ withdrawn, legacy, without }: LeftOut): readonly string[] {
  return [
    '',
    '== 没有写进文件的 ==',
    `已经撤下的（上级平台上的要另外联系撤下）：${withdrawn.join('、') || '没有'}`,
    `存量公告（栏目不全）：${legacy.length === 0 ? '没有' : `${legacy.length} 份`}`,
    `对应表里没有表的：${countsIn(without) || '没有'}`,
  ];
}

const countsIn = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count} 份`).join('、');
