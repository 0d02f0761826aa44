import { getRssString } from '@astrojs/rss';
import { escapeMarkup, toWellFormedText } from '../markup.ts';
import type { FeedItem } from './item.ts';

/** A feed in RSS 2.0. Addresses are whole: the encoder would resolve others against the domain and lose the base path. */
export async function toRss(feed: {
  title: string;
  description: string;
  homePage: string;
  feedUrl: string;
  items: readonly FeedItem[];
}): Promise<string> {
  const text = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.homePage,
    // An address with a query has no slash at its end.
    trailingSlash: !feed.homePage.includes('?'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-CN</language><atom:link href="${escapeMarkup(feed.feedUrl)}" rel="self" type="application/rss+xml"/>`,
    items: feed.items.map(({ id, url, title, summary, newsAt, tags }) => ({
      link: url,
      title,
      description: summary,
      pubDate: new Date(newsAt),
      categories: [...tags],
      // The encoder would make the address the identity.
      customData: `<guid isPermaLink="false">${escapeMarkup(id)}</guid>`,
    })),
  });
  // The encoder escapes, but writes what XML cannot hold.
  return toWellFormedText(text);
}
