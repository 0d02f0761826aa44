import { instantAt } from '../announcement/instant.ts';
import type { GlassState } from '../screen/browser/beat.ts';
import { feedName, type Feed } from '../screen/browser/feed.ts';
import { announcedIn, type Setting } from './on-glass.ts';
import type { Heard } from './log.ts';
import { SKEW } from './mirror.ts';
import { sourcesOf, type Source } from './sources.ts';
import { systemOf, type System } from './system.ts';
import { instantOf } from './time.ts';

const MINUTE = 60_000;

/** Minutes of silence after which nobody knows what stood on the glass meanwhile. */
const SILENCE = 5;
/** Minutes before a beat within which the round was made up that it tells: a round takes three. */
const ROUND = 4;
/** Hours on the glass from which on a device is hardly somebody's who looks in from a desk. */
const OF_HALL = 12;

/** What can be read of the screens besides the log. */
export interface Evidence {
  /** The feed of a name, `lobby-a.0123456789ab`; `altered` where its bytes are not those of its name. */
  feed: (name: string) => Feed | 'missing' | 'altered';
  /** How a screen is set, as the pages at hand tell. */
  settings: (screen: string) => readonly Setting[];
}

/** A device that has shown a screen. */
export interface Witness {
  readonly screen: string;
  readonly box: string | undefined;
  /** Counted from 1 among the devices of its screen, in the order in which they were first heard. */
  readonly number: number;
  readonly system: System | undefined;
  readonly size: string | undefined;
  /** Whether it was heard for long enough to be one of the hall. */
  readonly isOfHall: boolean;
}

/** A stretch in which the round of a screen held an announcement. */
export interface Shown {
  readonly witness: Witness;
  readonly announcement: string;
  readonly title: string;
  /** Of the first and the last beat that proves it, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The feeds that stood on the glass, by name. */
  readonly feeds: readonly string[];
  readonly states: readonly GlassState[];
}

/** Why a stretch proves nothing. The first five are of the glass itself, the others of what is at hand. */
export type Doubt = 'untold' | 'clock' | 'suspended' | 'quiet' | 'urgent' | 'missing' | 'altered' | 'unlike';

export interface Gap {
  readonly witness: Witness;
  readonly why: Doubt;
  readonly from: number;
  readonly to: number;
  /** The feed that is not at hand, or does not fit, by name. */
  readonly feed: string | undefined;
}

export interface Proof {
  readonly shown: readonly Shown[];
  readonly gaps: readonly Gap[];
}

/**
 * Which announcements took turns on which glass from when to when. Each beat tells the data on the glass by its hash,
 * and the announcements of its round by theirs: only what both prove is taken. A stretch goes from beat to beat, and
 * ends with the last before a silence of more than five minutes.
 */
export function proofOf(heard: readonly Heard[], evidence: Evidence): Proof {
  const ofScreens = heard.filter(({ folder }) => folder === 'display').map(rightTimed);
  const screens = [...new Set(ofScreens.map(({ beat }) => beat.screen))].sort();
  const rounds = new Rounds(evidence);
  const all = screens.flatMap((screen) =>
    sourcesOf(ofScreens.filter(({ beat }) => beat.screen === screen))
      .toSorted((a, b) => a[0]!.at - b[0]!.at)
      .map((beats, index) => proofOfOne(beats, witnessOf(beats, index + 1), rounds)),
  );
  return { shown: all.flatMap(({ shown }) => shown), gaps: all.flatMap(({ gaps }) => gaps) };
}

/** The log of a box is kept by the clock that its screen has, which may be wrong; the screen knows by how much. */
const rightTimed = (heard: Heard): Heard => {
  const { skewSeconds = 0 } = heard.beat;
  return isOwn(heard) && Math.abs(skewSeconds) > SKEW
    ? { ...heard, at: heard.at + skewSeconds * 1000 }
    : heard;
};

const isOwn = ({ from }: Heard): boolean => from === '::1' || from.startsWith('127.');

function witnessOf(beats: Source, number: number): Witness {
  const { beat, box } = beats[0]!;
  const size = beats.findLast((one) => one.beat.size)?.beat.size;
  return {
    screen: beat.screen,
    box,
    number,
    system: systemOf(beats[0]!),
    size: size && `${size.width}×${size.height}`,
    isOfHall: box !== undefined || beats.at(-1)!.at - beats[0]!.at >= OF_HALL * 60 * MINUTE,
  };
}

function proofOfOne(beats: Source, witness: Witness, rounds: Rounds): Proof {
  const account = new Account(witness);
  for (const heard of beats) {
    const round = rounds.of(heard);
    if (typeof round === 'string') account.doubts(heard, round);
    else account.shows(heard, round);
  }
  return account;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What a device proves, beat by beat in the order of time. */
class Account implements Proof {
  readonly shown: Writable<Shown>[] = [];
  readonly gaps: Writable<Gap>[] = [];
  readonly #witness: Witness;
  /** The stretches that the last beat belonged to, by announcement. */
  #open = new Map<string, Writable<Shown>>();
  #last = -Infinity;

  constructor(witness: Witness) {
    this.#witness = witness;
  }

  shows(heard: Heard, round: ReadonlyMap<string, string>): void {
    const { at, beat } = heard;
    const open = this.#goesOn(at) ? this.#open : undefined;
    this.#open = new Map();
    for (const [announcement, title] of round) {
      const stretch = open?.get(announcement) ?? this.#begin(announcement, title, at);
      stretch.to = at;
      stretch.feeds = withOne(stretch.feeds, feedOf(heard));
      stretch.states = withOne(stretch.states, beat.state!);
      this.#open.set(announcement, stretch);
    }
  }

  doubts(heard: Heard, why: Doubt): void {
    const { at } = heard;
    const feed = heard.beat.feed === undefined ? undefined : feedOf(heard);
    const last = this.gaps.at(-1);
    const goesOn = this.#goesOn(at) && this.#open.size === 0 && last?.why === why && last.feed === feed;
    this.#open = new Map();
    if (goesOn) last.to = at;
    else this.gaps.push({ witness: this.#witness, why, from: at, to: at, feed });
  }

  /** Whether a beat belongs to the one before. */
  #goesOn(at: number): boolean {
    const gap = at - this.#last;
    this.#last = at;
    return gap <= SILENCE * MINUTE;
  }

  #begin(announcement: string, title: string, at: number): Writable<Shown> {
    const stretch = { witness: this.#witness, announcement, title, from: at, to: at, feeds: [], states: [] };
    this.shown.push(stretch);
    return stretch;
  }
}

const withOne = <T>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all : [...all, one]);

const feedOf = ({ beat }: Heard): string => feedName(beat.screen, beat.feed ?? '');

/** The rounds that beats tell of. A hash that was once found out stands for the same announcements at any moment. */
class Rounds {
  readonly #evidence: Evidence;
  readonly #found = new Map<string, ReadonlyMap<string, string>>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  of(heard: Heard): ReadonlyMap<string, string> | Doubt {
    const { state, feed: hash, round } = heard.beat;
    if (state === undefined || hash === undefined || round === undefined) return 'untold';
    if (state === 'quiet' || state === 'suspended') return state;
    if (isOwn(heard) && heard.beat.skewSeconds === undefined) return 'clock';
    const name = feedOf(heard);
    const feed = this.#evidence.feed(name);
    if (typeof feed === 'string') return feed;
    if (isUrgentAt(feed, heard.at)) return 'urgent';
    const key = `${name} ${round}`;
    const found =
      this.#found.get(key) ??
      announcedIn(feed, round, momentsOf(heard), this.#evidence.settings(heard.beat.screen));
    if (found) this.#found.set(key, found);
    return found ?? 'unlike';
  }
}

/** A 紧急 has the whole glass for itself; a beat may come just before the glass is free again. */
const isUrgentAt = ({ notices }: Feed, at: number): boolean =>
  notices.some(
    ({ level, from, until }) =>
      level === 'urgent' && Date.parse(from) <= at && at < Date.parse(until) + MINUTE,
  );

/** A round is made up with each turn of the page; a screen that knows no time hides nothing. */
function momentsOf({ at, beat }: Heard): Parameters<typeof announcedIn>[2] {
  const generated = instantOf(beat.seq) ?? instantAt(at);
  const minutes = Array.from({ length: ROUND + 1 }, (_, ago) => instantAt(at - ago * MINUTE));
  return [...minutes, undefined].map((now) => ({ generated, now }));
}
