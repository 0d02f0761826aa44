import { calendars } from '../calendars.ts';
import { opmlNames } from '../feed-text.ts';
import { BUYER_FEEDS, feedNames, possibleFeeds } from '../feeds.ts';
import { file, page, type Kind, type Rendered } from '../unit.ts';

/** A feed, but of a buyer. */
const feed: Kind = {
  name: 'feed',
  keys: feedNames,
  pages: (edition, name) =>
    possibleFeeds(edition).get(name)?.isRssOnly ? [file('feeds/[name].xml', { name })] : bothFormats(name),
};

/** The feed of a buyer under one spelling of its name. */
const buyerFeed: Kind = {
  name: 'feed of a buyer',
  keys: BUYER_FEEDS,
  pages: (_, name) => bothFormats(name),
};

const bothFormats = (name: string): readonly Rendered[] => [
  file('feeds/[name].xml', { name }),
  file('feeds/[name].json', { name }),
];

/** A list of feeds for feed readers. */
const opml: Kind = {
  name: 'list of feeds',
  keys: opmlNames,
  pages: (_, name) => [file('feeds/[name].opml', { name })],
};

/** The page of all feeds. */
const feeds: Kind = { name: 'feeds', keys: () => [''], pages: () => [page('feeds')] };

/** A calendar to subscribe to. */
const calendar: Kind = {
  name: 'calendar',
  keys: (edition) => calendars(edition).map(({ name }) => name),
  pages: (_, name) => [file('calendar/[name].ics', { name })],
};

/** The page of what takes place soon. */
const agenda: Kind = { name: 'agenda', keys: () => [''], pages: () => [page('calendar')] };

/** What a reader subscribes to, and the pages that list it. */
export const subscriptions: readonly Kind[] = [feed, buyerFeed, opml, feeds, calendar, agenda];
