import type { Instant } from '../../announcement/instant.ts';

/** A moment as a row shows it, a line each. */
interface When {
  /** `2027年`; only where the month alone could be mistaken. */
  year: string;
  /** `12月8日` */
  date: string;
  /** `09:30` */
  time: string;
}

/** Within this many months of the data's own moment, a month and day name one day only. */
const CLEAR_MONTHS = 6;

const minuteOf = (instant: Instant): string => instant.slice(11, 16);

const dayAndMonth = (instant: Instant): string =>
  `${Number(instant.slice(5, 7))}月${Number(instant.slice(8, 10))}日`;

const monthsOf = (instant: Instant): number => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7));

/** How a row shows a moment, on data that was made at `generated`. */
export function whenOf(instant: Instant, generated: Instant): When {
  const isFar = Math.abs(monthsOf(instant) - monthsOf(generated)) > CLEAR_MONTHS;
  return {
    year: isFar ? `${instant.slice(0, 4)}年` : '',
    date: dayAndMonth(instant),
    time: minuteOf(instant),
  };
}

/** A moment in the footer: `08:05`, with its day unless it is today's. */
export function stampOf(instant: Instant, now?: Instant): string {
  const isToday = now?.slice(0, 10) === instant.slice(0, 10);
  return isToday ? minuteOf(instant) : `${dayAndMonth(instant)} ${minuteOf(instant)}`;
}

/** The footer's account of the data: when it was made, when a newer one was last looked for, and which it is. */
export function stampsOf(facts: {
  generated: Instant;
  checkedAt?: Instant | undefined;
  sha256: string;
  now?: Instant | undefined;
}): string {
  const { generated, checkedAt, sha256, now } = facts;
  const parts = [
    `数据 ${stampOf(generated, now)}`,
    checkedAt && `检查 ${stampOf(checkedAt, now)}`,
    sha256.slice(0, 4),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** How far one may trust a screen that has not reached its server for a while. */
export type Freshness = 'fresh' | 'late' | 'stale';

/** Minutes without a successful check after which the screen says so, and says so loudly. */
const LATE = 15;
const STALE = 120;

export const freshnessAfter = (minutes: number): Freshness =>
  minutes >= STALE ? 'stale' : minutes >= LATE ? 'late' : 'fresh';

/** What a screen says that has not reached its server for so many minutes; nothing while all is well. */
export function warningAfter(minutes: number): string {
  const freshness = freshnessAfter(minutes);
  if (freshness === 'fresh') return '';
  const hours = Math.floor(minutes / 60);
  const since =
    hours >= 48
      ? `${Math.floor(hours / 24)} 天`
      : hours >= 2
        ? `${hours} 小时`
        : `${Math.floor(minutes)} 分钟`;
  return freshness === 'late'
    ? `已 ${since}没有连上服务器，可能不是最新`
    : `已 ${since}没有连上服务器，请以网站为准`;
}

/** What the screen says when it shows less than there is, or cannot tell whether it does. */
export function leftOutNote(leftOut = 0): string {
  if (leftOut === 0) return '';
  return leftOut === Infinity ? '更多公告请在网站上查看' : `另有 ${leftOut} 条，请在网站上查看`;
}
