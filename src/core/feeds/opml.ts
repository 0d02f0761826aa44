import { escapeMarkup } from '../markup.ts';

/** A feed in a list of subscriptions. */
interface Outline {
  title: string;
  feedUrl: string;
  pageUrl: string;
}

/** Subscriptions in groups, in OPML 2.0 (http://opml.org/spec2.opml), which readers take in at once. */
export function toOpml(given: {
  title: string;
  groups: readonly { title: string; feeds: readonly Outline[] }[];
}): string {
  const groups = given.groups.map(
    ({ title, feeds }) =>
      `    <outline text="${escapeMarkup(title)}">\n${feeds.map(toOutline).join('')}    </outline>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeMarkup(given.title)}</title>
  </head>
  <body>
${groups.join('')}  </body>
</opml>
`;
}

const toOutline = ({ title, feedUrl, pageUrl }: Outline): string =>
  `      <outline type="rss" text="${escapeMarkup(title)}" title="${escapeMarkup(title)}" xmlUrl="${escapeMarkup(feedUrl)}" htmlUrl="${escapeMarkup(pageUrl)}"/>\n`;
