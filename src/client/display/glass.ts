import type { Instant } from '../../core/announcement/instant.ts';
import type { Feed, Item, PartKind } from '../../core/display/feed.ts';
import type { Freshness } from '../../core/display/words.ts';

/** What a turn is drawn from. */
export interface Moment {
  feed: Feed;
  generated: Instant;
  /** Nothing where no clock can be trusted. */
  now: Instant | undefined;
}

/** What a turn has put on the glass. */
export interface OnGlass {
  kind: PartKind;
  items: readonly Item[];
  /** How many more there are: see `ShownPart`. */
  leftOut?: number | undefined;
  /** Which turn of the round it is, counted from 0. */
  turn: number;
  /** How long it stays, in seconds. */
  dwell: number;
}

/** Where announcements are drawn: a board of rows or a strip of lamps. */
export interface Glass {
  /** Puts a turn of the round on the glass; after the last comes the first. */
  show(moment: Moment, turn: number): OnGlass;
  showClock(time: string, date: string): void;
  showFooter(freshness: Freshness, note: string, stamps: string): void;
}

/** How long nothing stays, in seconds, before it is looked at again. */
export const EMPTY_DWELL = 10;
