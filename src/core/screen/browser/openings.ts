import { instantAt, type Instant } from '../../announcement/instant.ts';
import type { Item } from './feed.ts';

/** Minutes that an opening is taken to last where the centre has not said: 开标时长 in content/site.yaml. */
export const LASTS = 60;

/**
 * Where an opening stands. `begun`: nobody has said that it is over, and it has lasted longer than openings do here;
 * `unknown`: no clock can be trusted.
 */
type OpeningState =
  'waiting' | 'running' | 'begun' | 'over' | 'moved' | 'elsewhere' | 'suspended' | 'terminated' | 'unknown';

export const STATE_WORDS: Readonly<Record<OpeningState, string>> = {
  waiting: '候标',
  running: '开标中',
  begun: '已开始',
  over: '已结束',
  moved: '改期',
  elsewhere: '改地点',
  suspended: '暂停',
  terminated: '终止',
  unknown: '',
};

/** What of the day it belongs to: to what is still to come, to what is going on, or to what is over. */
type Phase = 'coming' | 'running' | 'past';

/** An opening as the hall is told of it. */
export interface Opening {
  item: Item;
  state: OpeningState;
  phase: Phase;
  /** Nothing begins before it: whoever comes in now looks for it first. */
  isNext: boolean;
  /** Of one that was moved: how it stands at its new hour, once that has begun. */
  held?: OpeningState;
}

/**
 * The openings of a day in the order in which the hall needs them: what is to come, the next first; what is going on;
 * what is over, the latest first. A moved one keeps the place of its old hour, since who comes then must find it.
 * @param lasts minutes
 * @param ended ids of those that are known to be over
 */
export function openingsOn(
  items: readonly Item[],
  now: Instant | undefined,
  lasts: number,
  ended: readonly string[] = [],
): readonly Opening[] {
  if (now === undefined)
    return items.map((item) => ({ item, state: 'unknown', phase: 'coming', isNext: false }));
  const all = items.map((item) => {
    const state = ended.indexOf(item.id) >= 0 ? 'over' : stateOf(item, items, now, lasts);
    const held = heldIn(item, items, now, lasts);
    return { item, state, phase: phaseOf(item, state, now, lasts), ...(held && { held }) };
  });
  const waiting = all.filter(({ state }) => state === 'waiting').map(({ item }) => item.at);
  const next = waiting.reduce<Instant | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  const marked = all.map((one) => ({ ...one, isNext: one.state === 'waiting' && one.item.at === next }));
  const [coming, running, past] = PHASES.map((phase) =>
    marked.filter((one) => one.phase === phase).sort(byHour),
  );
  return [...coming!, ...running!, ...past!.reverse()];
}

const PHASES: readonly Phase[] = ['coming', 'running', 'past'];

const byHour = ({ item: a }: { item: Item }, { item: b }: { item: Item }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : (a.room ?? '') < (b.room ?? '') ? -1 : 1;

function stateOf(item: Item, all: readonly Item[], now: Instant, lasts: number): OpeningState {
  const { at, moved, stopped } = item;
  if (moved) return moved.at === at ? 'elsewhere' : 'moved';
  if (stopped) return stopped;
  if (now < at) return 'waiting';
  // A room holds one opening at a time.
  if (all.some((other) => isBegun(other, now) && other.at > at && isSameRoom(other, item))) return 'over';
  return now < after(at, lasts) ? 'running' : 'begun';
}

/** Where an opening stands at the hour it was moved to; nothing before that hour. */
function heldIn(
  { moved, ...item }: Item,
  all: readonly Item[],
  now: Instant,
  lasts: number,
): OpeningState | undefined {
  if (!moved || now < moved.at) return undefined;
  const { room: _, ...rest } = item;
  return stateOf({ ...rest, ...moved }, all, now, lasts);
}

const isBegun = ({ at, moved, stopped }: Item, now: Instant): boolean => !moved && !stopped && at <= now;

const isSameRoom = (one: Item, other: Item): boolean => one.room !== undefined && one.room === other.room;

/** Who comes late for what was moved or stopped must find it as long as it would have lasted. */
function phaseOf({ at }: Item, state: OpeningState, now: Instant, lasts: number): Phase {
  if (state === 'over' || state === 'begun') return 'past';
  if (now < at) return 'coming';
  return now < after(at, lasts) ? 'running' : 'past';
}

const after = (at: Instant, minutes: number): Instant => instantAt(Date.parse(at) + minutes * 60_000);

/**
 * The pages of a board of so many lines. What is to come has at least half of the first page, and what is going on the
 * rest, its oldest dropped first; what is over stands only where lines remain. The other pages hold what is still to
 * come and then what the first had no room for.
 * @param linesOf lines that one takes
 */
export function boardPages(
  openings: readonly Opening[],
  lines: number,
  linesOf: (opening: Opening) => number,
): readonly (readonly Opening[])[] {
  const of = (phase: Phase): readonly Opening[] => openings.filter((one) => one.phase === phase);
  const [coming, running, past] = [of('coming'), of('running'), of('past')];
  const taken = (some: readonly Opening[]): number => some.reduce((sum, one) => sum + linesOf(one), 0);
  const upTo = (some: readonly Opening[], most: number): readonly Opening[] => {
    let sum = 0;
    const end = some.findIndex((one) => (sum += linesOf(one)) > most);
    return end < 0 ? some : some.slice(0, end);
  };
  const first = upTo(coming, Math.max(lines - taken(running), Math.ceil(lines / 2)));
  const shown = upTo(running.slice().reverse(), lines - taken(first))
    .slice()
    .reverse();
  const over = upTo(past, lines - taken(first) - taken(shown));
  const rest = [...coming.slice(first.length), ...running.filter((one) => shown.indexOf(one) < 0)];
  const pages = [[...first, ...shown, ...over]];
  for (let left: readonly Opening[] = rest; left.length > 0;) {
    // One that is higher than a page has it alone.
    const page = upTo(left, lines);
    pages.push(page.length > 0 ? [...page] : [left[0]!]);
    left = left.slice(Math.max(1, page.length));
  }
  return pages.filter((page, index) => index === 0 || page.length > 0);
}

/** What the foot of a board says of the day: how many there are, and in what state. Moved ones count where they are held. */
export function countsOf(
  openings: readonly Opening[],
): Readonly<Record<'all' | 'over' | 'running' | 'waiting', number>> {
  const held = openings.filter(({ item }) => item.moved === undefined);
  const count = (...states: readonly OpeningState[]): number =>
    held.filter(({ state }) => states.indexOf(state) >= 0).length;
  return {
    all: held.length,
    over: count('over', 'begun'),
    running: count('running'),
    waiting: count('waiting'),
  };
}
