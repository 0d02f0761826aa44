import type { Entry } from '../core/corpus/corpus.ts';
import type { Edition } from '../core/edition.ts';
import { inHand } from '../core/failure.ts';
import {
  announcementCalendarPath,
  attachmentPath,
  documentPath,
  partyFeedPath,
  partyTablePath,
  searchTextsPath,
  sumsPath,
} from './address.ts';
import { announcementCalendar, hasCalendar } from './agenda.ts';
import { attachmentsOf, sourceOf, toSums } from './attachments.ts';
import { announcementDocument } from './document.ts';
import { filesOfDisclosure } from './disclosure/files.ts';
import { partiesPath, partyNames } from './parties/directory.ts';
import { partyFeed } from './parties/feed.ts';
import { knownParties } from './parties/known.ts';
import { hasTable, partyTable } from './parties/table.ts';
import { filesOfProject } from './project-files.ts';
import { textFiles } from './search.ts';

/** A file of the site that is no page: a text, bytes, or those of a file on this machine. */
export type SiteFile = { readonly path: string } & (
  { readonly text: string | Promise<string> } | { readonly bytes: Uint8Array } | { readonly copyOf: string }
);

/**
 * The files that grow in number with the announcements: what stands beside each of them, of their projects and units,
 * and the texts that excerpts are taken from. They are half of all files, and as routes of Astro each would take a
 * request, a response and a stream. The few others are routes in src/pages.
 * @returns paths within the site
 */
export function* siteFiles(edition: Edition): Iterable<SiteFile> {
  for (const entry of edition.entries) yield* inHand(entry, () => filesBeside(edition, entry));
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

/** The data of an announcement, its dates, and its attachments with their digests, byte for byte under plain names. */
function filesBeside(edition: Edition, entry: Entry): readonly SiteFile[] {
  const { id } = entry;
  const attachments = attachmentsOf(entry);
  return [
    { path: documentPath(id), text: announcementDocument(edition, entry) },
    ...(hasCalendar(edition, id)
      ? [{ path: announcementCalendarPath(id), text: announcementCalendar(edition, id) }]
      : []),
    ...(attachments.length > 0 ? [{ path: sumsPath(id), text: toSums(edition, entry) }] : []),
    ...attachments.map(({ file }, index) => ({
      path: attachmentPath(id, index, file),
      copyOf: sourceOf(edition, entry, file),
    })),
  ];
}
