import { dayOf, type PlainDate } from './instant.ts';
import { parseDate, parseDeadline, parseInstant } from './instant-forms.ts';

/** A period between two fields of a form, which official forms state in one line. */
export interface Window {
  names: readonly string[];
  /** The label of the field that it begins with, and of the one that it ends with. */
  from: string | undefined;
  until: string;
}

export const WINDOWS: readonly Window[] = [
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

/** The names of the period that a field begins or ends. */
export const periodNamesOf = (label: string): readonly string[] =>
  WINDOWS.filter(({ from, until }) => from === label || until === label).flatMap(({ names }) => names);

/** Whether a name means a period of two fields. */
export const isWindow = (name: string): boolean => WINDOWS.some(({ names }) => names.includes(name));

/** The first and the last moment of a period, each as it is written with year and month, and what follows. */
export function endsOf(text: string): { from: string; until: string; remark: string } | undefined {
  for (const { index, 0: sign } of text.matchAll(/至|到|～|~|——|—|\s-\s|(?<=[日号])-(?=\d)/gu)) {
    const from = text
      .slice(0, index)
      .trim()
      .replace(/^[自从]|起$/gu, '');
    const [, rest = '', remark = ''] = /^(.*?)(?:止)?((?:[，,；;。（(].*)?)$/su.exec(
      text.slice(index + sign.length).trim(),
    )!;
    const until = withYearOf(from, rest.trim());
    if (isMoment(from) && isMoment(until) && !isBackwards(from, until)) return { from, until, remark };
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

/** 12月30日至1月2日: the year of the second is not that of the first, or one of them is a slip. */
function isBackwards(from: string, until: string): boolean {
  const [first, last] = [dayIn(from, false), dayIn(until, true)];
  return first !== undefined && last !== undefined && last < first;
}

const isMoment = (text: string): boolean => 'value' in parseDate(text) || 'value' in parseInstant(text);

/** The day of a day or a moment; a period that ends at 00:00 has the day before as its last. */
export function dayIn(text: string, isEnd: boolean): PlainDate | undefined {
  const day = parseDate(text);
  if ('value' in day) return day.value;
  const moment = (isEnd ? parseDeadline : parseInstant)(text);
  return 'value' in moment ? dayOf(moment.value) : undefined;
}
