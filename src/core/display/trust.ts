import type { Instant } from '../announcement/instant.ts';
import { freshnessAfter, warningAfter, type Freshness } from './words.ts';

/** What a screen says of its own age, in colour and in words; no words while all is well. */
export interface Trust {
  freshness: Freshness;
  warning: string;
}

/** Data older than this is doubtful even where the server answers: a mirror may answer whose source is silent. Hours. */
const OLD = 72;

/**
 * How far one may trust what is on the glass. `minutesAlone` is the time since the server last gave a sound answer,
 * undefined where it gave none yet and nobody can tell how long ago that is.
 */
export function trustIn(facts: {
  minutesAlone: number | undefined;
  generated: Instant;
  now: Instant | undefined;
}): Trust {
  const { minutesAlone, generated, now } = facts;
  if (minutesAlone === undefined) return { freshness: 'late', warning: '没有连上服务器，可能不是最新' };
  const freshness = freshnessAfter(minutesAlone);
  if (freshness !== 'fresh') return { freshness, warning: warningAfter(minutesAlone) };
  const hours = now === undefined ? 0 : (Date.parse(now) - Date.parse(generated)) / 3_600_000;
  if (hours < OLD) return { freshness, warning: '' };
  return { freshness: 'late', warning: `数据是 ${Math.floor(hours / 24)} 天前的，可能不是最新` };
}
