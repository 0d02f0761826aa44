import { getRssString } from '@astrojs/rss';
import type { FeedItem } from '../core/feeds/item.ts';
import { toJsonFeed } from '../core/feeds/json-feed.ts';
import { toOpml } from '../core/feeds/opml.ts';
import { newsAt } from '../core/feeds/select.ts';
import type { Row } from '../core/listing.ts';
import { absolute, announcementPath, feedPath } from './address.ts';
import { describe } from './announcement.ts';
import { allAlterations } from './changes.ts';
import { feedGroups, type Feed } from './feeds.ts';
import { siteFrame } from './frame.ts';
import { lastChangeOf } from './last-change.ts';

/** RSS 2.0 of a feed. Addresses are whole: the encoder would resolve others against the domain and lose the base path. */
export function toRss(feed: Feed): Promise<string> {
  return getRssString({
    title: `${siteFrame().siteName} ${feed.title}`,
    description: feed.description,
    site: absolute(feed.page),
    // An address with a query has no slash at its end.
    trailingSlash: !feed.page.includes('?'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${absolute(feedPath(feed.name, 'xml'))}" rel="self" type="application/rss+xml"/>`,
    items: feed.rows.map(itemOf).map(({ url, title, summary, newsAt, tags }) => ({
      link: url,
      title,
      description: summary,
      pubDate: new Date(newsAt),
      categories: [...tags],
    })),
  });
}

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

function itemOf(row: Row): FeedItem {
  return {
    url: absolute(announcementPath(row.id)),
    title: row.withdrawn ? `【已撤下】${row.title}` : row.title,
    summary: row.withdrawn ? describe(row) : [describe(row), ...alteredBy(row.id)].join('。'),
    publishedAt: row.publishedAt,
    newsAt: newsAt(row),
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
