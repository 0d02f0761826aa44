import { pageAddress } from '../core/body/site-links.ts';
import { sitePagesOf } from '../core/check/site-pages.ts';
import type { Edition, View } from '../core/edition.ts';

/** The announcements that were found at an address of the old site, under it. */
export const LEGACY_URLS: View<null> = {
  name: 'legacy urls',
  map: (edition, id) => (edition.entry(id).announcement.legacyUrls ?? []).map((address) => [address, null]),
};

/**
 * Gives links of a body to the site's own pages their address on the site, whatever form they were written in; nothing
 * for what leads elsewhere.
 * @param from path of the page that the body stands on
 */
export function bodyLinks(edition: Edition, from: string): (href: string) => string | undefined {
  const { site, pages, taken } = edition;
  const known = sitePagesOf({
    ...{ site, pages, taken },
    get disclosure() {
      return edition.disclosure;
    },
    has: (id) => edition.has(id),
    bodyOf: (id) => (edition.has(id) ? edition.entry(id).body : undefined),
    wasAt: (address) => edition.values(LEGACY_URLS, address).length > 0,
  });
  return (href) => pageAddress(href, from, { ...known, bases: [edition.base, ...known.bases] }, edition.base);
}
