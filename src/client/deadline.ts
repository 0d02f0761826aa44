import { statusAt, TIME_TAG } from '../core/status.ts';

/**
 * What depends on the clock is never baked into a page: tags and countdowns are filled in the reader's browser.
 * Instants carry their offset, so the device's time zone does not matter.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `还剩 2 天 3 小时`; hours below a day, minutes below an hour. */
export function timeLeft(deadline: number, now: number): string {
  const left = deadline - now;
  if (left <= 0) return '已截止';
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 0) return `还剩 ${days} 天 ${hours} 小时`;
  return hours > 0 ? `还剩 ${hours} 小时 ${minutes} 分钟` : `还剩 ${Math.max(1, minutes)} 分钟`;
}

function fill(): void {
  const now = Date.now();
  for (const tag of document.querySelectorAll<HTMLElement>('[data-time-tag]')) {
    const { deadline, publicFrom, publicUntil } = tag.dataset;
    const status = statusAt({ deadline, publicFrom, publicUntil }, now);
    tag.textContent = status ? TIME_TAG[status] : '';
    tag.className = `tag tag-time ${status ? `tag-${status}` : ''}`;
    tag.hidden = !status;
  }
  for (const line of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
    line.textContent = timeLeft(Date.parse(line.dataset['countdown']!), now);
  }
}

fill();
setInterval(fill, MINUTE);
