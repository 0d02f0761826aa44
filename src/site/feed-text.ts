import { inHand } from '../core/failure.ts';
import type { FeedItem } from '../core/feeds/item.ts';
import { toJsonFeed } from '../core/feeds/json-feed.ts';
import { toOpml } from '../core/feeds/opml.ts';
import { toRss as toRssFeed } from '../core/feeds/rss.ts';
import type { Row } from '../core/listing.ts';
import { absolute, announcementPath, feedPath } from './address.ts';
import { describe } from './announcement.ts';
import { entryWith } from './entries.ts';
import { allAlterations } from './changes.ts';
import { feedGroups, type Feed } from './feeds.ts';
import { siteFrame } from './frame.ts';
import { lastChangeOf } from './last-change.ts';

/** RSS 2.0 of a feed. */
export const toRss = (feed: Feed): Promise<string> =>
  toRssFeed({
    title: `${siteFrame().siteName} ${feed.title}`,
    description: feed.description,
    homePage: absolute(feed.page),
    feedUrl: absolute(feedPath(feed.name, 'xml')),
    items: feed.rows.map(itemOf),
  });

/** JSON Feed 1.1 of a feed. */
export function toJson(feed: Feed): string {
  return toJsonFeed({
    title: `${siteFrame().siteName} ${feed.title}`,
    description: feed.description,
    homePage: absolute(feed.page),
    feedUrl: absolute(feedPath(feed.name, 'json')),
    author: siteFrame().centreName,
    items: feed.rows.map(itemOf),
  });
}

/** The lists of subscriptions there are: `all`, and one of each group of feeds. */
export const opmlNames = (): readonly string[] => ['all', ...feedGroups().map(({ name }) => name)];

export function opml(name: string): string {
  const { siteName } = siteFrame();
  return toOpml({
    title: `${siteName} 订阅`,
    groups: feedGroups()
      .filter((group) => name === 'all' || group.name === name)
      .map(({ title, feeds }) => ({
        title: `${siteName} ${title}`,
        feeds: feeds.map((feed) => ({
          title: feed.title,
          feedUrl: absolute(feedPath(feed.name, 'xml')),
          pageUrl: absolute(feed.page),
        })),
      })),
  });
}

const itemOf = (row: Row): FeedItem => inHand(entryWith(row.id), () => gatherItem(row));

function gatherItem(row: Row): FeedItem {
  return {
    url: absolute(announcementPath(row.id)),
    title: row.title,
    summary: [describe(row), ...alteredBy(row.id)].join('。'),
    publishedAt: row.publishedAt,
    changedAt: lastChangeOf(row.id),
    tags: [row.categoryTerm, row.typeTerm, ...(row.region ? [row.region] : [])],
  };
}

let sentences: ReadonlyMap<string, readonly string[]> | undefined;

/** A correction is an entry of its own and says what changed; a stop says why. */
function alteredBy(id: string): readonly string[] {
  sentences ??= new Map(
    allAlterations()
      .filter(({ kind }) => kind !== 'erratum')
      .map(({ by, lines, reason }) => [
        by,
        [
          ...lines.map(({ label, from, to }) => `${label}由“${from}”改为“${to}”`),
          ...(reason === undefined ? [] : [`原因：${reason}`]),
        ],
      ]),
  );
  return sentences.get(id) ?? [];
}
