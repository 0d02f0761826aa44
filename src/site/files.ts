import type { Edition } from '../core/edition.ts';
import { filesOfDisclosure } from './disclosure/files.ts';
import type { SiteFile } from './unit.ts';
import { filesOfUnits } from './units.ts';

/**
 * The files that grow in number with the announcements: what stands beside each of them, of their projects and units,
 * and the texts that excerpts are taken from. They are half of all files, and as routes of Astro each would take a
 * request, a response and a stream. The few others are routes in src/pages.
 * @returns paths within the site
 */
export function* siteFiles(edition: Edition): Iterable<SiteFile> {
  yield* filesOfUnits(edition);
  yield* filesOfDisclosure(edition);
}
