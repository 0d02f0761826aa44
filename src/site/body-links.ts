import { pageAddress } from '../core/body/site-links.ts';
import { SITE_PAGES, sitePages } from '../core/check/site-pages.ts';
import type { Edition } from '../core/edition.ts';

/**
 * Gives links of a body to the site's own pages their address on the site, whatever form they were written in; nothing
 * for what leads elsewhere.
 * @param from path of the page that the body stands on
 */
export function bodyLinks(edition: Edition, from: string): (href: string) => string | undefined {
  const known = edition.once(SITE_PAGES, () => sitePages(edition));
  const pages = { ...known, bases: [edition.base, ...known.bases] };
  return (href) => pageAddress(href, from, pages, edition.base);
}
