import {
  dayAfter,
  dayOf,
  instantAt,
  printDate,
  printInstant,
  printStart,
  rfc3339,
  timeOf,
  two,
  weekdayOf,
  type Instant,
  type PlainDate,
  type PlainMonth,
} from './instant.ts';
import { fault, ok, toHalfWidth, type Kind, type Parsed, type Remedy } from './kind.ts';
import { PARTS_OF_DAY } from './moment-in-text.ts';
import { NUMERALS, numberIn, withYearInFigures } from './numeral.ts';

/*
 * How notices write moments and days, apart from what a browser needs of them: its pages print and compare alone.
 */

/** A day as official notices write it: with dashes, slashes, dots or 年月日, in figures or in words. */
const DAY = new RegExp(
  `^(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})|年([\\d${NUMERALS}]{1,3})月([\\d${NUMERALS}]{1,3})[日号])`,
  'u',
);
const WEEKDAY = /^[(（]?(?:星期|周)([一二三四五六日天])[)）]?\s*/u;

/** Blanks round the parts of a date say nothing; nor do full-width figures, nor the clock of the whole country. 元月 is January. */
const plainDay = (text: string): string =>
  withYearInFigures(
    toHalfWidth(text)
      .replace(/\(北京时间\)|北京时间/gu, ' ')
      .replace(/\s*([年月日号时点分秒:])\s*/gu, '$1')
      .replace(/(?<=年)元(?=月)/u, '1')
      .trim(),
  );

interface Day {
  date: PlainDate;
  /** Behind the day and its weekday. */
  rest: string;
  /** The weekday that is written beside a day of another. */
  wrongWeekday?: string;
}

function parseDay(text: string): Day | { problem: 'form' | 'none' } {
  const match = DAY.exec(text);
  if (!match) return { problem: 'form' };
  const [, year, month, day] = [...match].filter((part) => part !== undefined);
  const date = `${year!}-${two(numberIn(month!) ?? 0)}-${two(numberIn(day!) ?? 0)}`;
  if (!isDay(date)) return { problem: 'none' };
  const rest = text.slice(match[0].length);
  const weekday = WEEKDAY.exec(rest);
  if (!weekday) return { date, rest };
  const isRight = weekdayOf(date).at(-1) === weekday[1]!.replace('天', '日');
  return {
    date,
    rest: rest.slice(weekday[0].length),
    ...(!isRight && { wrongWeekday: `星期${weekday[1]!}` }),
  };
}

const twoDays = (text: string, { date, wrongWeekday }: Day): Parsed<never> =>
  fault(
    'F301',
    `“${text}”前后不一致：${printDate(date)}是${weekdayOf(date)}，写的却是${wrongWeekday!}`,
    '核对是日期写错了还是星期写错了',
  );

/** Years outside are slips of the keyboard; within them Beijing's clock stands at +08:00 all the year. */
const isYear = (year: number): boolean => year >= 1992 && year <= 2199;

/** Needs no Temporal, which browsers do not have; they take 31 February for 3 March. */
function isDay(date: string): boolean {
  const moment = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(moment) && dayAfter(date, 0) === date && isYear(Number(date.slice(0, 4)));
}

const noSuchDay = (text: string): Parsed<never> =>
  fault('F302', `日历上没有“${text}”这一天，或者年份写错了`, {
    help: '核对年、月、日',
    example: '2026-02-28',
  });

/** Reads a day: `2026-03-02`, `2026年3月2日`, `2026/3/2`, `2026.3.2`. */
export function parseDate(text: string): Parsed<PlainDate> {
  const day = parseDay(plainDay(text));
  if ('problem' in day) {
    return day.problem === 'none'
      ? noSuchDay(text)
      : fault('F303', `看不懂日期“${text}”`, { example: '2026-03-02、2026年3月2日' });
  }
  if (day.wrongWeekday !== undefined) return twoDays(text, day);
  return day.rest === ''
    ? ok(day.date)
    : fault('F303', `“${text}”带了时刻，这里只写日期`, `只写日期 ${day.date}，时刻写到正文或者“其他事项”`);
}

/** Part of the day, hour, minute, second and offset from UTC; then words that change nothing about the moment. */
const TIME = new RegExp(
  `^(${PARTS_OF_DAY})?\\s*(?:(\\d{1,2}):(\\d{2})[分时]?(?::(\\d{2}))?|([\\d${NUMERALS}]{1,3})[时点](?:(半|[一1三3]刻)|(?:([\\d${NUMERALS}]{1,3})分?)?(?:(\\d{1,2})秒)?))\\s*[整正]?\\s*(Z|[+-]\\d{2}:?\\d{2})?\\s*(?:之?前|以前|止|截止|起|开始)?$`,
  'u',
);

/**
 * Reads a moment: `2026-03-25 09:30`, `2026年3月25日上午9时30分`, `2026.3.25 9:30`, `2026-03-25T09:30+08:00`. Midnight
 * is the start of its day, and 24:00 that of the next.
 */
export function parseInstant(text: string): Parsed<Instant> {
  const read = readMoment(text, (date) => ({ help: '补上几时几分', example: `${date} 09:30` }));
  return 'value' in read ? ok(rfc3339(read.value)) : read;
}

/** Reads a moment at which something ends: 00:00 is the end of the day before, as 24:00 is, so days are counted right. */
export function parseDeadline(text: string): Parsed<Instant> {
  const read = readMoment(
    text,
    (date) => `到当天下班的写 ${date} 17:30 这样的时刻，全天都可以的写 ${date} 24:00`,
  );
  if (!('value' in read) || read.value.slice(11, 19) !== '00:00:00') return read;
  return ok(`${dayAfter(dayOf(read.value), -1)}T24:00:00+08:00`);
}

/** Reads a moment as it stands, 24:00 with it. `withTime` helps where only the day is written. */
function readMoment(text: string, withTime: (date: PlainDate) => string | Remedy): Parsed<Instant> {
  const plain = plainDay(text);
  const day = parseDay(plain);
  if ('problem' in day) {
    return day.problem === 'none'
      ? noSuchDay(text)
      : fault('F301', `看不懂时间“${text}”`, { example: '2026-03-25 09:30、2026年3月25日9时30分' });
  }
  if (day.wrongWeekday !== undefined) return twoDays(text, day);
  if (day.rest.trim() === '') return fault('F301', `“${text}”只有日期，缺少时刻`, withTime(day.date));
  const isJoined = /^\d/u.test(day.rest) && !/[日号)]$/u.test(plain.slice(0, plain.length - day.rest.length));
  const time = TIME.exec(day.rest.replace(/^T|^,?\s*/u, ''));
  // 9:30-10:00 is an hour and that until which something lasts; only 2026-03-25T09:30-05:00 has an offset.
  const isSpan = time?.[9]?.startsWith('-') === true && !day.rest.startsWith('T');
  if (!time || isJoined || isSpan) {
    return fault('F301', `看不懂“${text}”里的“${day.rest.trim()}”`, withoutRemark(day));
  }
  return momentOf(text, day.date, time);
}

/** What to write where words follow a time, or where there is none. */
function withoutRemark({ date, rest }: Day): string {
  const at = rest.search(/[(（,，;；]/u);
  const time = at > 0 ? TIME.exec(rest.slice(0, at).trim()) : null;
  const moment = time && momentOf(rest, date, time);
  return moment && 'value' in moment
    ? `${date} ${timeOf(moment.value)}（“${rest.slice(at).trim()}”写到正文或者“其他事项”）`
    : `${date} 后面只写几时几分，用 24 小时制；别的话写到正文或者“其他事项”`;
}

function momentOf(text: string, date: PlainDate, time: RegExpExecArray): Parsed<Instant> {
  const [, part, hour, minute, second, hourWord, quarter, minuteWord, secondWord, offset] = time;
  const hours = hoursOf(part, numberIn(hour ?? hourWord!) ?? 99);
  if (typeof hours === 'string')
    return fault('F301', `“${text}”前后不一致：${hours}`, '核对是几时，写成 24 小时制');
  const minutes = quarter ? minutesOf(quarter) : (numberIn(minute ?? minuteWord ?? '0') ?? 99);
  const clock = `${two(hours)}:${two(minutes)}:${two(second ?? secondWord ?? 0)}`;
  if (clock > '24:00:00' || minutes > 59 || Number(clock.slice(6)) > 59) {
    return fault('F301', `没有“${clock.slice(0, 5)}”这个时刻`, '时在 0 到 24 之间，分在 0 到 59 之间');
  }
  if (offset === undefined) return ok(`${date}T${clock}+08:00`);
  const zone = offset.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2');
  const moment = Date.parse(`${date}T${clock}${zone}`);
  return Number.isNaN(moment)
    ? fault('F301', `没有“${zone}”这个时区`, `${date} ${clock.slice(0, 5)}（北京时间不用写时区）`)
    : ok(instantAt(moment));
}

const minutesOf = (quarter: string): number => (quarter === '半' ? 30 : /[一1]/u.test(quarter) ? 15 : 45);

/** The hour of a clock of 24, or what is contradictory about a part of the day and an hour. */
function hoursOf(part: string | undefined, hour: number): number | string {
  switch (part) {
    case undefined:
      return hour;
    case '凌晨':
    case '清晨':
    case '清早':
    case '早晨':
    case '早':
    case '早上':
    case '上午':
      if (hour === 12 && part === '上午') return '“上午12时”可能是中午12时，也可能是零时';
      return hour < 12 ? hour : `${part}没有 ${hour} 时`;
    case '中午':
      if (hour >= 11 && hour <= 14) return hour;
      return hour === 1 || hour === 2 ? hour + 12 : `中午没有 ${hour} 时`;
    default:
      if (hour === 12) return part === '下午' ? 12 : `“${part}12时”可能是中午12时，也可能是零时`;
      if (hour > 12) return hour;
      return hour === 0 ? `${part}没有 0 时` : hour + 12;
  }
}

/** Reads a month: `2026-04`, `2026年4月`, `2026/4`, `2026.4`. */
function parseMonth(text: string): Parsed<PlainMonth> {
  const match = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月份?)$/u.exec(plainDay(text));
  const month = match?.[2] ?? match?.[3];
  if (match && month && isDay(`${match[1]!}-${two(month)}-01`)) return ok(`${match[1]!}-${two(month)}`);
  return fault('F303', `看不懂月份“${text}”`, { example: '2026-04、2026年4月' });
}

export const instantKind: Kind<Instant> = {
  name: 'instant',
  parse: parseInstant,
  print: printInstant,
  toJson: (value) => value,
  pattern: /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}.*\d\s*[:：时点]/u,
};

/** A moment at which something ends. */
export const deadlineKind: Kind<Instant> = { ...instantKind, parse: parseDeadline, toJson: rfc3339 };

/** A moment at which something starts or appears: of many a notice gives the day alone, which midnight stands for. */
export const startKind: Kind<Instant> = {
  ...instantKind,
  parse: (text) => {
    const day = parseDate(text);
    return 'value' in day ? ok(`${day.value}T00:00:00+08:00`) : parseInstant(text);
  },
  print: printStart,
  pattern: /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/u,
};

export const dateKind: Kind<PlainDate> = {
  name: 'date',
  parse: parseDate,
  print: printDate,
  toJson: (value) => value,
  pattern: /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/u,
};

export const monthKind: Kind<PlainMonth> = {
  name: 'month',
  parse: parseMonth,
  print: (value) => `${Number(value.slice(0, 4))}年${Number(value.slice(5))}月`,
  toJson: (value) => value,
  pattern: /^\d{4}\s*[-/.年]\s*\d{1,2}/u,
};
