import { dayOf, instantAt, shortInstant, weekdayOf, type Instant } from '../announcement/instant.ts';

const MINUTE = 60_000;

/** `11月22日 09:58`, of milliseconds since 1970. */
export const minuteOf = (at: number, now: number): string =>
  shortInstant(instantAt(at - (at % MINUTE)), instantAt(now).slice(0, 4));

/** `11月24日（星期二）10:20`: whoever reads it days later thinks in weekdays. */
export function dayAndMinuteOf(at: number, now: number): string {
  const [day, time] = minuteOf(at, now).split(' ');
  return `${day!}（${weekdayOf(dayOf(instantAt(at)))}）${time!}`;
}

/** In the largest unit that says enough. */
export function durationOf(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

/** The moment of a build, of which a sequence is the digits; nothing for any other number. */
export function momentOf(seq: number): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(String(seq)) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  return Number.isNaN(at) ? undefined : at;
}

/** The same as a moment of Beijing. */
export const instantOf = (seq: number): Instant | undefined => {
  const at = momentOf(seq);
  return at === undefined ? undefined : instantAt(at);
};
