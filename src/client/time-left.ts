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

/** The day in Beijing that lies so many days after the one of a moment, `2026-11-23`. */
const dayAfter = (now: number, days: number): string =>
  new Date(now + 8 * HOUR + days * DAY).toISOString().slice(0, 10);

/** 今天, 明天, 后天, 本周 or 下周 for a day in Beijing, `2026-11-23`; nothing for one further off or gone by. Weeks begin on Monday. */
export function relativeDay(day: string, now: number): string {
  const near = ['今天', '明天', '后天'].find((_, days) => day === dayAfter(now, days));
  if (near) return near;
  const weekday = (new Date(now + 8 * HOUR).getUTCDay() + 6) % 7;
  if (day <= dayAfter(now, 0) || day > dayAfter(now, 13 - weekday)) return '';
  return day <= dayAfter(now, 6 - weekday) ? '本周' : '下周';
}
