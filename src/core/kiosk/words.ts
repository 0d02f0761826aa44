import type { Instant } from '../announcement/instant.ts';
import { clockNote, freshnessOf } from '../screen/browser/trust.ts';
import { freshnessAfter, stampOf, warningAfter, type Freshness } from '../screen/browser/words.ts';

/** How fresh what a kiosk shows is, and what it says of it. */
interface DataAge {
  freshness: Freshness;
  words: string;
}

/**
 * @param now nothing when no clock can be trusted
 * @param minutes since the server last gave a sound answer
 * @param skewSeconds the time that is followed less the device's clock
 */
export function dataAge(
  generated: Instant,
  now: Instant | undefined,
  minutes: number,
  skewSeconds?: number,
): DataAge {
  const stamp = `数据更新 ${stampOf(generated, now)}`;
  if (freshnessAfter(minutes) !== 'fresh')
    return { freshness: freshnessAfter(minutes), words: `${stamp}，${warningAfter(minutes)}` };
  if (now === undefined) return { freshness: 'late', words: `${stamp}，时钟不准，是否最新请以网站为准` };
  const freshness = freshnessOf(generated, now);
  return freshness === 'fresh'
    ? { freshness, words: [stamp, clockNote(skewSeconds)].filter(Boolean).join('，') }
    : { freshness, words: `${stamp}，之后没有更新，可能不是最新，请以网站为准` };
}

/** Most keys of what leads nowhere that are said again: the last ones, which somebody has just tapped. */
const MOST_KEYS = 8;

/**
 * What a key answers that leads nowhere, so that nobody takes the glass for broken: what was looked for, and what can be
 * done now. In 大字 it takes no more than two lines.
 * @param keys with the one that leads nowhere
 * @param isPart whether it was looked for in a part alone, such as one category
 */
export function deadEnd(keys: string, isPart: boolean): string {
  const said = keys.length > MOST_KEYS ? `…${keys.slice(-MOST_KEYS)}` : keys;
  const here = keys.length > 1 ? '可以删除一个字母' : '可以按别的字母';
  return isPart
    ? `这里没有 ${said.toUpperCase()}。${here}，或者回首页查全部公告。`
    : `没有找到 ${said.toUpperCase()}。${here}，或者回首页按镇街找。`;
}
