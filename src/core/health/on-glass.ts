import { createHash } from 'node:crypto';
import type { Instant } from '../announcement/instant.ts';
import { announcedText, HASH_DIGITS } from '../screen/browser/announced.ts';
import { noticesOn, withBand } from '../screen/browser/band.ts';
import type { Boot } from '../screen/browser/boot.ts';
import type { Feed, Item } from '../screen/browser/feed.ts';
import { pagesAt } from '../screen/browser/pages.ts';
import { partsAt } from '../screen/browser/parts.ts';
import { itemsOf, signTurns } from '../screen/browser/sign-turns.ts';
import { cutRound } from '../screen/browser/strip.ts';

/** How a screen is set, as its page tells. */
export type Setting = Pick<Boot, 'layout' | 'strip' | 'sign' | 'factor'>;

/** A moment at which a round may have been made up, on data that were made at `generated`. */
interface Moment {
  readonly generated: Instant;
  readonly now: Instant | undefined;
}

/**
 * The announcements of a round with a hash, each with its title; nothing where no reckoning has this hash. All that a
 * feed has for a moment, and what of it the page of the screen makes room for, are tried: the hash decides.
 */
export function announcedIn(
  feed: Feed,
  hash: string,
  moments: readonly Moment[],
  settings: readonly Setting[],
): ReadonlyMap<string, string> | undefined {
  for (const moment of moments)
    for (const items of roundsAt(feed, moment, settings)) {
      const titles = new Map(items.map(({ id, title }) => [id, title]));
      if (hashOf([...titles.keys()]) === hash) return titles;
    }
  return undefined;
}

export const hashOf = (ids: readonly string[]): string =>
  createHash('sha256').update(announcedText(ids)).digest('hex').slice(0, HASH_DIGITS);

const roundsAt = (
  feed: Feed,
  { generated, now }: Moment,
  settings: readonly Setting[],
): readonly (readonly Item[])[] => [
  partsAt(feed, now).flatMap(({ items }) => items),
  ...settings.flatMap(({ layout, strip, sign, factor }) => {
    if (strip)
      return [
        cutRound(feed, now, { strip, factor, generated })
          .flat()
          .flatMap(({ items }) => items),
      ];
    // Where the age of the data is told there is room for less.
    if (sign)
      return [false, true].map((isOld) =>
        signTurns(feed, now, { layout: sign, factor, isOld }).flatMap(({ face }) => itemsOf(face)),
      );
    if (!layout) return [];
    const paging = { layout: withBand(layout, noticesOn(feed.notices, now)), factor, generated };
    return [pagesAt(feed, now, paging).flatMap(({ items }) => items)];
  }),
];
