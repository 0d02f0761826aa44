import { hash } from 'node:crypto';

/** Digits of a name made of a hash: at 10,000 buyers two share one with a chance of less than one in five million. */
const DIGITS = 12;

/**
 * The name of the feed of an area or a buyer, `area-3f0c…`: ASCII, and of the words alone, so that it never changes
 * when others come. Two ways of encoding one Chinese name give one.
 */
export const feedNameOf = (kind: 'area' | 'buyer', words: string): string =>
  `${kind}-${hash('sha256', words.normalize('NFC')).slice(0, DIGITS)}`;

/** The name of the feed of what a feed has in one area: `construction-tender-notice-area-3f0c…`. */
export const feedNameInArea = (feed: string, area: string): string => `${feed}-${feedNameOf('area', area)}`;
