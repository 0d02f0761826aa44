import type { Field } from '../announcement/field.ts';
import { dayOf, type PlainDate } from '../announcement/instant.ts';
import { parseDate, parseDeadline, parseInstant } from '../announcement/instant-forms.ts';
import type { MapNode } from './tree.ts';
import { withFact } from './with-fact.ts';

/** A period between two fields of a form, which official forms state in one line. */
interface Window {
  names: readonly string[];
  /** The label of the field that it begins with, and of the one that it ends with. */
  from: string | undefined;
  until: string;
}

const WINDOWS: readonly Window[] = [
  {
    names: [
      '文件获取时间',
      '获取文件时间',
      '招标文件获取时间',
      '获取招标文件时间',
      '获取招标文件的时间',
      '招标文件发售时间',
      '采购文件获取时间',
      '获取采购文件时间',
      '获取采购文件的时间',
      '征集文件获取时间',
      '获取征集文件时间',
      '谈判文件获取时间',
      '获取谈判文件时间',
      '询价文件获取时间',
      '获取询价通知书时间',
      '询价通知书获取时间',
      '资格预审文件获取时间',
      '获取资格预审文件时间',
      '磋商文件获取时间',
      '获取磋商文件时间',
    ],
    from: '文件获取开始',
    until: '文件获取结束',
  },
  { names: ['公示时间', '公示期', '公示期限', '公示日期', '公示期间'], from: '公示开始', until: '公示结束' },
  {
    names: [
      '披露时间',
      '披露期',
      '信息披露期',
      '信息披露时间',
      '信息披露期限',
      '披露期限',
      '信息披露期间',
      '公告时间',
      '公告期',
      '公告期间',
      '公告期限',
      '挂牌公告期',
      '挂牌公告期限',
      '招租公告期',
      '招租公告时间',
    ],
    from: '披露开始',
    until: '披露结束',
  },
  { names: ['展示时间', '标的展示时间', '看样时间'], from: '展示开始', until: '展示结束' },
  {
    names: ['挂牌时间', '挂牌期', '挂牌期限', '挂牌报价时间', '挂牌期间'],
    from: '挂牌开始',
    until: '挂牌截止',
  },
  {
    names: ['报名时间', '报名期限', '竞买申请时间', '申请时间', '报名期间'],
    from: undefined,
    until: '报名截止',
  },
];

/**
 * An announcement whose periods stand in their two fields each: 公示期: 3月31日至4月2日 becomes 公示开始 and 公示结束. What
 * a field for a day cannot hold, hours and remarks, is kept as it was written among 其他事项, so nothing is lost. What
 * cannot be read as a period stays as it is.
 */
export function withWindows(map: MapNode, form: readonly Field[]): MapNode {
  return WINDOWS.reduce((tree, window) => {
    const [from, until] = [window.from, window.until].map((label) =>
      form.find((field) => field.label === label),
    );
    if (!until || (window.from !== undefined && !from)) return tree;
    return withoutHours(withoutHours(split(tree, window, from, until), until, true), from, false);
  }, map);
}

/** The names of the period that a field begins or ends. */
export const periodNamesOf = (label: string): readonly string[] =>
  WINDOWS.filter(({ from, until }) => from === label || until === label).flatMap(({ names }) => names);

/** Whether a name means a period of two fields. */
export const isWindow = (name: string): boolean => WINDOWS.some(({ names }) => names.includes(name));

/** Gives a period in one line to the two fields, where neither is written. */
function split(map: MapNode, window: Window, from: Field | undefined, until: Field): MapNode {
  const at = map.entries.findIndex(({ key }) => window.names.includes(key));
  const entry = map.entries[at];
  const isWritten = map.entries.some(({ key }) => key === window.from || key === window.until);
  if (entry?.value.kind !== 'text' || isWritten) return map;
  const { text, span } = entry.value;
  const ends = endsOf(text);
  if (!ends) return map;
  const parts = [
    ...(from ? [{ ...entry, key: from.label, value: { kind: 'text' as const, text: ends.from, span } }] : []),
    { ...entry, key: until.label, value: { kind: 'text' as const, text: ends.until, span } },
  ];
  const entries = map.entries.toSpliced(at, 1, ...parts);
  const says = ends.remark !== '' || !from;
  return says ? withFact({ ...map, entries }, entry.key, text, entry.keySpan) : { ...map, entries };
}

/** The first and the last moment of a period, each as it is written with year and month, and what follows. */
function endsOf(text: string): { from: string; until: string; remark: string } | undefined {
  for (const { index, 0: sign } of text.matchAll(/至|到|～|~|——|—|\s-\s/gu)) {
    const from = text
      .slice(0, index)
      .trim()
      .replace(/^自|起$/gu, '');
    const [, rest = '', remark = ''] = /^(.*?)(?:止)?((?:[，,；;。（(].*)?)$/su.exec(
      text.slice(index + sign.length).trim(),
    )!;
    const until = withYearOf(from, rest.trim());
    if (isMoment(from) && isMoment(until)) return { from, until, remark };
  }
  return undefined;
}

/** 3月23日 and 23日 behind a whole date are of its year and month. */
function withYearOf(from: string, until: string): string {
  const [, year, month] = /^(\d{4})\s*年\s*(\d{1,2})\s*月/u.exec(from) ?? [];
  if (year === undefined) return until;
  if (/^\d{1,2}\s*月/u.test(until)) return `${year}年${until}`;
  return /^\d{1,2}\s*[日号]/u.test(until) ? `${year}年${month!}月${until}` : until;
}

const isMoment = (text: string): boolean => 'value' in parseDate(text) || 'value' in parseInstant(text);

/** Leaves a field for a day the day; its hour and remark go to 其他事项 as they were written. */
function withoutHours(map: MapNode, field: Field | undefined, isEnd: boolean): MapNode {
  if (field?.kind?.name !== 'date') return map;
  const at = map.entries.findIndex(({ key }) => key === field.label);
  const entry = map.entries[at];
  if (entry?.value.kind !== 'text' || 'value' in parseDate(entry.value.text)) return map;
  const { text } = entry.value;
  const day = dayIn(/^[^（(，,；;]*/u.exec(text)![0].trim(), isEnd);
  if (day === undefined) return map;
  const entries = map.entries.with(at, { ...entry, value: { ...entry.value, text: day } });
  return withFact({ ...map, entries }, entry.key, text, entry.keySpan);
}

/** A period that ends at 00:00 has the day before as its last. */
function dayIn(text: string, isEnd: boolean): PlainDate | undefined {
  const day = parseDate(text);
  if ('value' in day) return day.value;
  const moment = (isEnd ? parseDeadline : parseInstant)(text);
  return 'value' in moment ? dayOf(moment.value) : undefined;
}
