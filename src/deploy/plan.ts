import { isImmutable, type Entry } from '../mirror/manifest.ts';
import { REMOVALS, removalOf, stepOf, STEPS, type StepName } from './order.ts';

/** A file that the site no longer has and that stays a while for pages that were loaded or cached before. */
export interface Kept {
  readonly path: string;
  /** When it may go: `2026-12-07T08:00:00+08:00`. */
  readonly until: string;
}

/** What lies at the far end: a path with the SHA-256 of the file, or nothing where it is another's than any we know. */
export type Held = ReadonlyMap<string, string | undefined>;

/** Files that are sent in one step, or the paths that are removed in one. */
export type Step =
  | { readonly kind: 'send'; readonly name: StepName; readonly files: readonly Entry[] }
  | { readonly kind: 'remove'; readonly paths: readonly string[] };

/** What a run does, in its order. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly kept: readonly Kept[];
}

/**
 * How long a file with its hash in its name outlives the site that last had it, in days: a page that stood open over a
 * holiday, or that a CDN kept, still finds its script, and an old search page its index.
 */
const KEPT_DAYS = 7;

/**
 * The steps from what is held to what is wanted.
 * @param kept what earlier runs have left to be removed later
 * @param now in Beijing, `2026-11-30T08:00:00+08:00`
 */
export function planBetween(held: Held, wanted: readonly Entry[], kept: readonly Kept[], now: string): Plan {
  const isWanted = new Set(wanted.map(({ path }) => path));
  const later = new Map(kept.filter(({ path }) => !isWanted.has(path)).map((one) => [one.path, one.until]));
  const until = daysAfter(now, KEPT_DAYS);
  for (const path of held.keys())
    if (!isWanted.has(path) && isImmutable(path) && !later.has(path)) later.set(path, until);
  const gone = [...later].filter(([, end]) => end <= now).map(([path]) => path);
  const left = [...held.keys()].filter((path) => !isWanted.has(path) && !later.has(path));
  return {
    steps: [...sendSteps(held, wanted), ...removeSteps([...left, ...gone])],
    kept: [...later].filter(([, end]) => end > now).map(([path, end]) => ({ path, until: end })),
  };
}

function sendSteps(held: Held, wanted: readonly Entry[]): readonly Step[] {
  const files = wanted.filter(({ path, sha256 }) => held.get(path) !== sha256);
  const byStep = Map.groupBy(files, ({ path }) => stepOf(path, !held.has(path)));
  return (Object.keys(STEPS) as StepName[]).flatMap((name) => {
    const own = byStep.get(name);
    return own ? [{ kind: 'send', name, files: own }] : [];
  });
}

function removeSteps(paths: readonly string[]): readonly Step[] {
  const byKind = Map.groupBy(paths, removalOf);
  return REMOVALS.flatMap((kind) => {
    const own = byKind.get(kind);
    return own ? [{ kind: 'remove', paths: own.toSorted() }] : [];
  });
}

/** The paths that a plan changes at the far end. */
export const touchedBy = ({ steps }: Plan): readonly string[] =>
  steps.flatMap((step) => (step.kind === 'send' ? step.files.map(({ path }) => path) : step.paths));

const daysAfter = (moment: string, days: number): string =>
  Temporal.Instant.from(moment)
    .add({ hours: 24 * days })
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
