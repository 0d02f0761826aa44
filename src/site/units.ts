import type { Kind } from './unit.ts';
import { announcements } from './units/announcements.ts';
import { data } from './units/data.ts';
import { disclosure } from './units/disclosure.ts';
import { disposals } from './units/disposals.ts';
import { handbook } from './units/handbook.ts';
import { kiosks } from './units/kiosks.ts';
import { ledger } from './units/ledger.ts';
import { lists } from './units/lists.ts';
import { ocds } from './units/ocds.ts';
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
  ...disposals,
  ...ocds,
  ...search,
  ...statistics,
  ...kiosks,
  ...screens,
  ...oldAddresses,
  ...disclosure,
  ...ledger,
  ...handbook,
  ...pages,
  ...sitemap,
];
