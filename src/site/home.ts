import type { Edition } from '../core/edition.ts';
import { shortEnd, shortInstant, type Instant } from '../core/announcement/instant.ts';
import { closingOf, type Row } from '../core/listing.ts';
import { siteFrame, type Frame } from './frame.ts';
import { newestRows } from './newest.ts';

/** How many of the next gates are cards, how many rows follow in each of the two scopes, and how much is news. */
const CARDS = 3;
const LATER = 5;
const INSIDE = 3;
const NEWEST = 12;

/** How many closings the page names, so that a reader's clock can count; a build is seldom older than they reach. */
const CLOSINGS = 60;

interface HomePage {
  frame: Frame;
  /** The calls that close to newcomers next, and those after them. */
  next: readonly Row[];
  later: readonly Row[];
  openCount: number;
  /** When the next calls close to newcomers, the next first. */
  closings: readonly Instant[];
  /** When the first of them does, in short. */
  firstClosing: string | undefined;
  /** Calls for those alone who have done what had to be done before; by deadline. */
  inside: readonly Row[];
  insideCount: number;
  newest: readonly Row[];
  /** The present year, whose dates need not name it. */
  year: string;
  /** The moment for which the calls were counted. */
  asOf: string;
}

/** The home page: what closes next, what is new. Only this page and the lists of open calls know today. */
export function homePage(edition: Edition): HomePage {
  const { now } = edition;
  const year = now.slice(0, 4);
  const open = edition.open();
  const inside = edition.inside();
  const closings = open.slice(0, CLOSINGS).map(closingOf);
  return {
    frame: siteFrame(edition),
    next: open.slice(0, CARDS),
    later: open.slice(CARDS, CARDS + LATER),
    openCount: open.length,
    closings,
    firstClosing: closings[0] && shortEnd(closings[0], year),
    inside: inside.slice(0, INSIDE),
    insideCount: inside.length,
    newest: newestRows(edition, NEWEST),
    year,
    asOf: shortInstant(now, year).replace(/(?<=:\d\d):\d\d$/u, ''),
  };
}
