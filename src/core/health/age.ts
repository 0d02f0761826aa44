import { instantAt } from '../announcement/instant.ts';
import { freshnessOf } from '../screen/browser/trust.ts';
import { freshnessAfter } from '../screen/browser/words.ts';
import type { Device, Health } from './health.ts';
import { instantOf, momentOf } from './time.ts';

const MINUTE = 60_000;

/** Why a glass says that what it shows is old: its box or the network, the site, or its clock. */
export type Cause = 'contact' | 'site' | 'clock';

type Told = Pick<Device, 'at' | 'seq' | 'minutesAlone'>;

export function causeOf({ at, seq, minutesAlone }: Told): Cause {
  if (minutesAlone === undefined || freshnessAfter(minutesAlone) !== 'fresh') return 'contact';
  const generated = instantOf(seq);
  return generated !== undefined && freshnessOf(generated, instantAt(at)) !== 'fresh' ? 'site' : 'clock';
}

/** Since when a screen has had nothing new, or has not been heard, in milliseconds since 1970; nothing where that is not known. */
export function oldSince(
  health: Pick<Health, 'state' | 'problems' | 'at' | 'seq' | 'minutesAlone'>,
): number | undefined {
  const { state, problems, at, seq, minutesAlone } = health;
  if (at === undefined || seq === undefined) return undefined;
  if (problems.some((problem) => problem === 'suspended' || problem === 'stale' || problem === 'aged')) {
    const cause = causeOf({ at, seq, minutesAlone });
    if (cause === 'site') return momentOf(seq);
    return cause === 'contact' && minutesAlone !== undefined ? at - minutesAlone * MINUTE : undefined;
  }
  if (problems.includes('revision')) return momentOf(seq);
  return state === 'online' ? undefined : at;
}
