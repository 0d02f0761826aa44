import type { Instant } from '../announcement/instant.ts';
import { freshnessAfter, stampOf, warningAfter, type Freshness } from '../display/words.ts';

/** Data of a site that has not been built for so long, in hours, may be out of date though its server lives. */
const OLD_HOURS = 72;

/** How fresh what a kiosk shows is, and what it says of it. */
export interface DataAge {
  freshness: Freshness;
  words: string;
}

/**
 * @param now nothing when no clock can be trusted
 * @param minutes since the server last gave a sound answer
 */
export function dataAge(generated: Instant, now: Instant | undefined, minutes: number): DataAge {
  const stamp = `数据更新 ${stampOf(generated, now)}`;
  if (freshnessAfter(minutes) !== 'fresh')
    return { freshness: freshnessAfter(minutes), words: `${stamp}，${warningAfter(minutes)}` };
  const hours = now === undefined ? 0 : (Date.parse(now) - Date.parse(generated)) / 3_600_000;
  return hours >= OLD_HOURS
    ? { freshness: 'late', words: `${stamp}，之后没有更新，可能不是最新，请以网站为准` }
    : { freshness: 'fresh', words: stamp };
}
