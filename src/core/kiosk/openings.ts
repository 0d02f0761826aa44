import { instantAt, shortInstant } from '../announcement/instant.ts';
import { isStopped } from '../status.ts';
import type { Opening } from './boot.ts';

/**
 * Openings of a moment's day, those that have begun too, for people come late, and of the days after it. What was
 * stopped is among them: who comes for it must be told.
 * @param moment milliseconds since 1970
 */
export function openingsFrom(openings: readonly Opening[], moment: number): readonly Opening[] {
  const today = dayAt(moment);
  return openings.filter(({ at }) => at.slice(0, 10) >= today);
}

/**
 * What the start page says of those ahead: how many of today, else when the next is held.
 * @param now milliseconds since 1970; nothing when no clock can be trusted, and then nothing is of today
 * @param year of the present, which a date need not name
 */
export function openingsNote(ahead: readonly Opening[], now: number | undefined, year: string): string {
  const ofToday = now === undefined ? [] : ahead.filter(({ at }) => at.slice(0, 10) === dayAt(now));
  if (ofToday.length > 0) return `今天 ${countOf(ofToday)}`;
  const next = ahead.find(({ happening }) => !isStopped(happening));
  if (next) return `最近 ${shortInstant(next.at, year)}`;
  return ahead.length > 0 ? `最近两周 ${countOf(ahead)}` : '最近两周没有';
}

/** `3 场，1 场不开标` */
export function countOf(openings: readonly Opening[]): string {
  const stopped = openings.filter(({ happening }) => isStopped(happening)).length;
  return `${openings.length} 场${stopped === 0 ? '' : `，${stopped} 场不开标`}`;
}

const dayAt = (moment: number): string => instantAt(moment).slice(0, 10);
