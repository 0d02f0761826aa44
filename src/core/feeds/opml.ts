/** A feed in a list of subscriptions. */
export interface Outline {
  title: string;
  feedUrl: string;
  pageUrl: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Subscriptions in groups, in OPML 2.0 (http://opml.org/spec2.opml), which readers take in at once. */
export function toOpml(given: {
  title: string;
  groups: readonly { title: string; feeds: readonly Outline[] }[];
}): string {
  const groups = given.groups.map(
    ({ title, feeds }) =>
      `    <outline text="${escaped(title)}">\n${feeds.map(toOutline).join('')}    </outline>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escaped(given.title)}</title>
  </head>
  <body>
${groups.join('')}  </body>
</opml>
`;
}

const toOutline = ({ title, feedUrl, pageUrl }: Outline): string =>
  `      <outline type="rss" text="${escaped(title)}" title="${escaped(title)}" xmlUrl="${escaped(feedUrl)}" htmlUrl="${escaped(pageUrl)}"/>\n`;
