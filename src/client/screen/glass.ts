import type { Instant } from '../../core/announcement/instant.ts';
import type { Feed, Item } from '../../core/screen/browser/feed.ts';
import type { Freshness } from '../../core/screen/browser/words.ts';

/** What a turn is drawn from. */
export interface Moment {
  feed: Feed;
  generated: Instant;
  /** Nothing where no clock can be trusted. */
  now: Instant | undefined;
  /** What is being read out in the rooms, as turns; `above` is what a notice to the hall takes, in pixels. */
  live: (above: number) => readonly Turn[];
}

/** One turn of a round: a page of a board or a cut of a strip. */
export interface Turn {
  kind: string;
  /** Where it is of several parts: their kinds. */
  kinds?: readonly string[];
  items: readonly Item[];
  /** What it tells, in names that stay the same from one round to the next. */
  keys: readonly string[];
  /** Whether something is being read out in it. */
  isLive?: boolean;
  /** How many more there are: see `ShownPart`. */
  leftOut?: number | undefined;
  /** How long it stays, in seconds. */
  dwell: number;
  /** Puts it on the glass. */
  show: () => void;
}

/** What is said of the data and of the screen itself. */
export interface Said {
  freshness: Freshness;
  /** How far one may trust it; no words while all is well. */
  warning: string;
  /** What holds of all of it: that it is a sample. */
  note: string;
  /** How many more there are than the part on the glass shows. */
  leftOut: number | undefined;
  /** Which data it is, and when newer was last looked for. */
  stamps: string;
}

/** Where announcements are drawn: a board of rows or a strip of lamps. */
export interface Glass {
  /** The round at a moment; at least one turn, which may say that there is nothing. */
  turnsAt(moment: Moment): readonly Turn[];
  showClock(time: string, date: string): void;
  showFooter(said: Said): void;
}

/** How long nothing stays, in seconds, before it is looked at again. */
export const EMPTY_DWELL = 10;
