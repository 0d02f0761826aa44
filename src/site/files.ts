import type { Edition } from '../core/edition.ts';
import { partyFeedPath, partyTablePath, searchTextsPath } from './address.ts';
import { filesOfDisclosure } from './disclosure/files.ts';
import { partiesPath, partyNames } from './parties/directory.ts';
import { partyFeed } from './parties/feed.ts';
import { knownParties } from './parties/known.ts';
import { hasTable, partyTable } from './parties/table.ts';
import { filesOfProject } from './project-files.ts';
import { textFiles } from './search.ts';
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
  for (const { code } of edition.projects) yield* filesOfProject(edition, code);
  for (const { name, texts } of textFiles(edition))
    yield { path: searchTextsPath(name), text: JSON.stringify(texts) };
  yield* filesOfParties(edition);
  yield* filesOfDisclosure(edition);
}

/** The feed and the table of each unit, and the names that its search reads. */
function* filesOfParties(edition: Edition): Iterable<SiteFile> {
  for (const party of knownParties(edition)) {
    yield { path: partyFeedPath(party.id), text: partyFeed(edition, party) };
    if (hasTable(party)) yield { path: partyTablePath(party.id), text: partyTable(edition, party) };
  }
  yield { path: `${partiesPath()}names.json`, text: JSON.stringify(partyNames(edition)) };
}
