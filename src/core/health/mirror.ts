import { instantAt, type Instant } from '../announcement/instant.ts';
import { freshnessOf } from '../screen/browser/trust.ts';
import { freshnessAfter } from '../screen/browser/words.ts';

const MINUTE = 60_000;

/** Runs in a row that found another at work, after which one of them must be stuck. */
const BUSY = 3;
/** Seconds that the clock of a box may be off. */
export const SKEW = 120;

/** What is wrong with a mirror. The first three are of its contact with the source, and are limits of the screens too. */
export type MirrorProblem = (typeof MIRROR_PROBLEMS)[number];

export const MIRROR_PROBLEMS = ['unreadable', 'never', 'stale', 'late', 'ahead', 'busy', 'skew'] as const;

/** How the program does that brings the site to a box: whatever lies on the box itself cannot tell whether it is the newest. */
export interface MirrorHealth {
  readonly problems: readonly MirrorProblem[];
  /** When the source was last reached, by the clock of the box, in milliseconds since 1970; nothing where releases come by hand. */
  readonly contactAt?: number | undefined;
  /** The clock of the source less that of the box. */
  readonly skewSeconds?: number | undefined;
  /** Runs in a row that found another at work. */
  readonly busy?: number | undefined;
  /** What the last run said, where it failed. */
  readonly message?: string | undefined;
  /** The name under which the box passes on what its screens tell. */
  readonly box?: string | undefined;
}

/** A run that ended so has done what it should. */
const GOOD = ['changed', 'unchanged'];

/**
 * Judges a mirror by `mirror-status.json`, undefined where there is none. Day and night alike: its timer knows no quiet
 * hours.
 * @param generated of the data that the box serves: all that tells its age where releases come by hand
 * @param now by the clock of the box, in milliseconds since 1970
 */
export function mirrorHealthOf(
  text: string | undefined,
  generated: Instant | undefined,
  now: number,
): MirrorHealth {
  const status = text === undefined ? undefined : recordIn(text);
  if (!status || status['schema'] !== 1) return { problems: ['unreadable'] };
  const isGood = GOOD.includes(String(status['result']));
  const [skewSeconds, busy] = [numberIn(status['skewSeconds']), numberIn(status['busy'])];
  // A mirror that knows the clock of its box to be wrong notes no contact.
  const ranAt = isGood && skewSeconds !== undefined ? status['at'] : undefined;
  const contactAt = Date.parse(String(status['contactAt'] ?? ranAt ?? ''));
  const contact = Number.isNaN(contactAt)
    ? withoutContact(status, generated, now)
    : problemAfter((now - contactAt) / MINUTE);
  const problems: readonly (MirrorProblem | false | undefined)[] = [
    contact,
    (busy ?? 0) >= BUSY && 'busy',
    Math.abs(skewSeconds ?? 0) > SKEW && 'skew',
  ];
  return {
    problems: problems.filter((problem) => typeof problem === 'string'),
    contactAt: Number.isNaN(contactAt) ? undefined : contactAt,
    skewSeconds,
    busy,
    message: isGood ? undefined : textIn(status['message']),
    box: boxIn(status['box']),
  };
}

/** A contact of tomorrow was noted by a clock that has been put back since: nobody can tell how long ago it is. */
function problemAfter(minutes: number): MirrorProblem | undefined {
  if (minutes * 60 < -SKEW) return 'ahead';
  const freshness = freshnessAfter(minutes);
  return freshness === 'fresh' ? undefined : freshness;
}

function withoutContact(
  status: Readonly<Record<string, unknown>>,
  generated: Instant | undefined,
  now: number,
): MirrorProblem | undefined {
  if (/^https?:/u.test(String(status['source'] ?? ''))) return 'never';
  if (generated === undefined) return 'never';
  const freshness = freshnessOf(generated, instantAt(now));
  return freshness === 'fresh' ? undefined : freshness;
}

export function recordIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const LONGEST_MESSAGE = 300;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_MESSAGE) : undefined;

const BOX = /^[a-z0-9-]{1,32}$/u;

/** The name of a box, where it is one. */
export const boxIn = (value: unknown): string | undefined =>
  typeof value === 'string' && BOX.test(value) ? value : undefined;
