import type { Instant } from '../../announcement/instant.ts';
import { isWithin, type ClockTime, type Hours } from './quiet.ts';

/** What is drawn before the announcements: the rest of the night, or the word that they may no longer be true. */
export type Curtain = 'quiet' | 'suspended';

/** Minutes without a sound answer of the server after which nothing is shown that may have changed since: three days. */
export const LONGEST_ALONE = 72 * 60;

/** What stands before the announcements; a clock that cannot be trusted (`now` undefined) knows no night. */
export function curtainAt(facts: {
  now: Instant | undefined;
  quiet: Hours | undefined;
  minutesAlone: number;
}): Curtain | undefined {
  const { now, quiet, minutesAlone } = facts;
  if (minutesAlone >= LONGEST_ALONE) return 'suspended';
  return quiet && now !== undefined && isWithin(quiet, now.slice(11, 16)) ? 'quiet' : undefined;
}

const DAY = 24 * 60 * 60;

/** Seconds from a moment until a time of day comes next. */
export function secondsUntil(time: ClockTime, now: Instant): number {
  const left = secondsOf(`${time}:00`) - secondsOf(now.slice(11, 19));
  return left > 0 ? left : left + DAY;
}

function secondsOf(time: string): number {
  const [hours, minutes, seconds] = time.split(':').map(Number);
  return hours! * 3600 + minutes! * 60 + seconds!;
}
