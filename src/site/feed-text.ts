import type { Edition } from '../core/edition.ts';
import { getRssString } from '@astrojs/rss';
import type { Alteration } from '../core/changes.ts';
import type { FeedItem } from '../core/feeds/item.ts';
import { toJsonFeed } from '../core/feeds/json-feed.ts';
import { toOpml } from '../core/feeds/opml.ts';
import { newsAt } from '../core/feeds/select.ts';
import type { Row } from '../core/listing.ts';
import { announcementPath, feedPath } from './address.ts';
import { describe } from './announcement.ts';
import { feedGroups, type Feed } from './feeds.ts';
import { siteFrame } from './frame.ts';
import { lastChangeOf } from './last-change.ts';

/** RSS 2.0 of a feed. Addresses are whole: the encoder would resolve others against the domain and lose the base path. */
export function toRss(edition: Edition, feed: Feed): Promise<string> {
  return getRssString({
    title: `${siteFrame(edition).siteName} ${feed.title}`,
    description: feed.description,
    site: edition.absolute(feed.page),
    // An address with a query has no slash at its end.
    trailingSlash: !feed.page.includes('?'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${edition.absolute(feedPath(feed.name, 'xml'))}" rel="self" type="application/rss+xml"/>`,
    items: feed.rows
      .map((one) => itemOf(edition, one))
      .map(({ url, title, summary, newsAt, tags }) => ({
        link: url,
        title,
        description: summary,
        pubDate: new Date(newsAt),
        categories: [...tags],
      })),
  });
}

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
    groups: feedGroups(edition)
      .filter((group) => name === 'all' || group.name === name)
      .map(({ title, feeds }) => ({
        title: `${siteName} ${title}`,
        feeds: feeds.map((feed) => ({
          title: feed.title,
          feedUrl: edition.absolute(feedPath(feed.name, 'xml')),
          pageUrl: edition.absolute(feed.page),
        })),
      })),
  });
}

function itemOf(edition: Edition, row: Row): FeedItem {
  return {
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
function alteredBy(edition: Edition, id: string): readonly string[] {
  const sentences = edition.once('sentences of alterations', () => sentencesOf(edition.alterations()));
  return sentences.get(id) ?? [];
}

const sentencesOf = (alterations: readonly Alteration[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    alterations
      .filter(({ kind }) => kind !== 'erratum')
      .map(({ by, lines, reason }) => [
        by,
        [
          ...lines.map(({ label, from, to }) => `${label}由“${from}”改为“${to}”`),
          ...(reason === undefined ? [] : [`原因：${reason}`]),
        ],
      ]),
  );
