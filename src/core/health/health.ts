import type { Folder, Heard } from './log.ts';

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
/** Beats a day from which on a device is one of the hall and not somebody who looked in. */
const REGULAR = 10;

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

export interface Health {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly problems: readonly Problem[];
  /** Of the last beat; undefined where none was ever heard. */
  readonly at?: number;
  readonly seq?: number;
  readonly expectedSeq: number;
  readonly minutes?: number;
  readonly skewSeconds?: number;
  /** Failures in the last hour before the last beat, restarts in the last day. */
  readonly errors: number;
  readonly restarts: number;
  /** Devices of the hall that show it. */
  readonly devices: number;
}

/** Whether somebody must go and look: being alive without the right revision is not being well. */
export const isWell = ({ state, problems }: Health): boolean => state === 'online' && problems.length === 0;

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

function healthOfOne(screen: Expected, heard: readonly Heard[], now: number): Health {
  const { id, name, seq: expectedSeq } = screen;
  const devices = devicesOf(heard, now);
  const device = devices[0];
  const last = device?.at(-1);
  if (!device || !last)
    return { id, name, state: 'never', problems: [], expectedSeq, errors: 0, restarts: 0, devices: 0 };
  const { beat, at } = last;
  const facts = { errors: errorsIn(device, at - HOUR), restarts: restartsIn(device, at - DAY) };
  const rest = (beat.restSeconds ?? 0) / 60;
  const toShow = Math.max(screen.folder === 'kiosk' ? TO_SHOW_KIOSK : TO_SHOW, RESTS.toShow * rest);
  const isLagging = beat.seq !== expectedSeq && at - screen.publishedAt > toShow * MINUTE;
  const problems: readonly (readonly [Problem, boolean])[] = [
    ['revision', isLagging],
    ['skew', Math.abs(beat.skewSeconds ?? 0) > SKEW],
    ['errors', facts.errors > ERRORS],
    // A kiosk takes a fresh page after every visitor.
    ['restarts', screen.folder === 'display' && facts.restarts > RESTARTS],
    ['font', !beat.hasFont],
  ];
  return {
    id,
    name,
    state: stateAfter((now - at) / MINUTE, rest),
    problems: problems.filter(([, isSo]) => isSo).map(([problem]) => problem),
    at,
    seq: beat.seq,
    expectedSeq,
    minutes: beat.minutes,
    skewSeconds: beat.skewSeconds,
    ...facts,
    devices: devices.length,
  };
}

function stateAfter(minutes: number, rest: number): State {
  if (minutes < Math.max(ONLINE, RESTS.online * rest)) return 'online';
  return minutes <= Math.max(LATE, RESTS.late * rest) ? 'late' : 'offline';
}

/**
 * The beats of each device in order of time, the freshest device first. Somebody who opens the page at a desk sends
 * beats too and must not stand in for a screen that is dark: he is left out where there are others.
 */
function devicesOf(heard: readonly Heard[], now: number): readonly (readonly Heard[])[] {
  const all = [...Map.groupBy(heard, ({ from }) => from).values()].map((beats) =>
    beats.toSorted((a, b) => a.at - b.at),
  );
  const recent = (beats: readonly Heard[]): number => beats.filter(({ at }) => at > now - DAY).length;
  const regular = all.filter((beats) => recent(beats) >= REGULAR);
  return (regular.length > 0 ? regular : all).toSorted((a, b) => b.at(-1)!.at - a.at(-1)!.at);
}

/** What a page has counted begins at 0 when it is loaded anew. */
function errorsIn(device: readonly Heard[], since: number): number {
  let errors = 0;
  let before = device.findLast(({ at }) => at <= since)?.beat;
  for (const { beat } of device.filter(({ at }) => at > since)) {
    errors += before && beat.errors >= before.errors ? beat.errors - before.errors : beat.errors;
    before = beat;
  }
  return errors;
}

function restartsIn(device: readonly Heard[], since: number): number {
  const recent = device.filter(({ at }) => at > since);
  return recent.filter(({ beat }, index) => index > 0 && beat.minutes < recent[index - 1]!.beat.minutes)
    .length;
}
