/** A date as it stands in words: `2020-07-16`, with the time of day where it is written. */
export interface WrittenDate {
  readonly on: string;
  /** `18:25`. */
  readonly time?: string;
  readonly words: string;
  readonly index: number;
}

const DATE = String.raw`(?<!\d)(?<year>\d{4})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月|[-/.])\s*(?<day>\d{1,2})`;
const TIME = String.raw`(?<half>上午|下午|晚上|晚)?\s*(?<hour>\d{1,2})\s*(?:[:：]\s*(?<minute>\d{2})(?!\d)|[时点]\s*(?:(?<minutes>\d{1,2})\s*分?)?)`;
const PATTERN = new RegExp(
  String.raw`${DATE}(?:\s*[日号]|(?!\d))(?:(?:(?<=[日号])\s*|(?:\s|&nbsp;)*[T\s-](?:\s|&nbsp;)*)(?:\(?(?:星期|周)[一二三四五六日天]\)?\s*)?${TIME}(?<rest>(?:[:：]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?`,
  'gu',
);

/** A text that is nothing but a date as programs write it: `20160801102030`, `Mon Aug 01 10:20:30 CST 2016`. */
export function machineDate(text: string): WrittenDate | undefined {
  const digits = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})\d{2})?\s*$/u.exec(text)?.slice(1);
  const java = /^\s*\w{3} (\w{3}) (\d{2}) (\d{2}):(\d{2}):\d{2} (?:CST|GMT\+08:00) (\d{4})\s*$/u.exec(text);
  const month = java ? MONTHS.indexOf(java[1]!) / 3 + 1 : 0;
  const parts = java
    ? [java[5]!, String(month).padStart(2, '0'), java[2]!, java[3]!, java[4]!]
    : (digits ?? []);
  const on = parts.slice(0, 3).join('-');
  if (!isDay(on)) return undefined;
  const time = timeOf({ hour: parts[3], minute: parts[4] });
  return { on, words: text.trim(), index: 0, ...(time !== undefined && { time }) };
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The dates in a text, in their order; days that no calendar has are left out. */
export function datesIn(text: string): readonly WrittenDate[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const { year, month, day, rest = '' } = match.groups!;
    const on = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (!isDay(on)) return [];
    const written = { on, words: match[0].trim(), index: match.index };
    const time = isFiller(match[0]) ? undefined : timeOf(match.groups!);
    if (time === undefined) return [written];
    return [{ ...written, ...inBeijing(on, time, rest) }];
  });
}

/** The last second of a day is what systems write that know only the day. */
const isFiller = (words: string): boolean => /23[:：]59[:：]59/u.test(words);

/** Whether the calendar has a day; `2020-02-30` is none. */
export function isDay(on: string): boolean {
  const at = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on);
}

/** How many days lie between two dates. */
export const daysApart = (one: string, other: string): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;

/** Nought o'clock is what systems write that know only the day. */
function timeOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { half = '', hour, minute, minutes } = groups;
  if (hour === undefined) return undefined;
  const late = /下午|晚/u.test(half) && Number(hour) < 12 ? 12 : 0;
  const time = `${String(Number(hour) + late).padStart(2, '0')}:${(minute ?? minutes ?? '').padStart(2, '0')}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) && time !== '00:00' ? time : undefined;
}

/** A date with an offset of its own, as machines write it, is told by the clock of Beijing. */
function inBeijing(on: string, time: string, rest: string): { on: string; time: string } {
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/u.exec(rest)?.[0];
  if (offset === undefined || /^\+08/u.test(offset)) return { on, time };
  const at = Date.parse(`${on}T${time}:00${offset.replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2')}`);
  const there = new Date(at + 8 * 3_600_000).toISOString();
  return { on: there.slice(0, 10), time: there.slice(11, 16) };
}

/** The date that an address states: `t20190114_`, `/2019/3/22/`, `/20200716/`, `/2018/0301/`, `/201803/01/`. */
export function dateOfAddress(path: string): WrittenDate | undefined {
  const forms = [
    /\/t(\d{4})(\d{2})(\d{2})_\d/u,
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//u,
    /\/(\d{4})-(\d{1,2})-(\d{1,2})\//u,
    /\/(\d{4})-(\d{1,2})\/(\d{1,2})\//u,
    /\/(\d{4})\/(\d{2})(\d{2})\//u,
    /\/(\d{4})(\d{2})\/(\d{2})\//u,
    /\/(\d{4})(\d{2})(\d{2})\//u,
    /\/(\d{4})\/(\d{2})-(\d{2})\//u,
    /\/(\d{4})(\d{2})(\d{2})\d{0,6}(?:_\d+)?\.[a-z]+$/u,
  ];
  for (const form of forms) {
    const match = form.exec(`/${path}`);
    const on = match
      ?.slice(1, 4)
      .map((part) => part.padStart(2, '0'))
      .join('-');
    if (match && on !== undefined && isDay(on) && on >= '1995' && on < '2100') {
      return { on, words: match[0], index: match.index };
    }
  }
  return undefined;
}

/** The year that an address names, for dates on the page without one: `/2018/`, `/201803/`. */
export const yearOfAddress = (path: string): string | undefined =>
  /\/((?:19|20)\d{2})(?:[01]\d)?(?:[0-3]\d)?\//u.exec(`/${path}`)?.[1] ??
  /\/t((?:19|20)\d{2})\d{4}_/u.exec(path)?.[1];
