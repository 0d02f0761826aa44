import { getRssString } from '@astrojs/rss';
import { printDate } from '../announcement/instant.ts';
import { escapeMarkup, toWellFormedText } from '../markup.ts';
import type { FeedItem } from './item.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * A feed in RSS 2.0. Addresses are whole: the encoder would resolve others against the domain and lose the base path.
 * Whoever opens it in a browser sees a page: CSS sets XML as it sets HTML, and what is in the namespace of XHTML is a
 * link there. No XSLT: browsers take it out (Chrome 155 has none any more). Feed readers pass over both.
 */
export async function toRss(feed: {
  title: string;
  description: string;
  homePage: string;
  feedUrl: string;
  /** Where the style sheet lies, from the root of the domain. */
  styleSheet: string;
  items: readonly FeedItem[];
}): Promise<string> {
  const text = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.homePage,
    // An address with a query has no slash at its end.
    trailingSlash: !feed.homePage.includes('?'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom', h: XHTML },
    customData: `<language>zh-CN</language><atom:link href="${escapeMarkup(feed.feedUrl)}" rel="self" type="application/rss+xml"/>${guideTo(feed)}`,
    items: feed.items.map(({ id, url, title, summary, newsAt, tags }) => ({
      link: url,
      title,
      description: summary,
      pubDate: new Date(newsAt),
      categories: [...tags],
      // The encoder would make the address the identity.
      customData: `<guid isPermaLink="false">${escapeMarkup(id)}</guid><h:p><h:a href="${escapeMarkup(url)}">${printDate(newsAt.slice(0, 10))}，打开公告</h:a></h:p>`,
    })),
  });
  // The encoder escapes, but writes what XML cannot hold; it knows no language and no type of a style sheet.
  return toWellFormedText(text)
    .replace('?>', `?><?xml-stylesheet type="text/css" href="${escapeMarkup(feed.styleSheet)}"?>`)
    .replace('<rss ', '<rss xml:lang="zh-CN" ');
}

/** What a person is told who opens a feed in a browser. */
const guideTo = ({ feedUrl, homePage }: { feedUrl: string; homePage: string }): string =>
  `<h:div><h:p>这是给阅读器读的订阅。把网址复制到阅读器里，有新公告会自动收到：</h:p><h:p><h:code>${escapeMarkup(feedUrl)}</h:code></h:p><h:p><h:a href="${escapeMarkup(homePage)}">同样的公告，看网页</h:a></h:p></h:div>`;
