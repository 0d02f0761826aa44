import type { Edition } from '../../src/core/edition.ts';
import { BUYER_FEEDS, feedNames, feedWith, type Feed } from '../../src/site/feeds.ts';

/** Every feed of a site, those of buyers under all spellings of their names too. */
export const allFeeds = (edition: Edition): readonly Feed[] =>
  [...feedNames(edition), ...edition.keys(BUYER_FEEDS)].map((name) => feedWith(edition, name));
