import type { Instant } from '../../announcement/instant.ts';
import { freshnessAfter, warningAfter, type Freshness } from './words.ts';

/** What a screen says of its own age, in colour and in words; no words while all is well. */
interface Trust {
  freshness: Freshness;
  warning: string;
}

/**
 * Data older than this, in hours, is doubtful even where the server answers: a mirror may answer whose source is
 * silent. A site is built every day (docs/deploy), so a day and a little is the most that is usual.
 */
const OLD = 26;
const VERY_OLD = 72;

/** How far data may be trusted for their age alone; no verdict where the time is not known. */
export function freshnessOf(generated: Instant, now: Instant): Freshness {
  const hours = hoursBetween(generated, now);
  return hours >= VERY_OLD ? 'stale' : hours >= OLD ? 'late' : 'fresh';
}

const hoursBetween = (generated: Instant, now: Instant): number =>
  (Date.parse(now) - Date.parse(generated)) / 3_600_000;

/** Seconds that the clock of a device may be off without a word. */
const TOLERATED = 120;

/** By how much a clock is off, in the largest unit that says enough: one that is a second short of eight hours is off by eight. */
export function offsetOf(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 120) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}

/** What is said of the device's own clock where another is followed; nothing while it is right. */
export function clockNote(skewSeconds = 0): string {
  if (Math.abs(skewSeconds) <= TOLERATED) return '';
  return `本机时钟${skewSeconds > 0 ? '慢' : '快'} ${offsetOf(skewSeconds)}，已按网站时间显示`;
}

/**
 * How far one may trust what is on the glass. `minutesAlone` is the time since the server last gave a sound answer,
 * undefined where it gave none yet and nobody can tell how long ago that is.
 */
export function trustIn(facts: {
  minutesAlone: number | undefined;
  generated: Instant;
  now: Instant | undefined;
  /** The time that is followed less the device's clock. */
  skewSeconds?: number | undefined;
}): Trust {
  const { minutesAlone, generated, now, skewSeconds } = facts;
  if (minutesAlone === undefined) return { freshness: 'late', warning: '没有连上服务器，可能不是最新' };
  const freshness = freshnessAfter(minutesAlone);
  if (freshness !== 'fresh') return { freshness, warning: warningAfter(minutesAlone) };
  // A server that answers tells the time. If that cannot be, the box is its own server, and its clock is wrong.
  if (now === undefined) return { freshness: 'late', warning: '时钟不准，是否最新请以网站为准' };
  const age = freshnessOf(generated, now);
  if (age === 'fresh') return { freshness, warning: clockNote(skewSeconds) };
  const days = Math.floor(hoursBetween(generated, now) / 24);
  const doubt = age === 'late' ? '可能不是最新' : '请以网站为准';
  return { freshness: age, warning: `数据是 ${days} 天前的，${doubt}` };
}
