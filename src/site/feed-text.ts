import type { Edition } from '../core/edition.ts';
import { inHand } from '../core/failure.ts';
import type { FeedItem } from '../core/feeds/item.ts';
import { toJsonFeed } from '../core/feeds/json-feed.ts';
import { toOpml } from '../core/feeds/opml.ts';
import { toRss as toRssFeed } from '../core/feeds/rss.ts';
import { newsAt } from '../core/feeds/select.ts';
import type { Row } from '../core/listing.ts';
import { announcementPath, feedPath } from './address.ts';
import { describe } from './announcement.ts';
import { alterationsOf } from './changes.ts';
import { feedGroup, feedGroups, type Feed } from './feeds.ts';
import { siteFrame } from './frame.ts';
import { feedIdOf } from './identity.ts';
import { lastChangeOf } from './last-change.ts';

/** RSS 2.0 of a feed, at `path` within the site. */
export const toRss = (edition: Edition, feed: Feed, path = feedPath(feed.name, 'xml')): Promise<string> =>
  toRssFeed({
    title: `${siteFrame(edition).siteName} ${feed.title}`,
    description: feed.description,
    homePage: edition.absolute(feed.page),
    feedUrl: edition.absolute(path),
    styleSheet: edition.address('feed.css'),
    items: feed.rows.map((one) => itemOf(edition, one)),
  });

/** JSON Feed 1.1 of a feed. */
export function toJson(edition: Edition, feed: Feed): string {
  return toJsonFeed({
    title: `${siteFrame(edition).siteName} ${feed.title}`,
    description: feed.description,
    homePage: edition.absolute(feed.page),
    feedUrl: edition.absolute(feedPath(feed.name, 'json')),
    author: siteFrame(edition).centreName,
    items: feed.rows.map((one) => itemOf(edition, one)),
  });
}

/** The lists of subscriptions there are: `all`, and one of each group of feeds. */
export const opmlNames = (edition: Edition): readonly string[] => [
  'all',
  ...feedGroups(edition).map(({ name }) => name),
];

export function opml(edition: Edition, name: string): string {
  const { siteName } = siteFrame(edition);
  return toOpml({
    title: `${siteName} 订阅`,
    groups: (name === 'all' ? feedGroups(edition) : [feedGroup(edition, name)!]).map(({ title, feeds }) => ({
      title: `${siteName} ${title}`,
      feeds: feeds.map((feed) => ({
        title: feed.title,
        feedUrl: edition.absolute(feedPath(feed.name, 'xml')),
        pageUrl: edition.absolute(feed.page),
      })),
    })),
  });
}

const itemOf = (edition: Edition, row: Row): FeedItem =>
  inHand(edition.entry(row.id), () => gatherItem(edition, row));

function gatherItem(edition: Edition, row: Row): FeedItem {
  return {
    id: feedIdOf(edition, row.id),
    url: edition.absolute(announcementPath(row.id)),
    title: row.withdrawn ? `【已撤下】${row.title}` : row.title,
    summary: row.withdrawn ? describe(row) : [describe(row), ...alteredBy(edition, row.id)].join('。'),
    publishedAt: row.publishedAt,
    newsAt: newsAt(row),
    changedAt: lastChangeOf(edition, row.id),
    tags: [row.categoryTerm, row.typeTerm, ...(row.region ? [row.region] : [])],
  };
}

/** A correction is an entry of its own and says what changed; a stop says why. */
const alteredBy = (edition: Edition, id: string): readonly string[] =>
  alterationsOf(edition, id)
    .filter(({ kind }) => kind !== 'erratum')
    .flatMap(({ lines, reason }) => [
      ...lines.map(({ label, from, to }) => `${label}由“${from}”改为“${to}”`),
      ...(reason === undefined ? [] : [`原因：${reason}`]),
    ]);
