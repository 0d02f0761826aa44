import { instantAt } from '../announcement/instant.ts';
import { freshnessOf } from '../screen/browser/trust.ts';
import { freshnessAfter } from '../screen/browser/words.ts';
import type { Device, Health, Problem } from './health.ts';
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

/** Whether the glass itself says that what it shows is old. */
export const isAge = (problem: Problem): boolean =>
  problem === 'suspended' || problem === 'stale' || problem === 'aged';

/** Since when a screen has had nothing new, shows what was made then, or has not been heard. */
interface Since {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: 'nothing new' | 'of then' | 'silent';
}

type Judged = Pick<Health, 'state' | 'problems' | 'at' | 'seq' | 'minutesAlone'>;

/** Nothing where all is well or that is not known. */
export function sinceOf({ state, problems, at, seq, minutesAlone }: Judged): Since | undefined {
  if (at === undefined || seq === undefined) return undefined;
  if (problems.some(isAge)) {
    const since = updatedAt({ at, seq, minutesAlone });
    return since === undefined ? undefined : { at: since, what: 'nothing new' };
  }
  const isHeard = state === 'online' || state === 'late';
  const made = problems.includes('revision') && isHeard ? momentOf(seq) : undefined;
  if (made !== undefined) return { at: made, what: 'of then' };
  return state === 'online' ? undefined : { at, what: 'silent' };
}

function updatedAt({ at, seq, minutesAlone }: Told): number | undefined {
  const cause = causeOf({ at, seq, minutesAlone });
  if (cause === 'site') return momentOf(seq);
  return cause === 'contact' && minutesAlone !== undefined ? at - minutesAlone * MINUTE : undefined;
}
