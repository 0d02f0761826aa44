import type { View } from '../core/edition.ts';
import { DEADLINES } from '../core/edition/deadlines.ts';
import { LEGACY_URLS } from './body-links.ts';
import { AGENDA } from './calendars.ts';
import { CATALOGUE_ROWS } from './catalogues.ts';
import { ALTERATIONS } from './changes.ts';
import { CALLS_UPON, PLANS, PLAN_TYPES } from './coming.ts';
import { BUYERS, BUYER_FEEDS, LEGACY_ENTRIES, NEWS, WITHDRAWN_NEWS } from './feeds.ts';
import { ANNOUNCEMENT_LINES, PROJECT_LINES } from './data.ts';
import { DISPOSALS } from './disposals.ts';
import { READ_TEXTS } from './kiosk-search.ts';
import { MONTHS } from './month-archives.ts';
import { STANDING } from './newest.ts';
import { PARTIES, WITHDRAWN_MENTIONS } from './parties/known.ts';
import { OCDS_OPENERS, OCDS_RECORDS, OCDS_RELEASES } from './ocds.ts';
import { OLD_ADDRESSES } from './old-addresses.ts';
import { PROJECTS } from './project.ts';
import { ANNOUNCEMENT_CHANGES, PARTY_CHANGES, PROJECT_CHANGES } from './sitemap.ts';
import { EXAMPLES } from './search-examples.ts';
import { PRESENT } from './search-page.ts';
import { RECORD_MARKS } from './search-shards.ts';
import { NOTICES, OPENINGS } from './shown.ts';
import { LATER_CHANGES, MONTH_COUNTS, RECORDS, WINS } from './statistics/records.ts';
import { ANNOUNCEMENTS } from './units/announcements.ts';

/**
 * Every view that a page or a unit of the site asks, listed by hand: those that are not here cannot be kept between
 * builds, and to ask one of them in an incremental build is an error.
 */
export const VIEWS: readonly View<unknown, unknown>[] = [
  ANNOUNCEMENTS,
  PROJECTS,
  DEADLINES,
  MONTHS,
  STANDING,
  ALTERATIONS,
  PLANS,
  PLAN_TYPES,
  CALLS_UPON,
  PARTIES,
  WITHDRAWN_MENTIONS,
  NEWS,
  LEGACY_ENTRIES,
  WITHDRAWN_NEWS,
  BUYERS,
  BUYER_FEEDS,
  AGENDA,
  LEGACY_URLS,
  ANNOUNCEMENT_CHANGES,
  PROJECT_CHANGES,
  PARTY_CHANGES,
  ANNOUNCEMENT_LINES,
  PROJECT_LINES,
  DISPOSALS,
  OCDS_OPENERS,
  OCDS_RELEASES,
  OCDS_RECORDS,
  CATALOGUE_ROWS,
  READ_TEXTS,
  RECORD_MARKS,
  EXAMPLES,
  PRESENT,
  RECORDS,
  LATER_CHANGES,
  MONTH_COUNTS,
  WINS,
  OLD_ADDRESSES,
  OPENINGS,
  NOTICES,
];
