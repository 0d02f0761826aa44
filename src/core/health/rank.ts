import { sinceOf } from './age.ts';
import { isWell, type Health, type Problem, type State } from './health.ts';

/** How urgent a screen is: `grave` where nobody knows what it shows, or it shows what is old. */
type Rank = 'grave' | 'light' | 'well';

const GRAVE_STATES: readonly State[] = ['offline', 'never', 'unknown'];
const GRAVE_PROBLEMS: readonly Problem[] = ['suspended', 'stale', 'revision'];

export function rankOf(health: Health): Rank {
  if (isWell(health)) return 'well';
  const devices = [health, ...health.others.filter(({ isOfHall }) => isOfHall)];
  return devices.some(
    ({ state, problems }) =>
      GRAVE_STATES.includes(state) || problems.some((problem) => GRAVE_PROBLEMS.includes(problem)),
  )
    ? 'grave'
    : 'light';
}

const ORDER: readonly Rank[] = ['grave', 'light', 'well'];

/** The worst first; of those that are equally bad the one that has been so longest. */
export const worstFirst = (all: readonly Health[]): readonly Health[] =>
  all.toSorted(
    (a, b) =>
      ORDER.indexOf(rankOf(a)) - ORDER.indexOf(rankOf(b)) ||
      (sinceOf(a)?.at ?? Infinity) - (sinceOf(b)?.at ?? Infinity) ||
      0,
  );
