import { getRssString } from '@astrojs/rss';
import { CATEGORIES, categories } from '../core/announcement/category.ts';
import { feedRows } from '../core/feeds/select.ts';
import { toJsonFeed } from '../core/feeds/json-feed.ts';
import type { FeedItem } from '../core/feeds/item.ts';
import type { Row } from '../core/listing.ts';
import { absolute, address, announcementPath, categoryPath } from './address.ts';
import { describe } from './announcement.ts';
import { loadContent } from './content.ts';
import { siteFrame } from './frame.ts';
import { allRows, rowsIn } from './rows.ts';

/** One feed of the site. Its files are `/feeds/<name>.xml` and `.json`. */
export interface Feed {
  name: string;
  title: string;
  description: string;
  /** Path of the page with the same announcements. */
  page: string;
  rows: () => readonly Row[];
}

/** Every feed there is, listed by hand. */
export function feeds(): readonly Feed[] {
  return [
    { name: 'all', title: '全部公告', description: '五类公告，一份不漏。', page: '', rows: allRows },
    ...categories.map((category) => ({
      name: category,
      title: CATEGORIES[category],
      description: `只看${CATEGORIES[category]}的公告。`,
      page: categoryPath(category),
      rows: () => rowsIn(category),
    })),
  ];
}

export const feedWith = (name: string): Feed => feeds().find((feed) => feed.name === name)!;

export const feedAddress = ({ name }: Feed, ending: 'xml' | 'json'): string =>
  address(`feeds/${name}.${ending}`);

/** RSS 2.0 of a feed. Addresses are whole: the encoder would resolve others against the domain and lose the base path. */
export function toRss(feed: Feed): Promise<string> {
  const frame = siteFrame();
  return getRssString({
    title: `${frame.siteName} ${feed.title}`,
    description: feed.description,
    site: absolute(feed.page),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${absolute(`feeds/${feed.name}.xml`)}" rel="self" type="application/rss+xml"/>`,
    items: feedItems(feed).map(({ url, title, summary, publishedAt, tags }) => ({
      link: url,
      title,
      description: summary,
      pubDate: new Date(publishedAt),
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
    feedUrl: absolute(`feeds/${feed.name}.json`),
    author: siteFrame().centreName,
    items: feedItems(feed),
  });
}

const feedItems = (feed: Feed): readonly FeedItem[] => feedRows(feed.rows()).map(itemOf);

function itemOf(row: Row): FeedItem {
  return {
    url: absolute(announcementPath(row.id)),
    title: row.title,
    summary: [describe(row), ...changesOf(row.id)].join('。'),
    publishedAt: row.publishedAt,
    tags: [row.categoryTerm, row.typeTerm, ...(row.region ? [row.region] : [])],
  };
}

/** A correction is an entry of its own and says what changed. */
function changesOf(id: string): readonly string[] {
  const { effective } = loadContent().links;
  const { announcement } = effective.get(id)!;
  const target =
    'corrections' in announcement && 'related' in announcement ? announcement.related : undefined;
  const changes = target === undefined ? [] : (effective.get(target)?.changes ?? []);
  return changes.filter(({ by }) => by === id).map(({ label, from, to }) => `${label}由“${from}”改为“${to}”`);
}
