import type { FeedItem } from './item.ts';

/** A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: {
  title: string;
  description: string;
  homePage: string;
  feedUrl: string;
  author: string;
  items: readonly FeedItem[];
}): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homePage,
    feed_url: feed.feedUrl,
    description: feed.description,
    language: 'zh-CN',
    authors: [{ name: feed.author }],
    items: feed.items.map(({ id, url, title, summary, publishedAt, changedAt, tags }) => ({
      id,
      url,
      title,
      content_text: summary,
      date_published: publishedAt,
      ...(changedAt !== publishedAt && { date_modified: changedAt }),
      tags,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
