import type { Folder, Heard } from './log.ts';
import { sourcesOf, type Source } from './sources.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Within so many minutes since the last beat a screen is online, or only late: five questions, thirty questions. */
const ONLINE = 5;
const LATE = 30;
/** Minutes that a screen may take to show what was published. */
const TO_SHOW = 10;
/** The same of a kiosk, which waits until nobody stands there. */
const TO_SHOW_KIOSK = 60;
/** The same as a multiple of the rest that a screen has said it takes, in quiet hours. */
const RESTS = { online: 2.5, late: 6, toShow: 2.5 } as const;
/** Seconds that its clock may be off. */
const SKEW = 120;
/** Failures in an hour that a network may have, and restarts in a day. */
const ERRORS = 5;
const RESTARTS = 3;
/** What is looked at to know a screen's own device: the two days of logs that are turned over daily. */
const WINDOW = 2 * DAY;
/** Time on the glass from which on a second device is one of the hall: longer than somebody's day at a desk. */
const OF_HALL = 12 * HOUR;

/** A screen that the site has. */
export interface Expected {
  readonly folder: Folder;
  readonly id: string;
  readonly name: string;
  /** Sequence that it should show, and since when, in milliseconds since 1970. */
  readonly seq: number;
  readonly publishedAt: number;
}

export type State = 'online' | 'late' | 'offline' | 'never';

export type Problem = 'revision' | 'skew' | 'errors' | 'restarts' | 'font';

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
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly problems: readonly Problem[];
  readonly expectedSeq: number;
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
): readonly Health[] =>
  screens.map((screen) =>
    healthOfOne(
      screen,
      heard.filter(({ beat, folder }) => folder === screen.folder && beat.screen === screen.id),
      now,
    ),
  );

/**
 * Somebody who opens the page at a desk sends beats too and must not stand in for a screen that is dark: the device
 * that has shown it longest is the screen's own, and another takes its place when it has shown it longer.
 */
function healthOfOne(screen: Expected, heard: readonly Heard[], now: number): Health {
  const { id, name, seq: expectedSeq } = screen;
  const [own, ...others] = sourcesOf(heard)
    .map((beats) => ({ beats, shown: shownIn(beats, now - WINDOW) }))
    .sort((a, b) => b.shown - a.shown || b.beats.at(-1)!.at - a.beats.at(-1)!.at);
  if (!own) return { id, name, state: 'never', problems: [], expectedSeq, others: [] };
  return {
    id,
    name,
    expectedSeq,
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
    return stateAfter(gap / MINUTE, restOf(before)) === 'online' ? sum + gap : sum;
  }, 0);
}

/** Minutes. */
const restOf = ({ beat }: Heard): number => (beat.restSeconds ?? 0) / 60;

function deviceOf(screen: Expected, beats: Source, now: number): Device {
  const last = beats.at(-1)!;
  const { beat, at } = last;
  const facts = { errors: errorsIn(beats, at - HOUR), restarts: restartsIn(beats, at - DAY) };
  const toShow = Math.max(screen.folder === 'kiosk' ? TO_SHOW_KIOSK : TO_SHOW, RESTS.toShow * restOf(last));
  const isLagging = beat.seq !== screen.seq && at - screen.publishedAt > toShow * MINUTE;
  const problems: readonly (readonly [Problem, boolean])[] = [
    ['revision', isLagging],
    ['skew', Math.abs(beat.skewSeconds ?? 0) > SKEW],
    ['errors', facts.errors > ERRORS],
    // A kiosk takes a fresh page after every visitor.
    ['restarts', screen.folder === 'display' && facts.restarts > RESTARTS],
    ['font', !beat.hasFont],
  ];
  return {
    state: stateAfter((now - at) / MINUTE, restOf(last)),
    problems: problems.filter(([, isSo]) => isSo).map(([problem]) => problem),
    at,
    seq: beat.seq,
    minutes: beat.minutes,
    skewSeconds: beat.skewSeconds,
    ...facts,
  };
}

function stateAfter(minutes: number, rest: number): State {
  if (minutes < Math.max(ONLINE, RESTS.online * rest)) return 'online';
  return minutes <= Math.max(LATE, RESTS.late * rest) ? 'late' : 'offline';
}

const SYSTEMS = {
  Android: '安卓',
  iPhone: '苹果',
  iPad: '苹果',
  Windows: 'Windows',
  Macintosh: '苹果',
  Linux: 'Linux',
} as const;

/** What kind of machine a device is: enough to find it, and of nobody in particular. */
type System = (typeof SYSTEMS)[keyof typeof SYSTEMS];

const systemOf = ({ browser = '' }: Heard): System | undefined =>
  Object.entries(SYSTEMS).find(([mark]) => browser.includes(mark))?.[1];

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
