import { dayOf, instantAt, type Instant } from '../../announcement/instant.ts';
import type { Feed, Item } from './feed.ts';
import { LASTS, openingsOn, type Opening } from './openings.ts';

/**
 * What the sign beside a door tells at a moment. Faces take turns only where a room has several openings at one hour,
 * or several of which whoever comes must know.
 */
export interface Face {
  /** In the big field; absent where nothing of today is left to tell. */
  main?: Opening;
  /** Below it: what comes after it, was changed, or began earlier. */
  below?: Opening;
  /** Whether the room has had an opening today. */
  hasHad: boolean;
}

/** What has begun is told for so many times as long as openings last here: nobody has said that it is over. */
const TOLD = 3;

/**
 * The faces of a sign at a moment, at least one. In the big field stands what is going on in the room, else what begins
 * next, else what was to begin at this hour and does not; what was changed keeps the place of its hour, since who comes
 * then must find it.
 * @param ended ids of openings that are known to be over
 */
export function facesAt(
  { parts, lasts = LASTS }: Pick<Feed, 'parts' | 'lasts'>,
  now: Instant | undefined,
  ended: readonly string[] = [],
): readonly Face[] {
  const items = parts.reduce<readonly Item[]>((all, part) => [...all, ...part.items], []);
  // Without a clock each is told with its day, and none is said to be next.
  if (now === undefined) return facesOf(openingsOn(items.filter(holds), now, lasts), [], false);
  const today = openingsOn(
    items.filter(({ at }) => dayOf(at) === dayOf(now)),
    now,
    lasts,
    ended,
  );
  const told = inOrder(today, now, lasts);
  const mains = told.filter((one) => one.item.at === told[0]!.item.at && rankOf(one) === rankOf(told[0]!));
  const others = told.filter((one) => mains.indexOf(one) < 0);
  const next = others.filter(({ state }) => state === 'waiting');
  const below = [
    ...next.filter(({ item }) => item.at === next[0]!.item.at),
    ...others.filter(({ state }) => state !== 'waiting'),
  ];
  return facesOf(
    mains,
    below.length > 0 ? below : nextDay(items, now),
    today.some(({ item }) => holds(item)),
  );
}

const holds = ({ moved, stopped }: Item): boolean => !moved && !stopped;

/** What is told of today, the most needed first. */
function inOrder(today: readonly Opening[], now: Instant, lasts: number): readonly Opening[] {
  const isTold = ({ item, state, phase }: Opening): boolean =>
    state === 'begun' ? now < instantAt(Date.parse(item.at) + TOLD * lasts * 60_000) : phase !== 'past';
  const told = today.filter(isTold);
  return RANKS.reduce<readonly Opening[]>(
    (all, rank) => [...all, ...told.filter((one) => rankOf(one) === rank)],
    [],
  );
}

const RANKS = ['running', 'coming', 'changed', 'begun'] as const;

const rankOf = ({ state, phase }: Opening): (typeof RANKS)[number] => {
  if (state === 'running' || state === 'begun') return state;
  return phase === 'coming' ? 'coming' : 'changed';
};

/** The first openings of the days ahead. */
function nextDay(items: readonly Item[], now: Instant): readonly Opening[] {
  const ahead = items.filter((item) => dayOf(item.at) > dayOf(now) && holds(item));
  const first = ahead.reduce<Instant | undefined>(
    (a, { at }) => (a === undefined || at < a ? at : a),
    undefined,
  );
  return ahead
    .filter(({ at }) => at === first)
    .map((item) => ({ item, state: 'waiting', phase: 'coming', isNext: false }));
}

function facesOf(mains: readonly Opening[], below: readonly Opening[], hasHad: boolean): readonly Face[] {
  const count = Math.max(mains.length, below.length, 1);
  return Array.from({ length: count }, (_, index) => {
    const [main, other] = [mains[index % mains.length], below[index % below.length]];
    return { ...(main && { main }), ...(other && { below: other }), hasHad };
  });
}
