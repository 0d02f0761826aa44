const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `还剩 2 天 3 小时`; hours below a day, minutes below an hour; both moments in milliseconds since 1970. */
export function timeLeft(deadline: number, now: number): string {
  const left = deadline - now;
  if (left <= 0) return '已截止';
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 0) return `还剩 ${days} 天 ${hours} 小时`;
  if (hours > 0) return `还剩 ${hours} 小时 ${minutes} 分钟`;
  return minutes > 0 ? `还剩 ${minutes} 分钟` : '还剩不到 1 分钟';
}

/** What is said of an expected step whose time has come and that was not announced; nothing before. In milliseconds. */
export function overdue(due: number, now: number): string {
  if (now < due) return '';
  const days = Math.floor((now - due) / DAY);
  return days === 0 ? '时间已到，尚未公布' : `已过 ${days} 天，尚未公布`;
}

const NEAR = ['今天', '明天', '后天'];

/**
 * 今天, 明天, 后天 or `还有 9 天` until a moment to come, by the days of Beijing. The end of a day belongs to that day;
 * both moments in milliseconds since 1970.
 */
export function daysLeft(until: number, now: number): string {
  const days = dayNumber(until - 1) - dayNumber(now);
  return NEAR[days] ?? `还有 ${days} 天`;
}

/** Beijing's days, counted. */
const dayNumber = (moment: number): number => Math.floor((moment + 8 * HOUR) / DAY);

/** The day in Beijing, `2026-11-23`, on which a moment in milliseconds since 1970 falls. */
export const dayIn = (moment: number): string => new Date(moment + 8 * HOUR).toISOString().slice(0, 10);
