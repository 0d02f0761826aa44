import type { GlassState } from '../screen/browser/beat.ts';
import type { Size } from '../screen/browser/glass.ts';
import { freshnessAfter } from '../screen/browser/words.ts';
import type { Folder, Heard } from './log.ts';
import { SKEW } from './mirror.ts';
import { sourcesOf, type Source } from './sources.ts';
import { systemOf, type System } from './system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Within so many minutes since the last beat a screen is online, or only late: five questions, thirty questions. */
const ONLINE = 5;
const LATE = 30;
/** The same of a screen whose beats its box passes on every two minutes, after all that it brings. */
const ONLINE_BOX = 10;
/** Minutes that a beat may come from the future: clocks of two machines, or a clock that was put right. */
const AHEAD = 5;
/** Minutes that a screen may take to show what was published, and more by way of a box. */
const TO_SHOW = 10;
const BY_BOX = 10;
/** The same of a kiosk, which waits until nobody stands there. */
const TO_SHOW_KIOSK = 60;
/** The same as a multiple of the rest that a screen has said it takes, in quiet hours. */
const RESTS = { online: 2.5, late: 6, toShow: 2.5 } as const;
/** Failures in an hour that a network may have, and restarts in a day. */
const ERRORS = 5;
const RESTARTS = 3;
/** What is looked at to know a screen's own device: the two days of logs that are turned over daily. */
const WINDOW = 2 * DAY;
/** Time on the glass from which on a second device is one of the hall: longer than somebody's day at a desk. */
const OF_HALL = 12 * HOUR;

/** Boxes that are told of one screen. */
const MOST_BOXES = 40;

/** A screen that the site has. */
export interface Expected {
  readonly folder: Folder;
  readonly id: string;
  readonly name: string;
  /** Sequence that it should show, and since when, in milliseconds since 1970. */
  readonly seq: number;
  readonly publishedAt: number;
  /** What should be shown is known from a copy that may be as old as what is shown: its mirror has not reached the source. */
  readonly isDoubtful?: boolean | undefined;
}

/** How a screen is heard; `unknown` where whoever listens to it has fallen silent. */
export type State = (typeof STATES)[number];

export const STATES = ['online', 'late', 'offline', 'never', 'unknown'] as const;

/** What is wrong with a screen that is heard, the worst first. */
export type Problem = (typeof PROBLEMS)[number];

export const PROBLEMS = [
  'suspended',
  'stale',
  'aged',
  'revision',
  'glass',
  'skew',
  'errors',
  'restarts',
  'font',
] as const;

/** How one device does that shows a screen. */
export interface Device {
  readonly state: State;
  readonly problems: readonly Problem[];
  /** Of the last beat. */
  readonly at: number;
  readonly seq: number;
  readonly minutes: number;
  readonly skewSeconds: number | undefined;
  /** Failures in the last hour before the last beat, restarts in the last day. */
  readonly errors: number;
  readonly restarts: number;
  /** What stood on the glass; nothing from pages of before. */
  readonly glass?: GlassState | undefined;
  /** Minutes since the source was reached, at the last beat. */
  readonly minutesAlone?: number | undefined;
  readonly size?: Size | undefined;
  readonly ratio?: number | undefined;
}

/** A device beside the screen's own. */
export interface OtherDevice extends Device {
  /** Of the first beat in the log. */
  readonly since: number;
  readonly system: System | undefined;
  /** Whether it belongs to the hall: somebody who looks in from a desk does not. */
  readonly isOfHall: boolean;
}

/** How a screen does: as its own device does, the one that has shown it longest. */
export interface Health extends Partial<Omit<Device, 'state' | 'problems'>> {
  /** Nothing in statements of before. */
  readonly folder?: Folder | undefined;
  readonly id: string;
  /** The box that it hangs on; nothing where it asks the server itself. */
  readonly box?: string | undefined;
  readonly name: string;
  readonly state: State;
  readonly problems: readonly Problem[];
  readonly expectedSeq: number;
  /** Since when that should be shown, in milliseconds since 1970; nothing in statements of before. */
  readonly publishedAt?: number | undefined;
  /** What should be shown is known from a copy alone, which may be as old. */
  readonly isDoubtful?: boolean | undefined;
  /** Those of the hall, and guests heard in the last day; the longest shown first. */
  readonly others: readonly OtherDevice[];
}

/** Whether somebody must go and look: being alive without the right revision is not being well. */
export const isWell = (health: Health): boolean =>
  [health, ...health.others.filter(({ isOfHall }) => isOfHall)].every(isDeviceWell);

export const isDeviceWell = ({ state, problems }: Pick<Device, 'state' | 'problems'>): boolean =>
  state === 'online' && problems.length === 0;

/** What the beats of a log say of each screen at a moment, in milliseconds since 1970. */
export const healthOf = (
  screens: readonly Expected[],
  heard: readonly Heard[],
  now: number,
): readonly Health[] => {
  const past = heard.filter(({ at }) => at <= now + AHEAD * MINUTE);
  return screens.flatMap((screen) =>
    healthOfOne(
      screen,
      past.filter(({ beat, folder }) => folder === screen.folder && beat.screen === screen.id),
      now,
    ),
  );
};

/** The beats of one device, and for how long it has shown the screen. */
interface Shown {
  readonly beats: Source;
  readonly shown: number;
}

/** One account of a screen; where boxes pass on what it tells, one for each box. */
function healthOfOne(screen: Expected, heard: readonly Heard[], now: number): readonly Health[] {
  const sources = sourcesOf(heard)
    .map((beats) => ({ beats, shown: shownIn(beats, now - WINDOW) }))
    .sort((a, b) => b.shown - a.shown || b.beats.at(-1)!.at - a.beats.at(-1)!.at);
  // Anybody may make up names of boxes: those that have shown it longest are told.
  const named = sources.flatMap(({ beats }) => beats[0]!.box ?? []);
  const boxes = [...new Set(named)].slice(0, MOST_BOXES).sort();
  const of = (box: string | undefined): readonly Shown[] =>
    sources.filter(({ beats }) => beats[0]!.box === box);
  if (boxes.length === 0) return [accountOf(screen, undefined, sources, now)];
  // Who asks the server itself, beside boxes, is mostly somebody at a desk: the first box has it among its others.
  return boxes.map((box, index) =>
    accountOf(screen, box, index === 0 ? [...of(box), ...of(undefined)] : of(box), now),
  );
}

/**
 * Somebody who opens the page at a desk sends beats too and must not stand in for a screen that is dark: the device
 * that has shown it longest is the screen's own, and another takes its place when it has shown it longer.
 */
function accountOf(
  screen: Expected,
  box: string | undefined,
  [own, ...others]: readonly Shown[],
  now: number,
): Health {
  const { folder, id, name, seq: expectedSeq, publishedAt, isDoubtful } = screen;
  const known = { folder, id, box, name, expectedSeq, publishedAt, isDoubtful };
  if (!own) return { ...known, state: 'never', problems: [], others: [] };
  return {
    ...known,
    ...deviceOf(screen, own.beats, now),
    others: others
      .filter(({ beats, shown }) => shown >= OF_HALL || beats.at(-1)!.at > now - DAY)
      .map(({ beats, shown }) => ({
        ...deviceOf(screen, beats, now),
        since: beats[0]!.at,
        system: systemOf(beats[0]!),
        isOfHall: shown >= OF_HALL,
      })),
  };
}

/** For how long a device has told that it shows the screen, in milliseconds: gaps in which it is silent do not count. */
function shownIn(beats: Source, since: number): number {
  const recent = beats.filter(({ at }) => at > since);
  return recent.slice(1).reduce((sum, { at }, index) => {
    const before = recent[index]!;
    const gap = at - before.at;
    return stateAfter(gap / MINUTE, before) === 'online' ? sum + gap : sum;
  }, 0);
}

/** Minutes. */
const restOf = ({ beat }: Heard): number => (beat.restSeconds ?? 0) / 60;

function deviceOf(screen: Expected, beats: Source, now: number): Device {
  const last = beats.at(-1)!;
  const { beat, at } = last;
  const facts = { errors: errorsIn(beats, at - HOUR), restarts: restartsIn(beats, at - DAY) };
  const usual = screen.folder === 'kiosk' ? TO_SHOW_KIOSK : TO_SHOW;
  const toShow = Math.max(usual, RESTS.toShow * restOf(last)) + (last.box === undefined ? 0 : BY_BOX);
  const isLagging = beat.seq !== screen.seq && at - screen.publishedAt > toShow * MINUTE;
  const problems: readonly (readonly [Problem, boolean])[] = [
    ...(['suspended', 'stale', 'aged'] as const).map(
      (problem) => [problem, ageProblem(beat) === problem] as const,
    ),
    ['revision', isLagging],
    ['glass', beat.isOnWrongGlass === true],
    ['skew', Math.abs(beat.skewSeconds ?? 0) > SKEW],
    ['errors', facts.errors > ERRORS],
    // A kiosk takes a fresh page after every visitor.
    ['restarts', screen.folder === 'display' && facts.restarts > RESTARTS],
    ['font', !beat.hasFont],
  ];
  return {
    state: stateAfter((now - at) / MINUTE, last),
    problems: problems.filter(([, isSo]) => isSo).map(([problem]) => problem),
    at,
    seq: beat.seq,
    minutes: beat.minutes,
    skewSeconds: beat.skewSeconds,
    ...facts,
    glass: beat.state,
    minutesAlone: beat.minutesAlone,
    size: beat.size,
    ratio: beat.ratio,
  };
}

/** What the glass says of its own age; in the night it says nothing, and the contact tells. */
function ageProblem({ state, minutesAlone }: Heard['beat']): 'suspended' | 'stale' | 'aged' | undefined {
  if (state === 'suspended' || state === 'stale') return state;
  const freshness = state === 'quiet' ? freshnessAfter(minutesAlone ?? 0) : 'fresh';
  if (freshness === 'stale') return 'stale';
  return state === 'late' || freshness === 'late' ? 'aged' : undefined;
}

function stateAfter(minutes: number, last: Heard): State {
  const rest = restOf(last);
  if (minutes < Math.max(last.box === undefined ? ONLINE : ONLINE_BOX, RESTS.online * rest)) return 'online';
  return minutes <= Math.max(LATE, RESTS.late * rest) ? 'late' : 'offline';
}

/** What a page has counted begins at 0 when it is loaded anew. */
function errorsIn(device: Source, since: number): number {
  let errors = 0;
  let before = device.findLast(({ at }) => at <= since)?.beat;
  for (const { beat } of device.filter(({ at }) => at > since)) {
    errors += before && beat.errors >= before.errors ? beat.errors - before.errors : beat.errors;
    before = beat;
  }
  return errors;
}

function restartsIn(device: Source, since: number): number {
  const recent = device.filter(({ at }) => at > since);
  return recent.filter(({ beat }, index) => index > 0 && beat.minutes < recent[index - 1]!.beat.minutes)
    .length;
}
