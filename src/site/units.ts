import type { Edition } from '../core/edition.ts';
import { keysOf, type Kind, type Rendered, type SiteFile } from './unit.ts';
import { announcements } from './units/announcements.ts';
import { data } from './units/data.ts';
import { disclosure } from './units/disclosure.ts';
import { handbook } from './units/handbook.ts';
import { kiosks } from './units/kiosks.ts';
import { lists } from './units/lists.ts';
import { oldAddresses } from './units/old-addresses.ts';
import { pages } from './units/pages.ts';
import { parties } from './units/parties.ts';
import { projects } from './units/projects.ts';
import { screens } from './units/screens.ts';
import { search } from './units/search.ts';
import { sitemap } from './units/sitemap.ts';
import { statistics } from './units/statistics.ts';
import { subscriptions } from './units/subscriptions.ts';

/** Everything that a site is made of. */
export const KINDS: readonly Kind[] = [
  announcements,
  projects,
  ...lists,
  ...parties,
  ...subscriptions,
  ...data,
  ...search,
  ...statistics,
  ...kiosks,
  ...screens,
  ...oldAddresses,
  ...disclosure,
  ...handbook,
  ...pages,
  ...sitemap,
];

/** The pages of every unit, by route. */
export const pagesByRoute = (edition: Edition): ReadonlyMap<string, readonly Rendered[]> =>
  edition.once('pages by route', () =>
    Map.groupBy(
      KINDS.flatMap((kind) => keysOf(kind, edition).flatMap((key) => kind.pages(edition, key))),
      ({ route }) => route,
    ),
  );

/**
 * The files of every unit that are no pages. Most grow in number with the announcements, and are half of all files; as
 * routes of Astro each would take a request, a response and a stream.
 */
export function* filesOfUnits(edition: Edition): Iterable<SiteFile> {
  for (const kind of KINDS) {
    if (!kind.files) continue;
    for (const key of keysOf(kind, edition)) yield* kind.files(edition, key);
  }
}
