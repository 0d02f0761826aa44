import type { Edition } from '../core/edition.ts';
import { createHash } from 'node:crypto';
import type { Entry } from '../core/corpus/corpus.ts';
import { inHand } from '../core/failure.ts';
import { toDocument } from '../core/open-data.ts';
import { announcementPath, attachmentPath } from './address.ts';
import { checkData } from './statutory.ts';

/**
 * The text of `/announcements/<id>.json`: an announcement as data. Its digest is kept for the page, which states it.
 */
export function announcementDocument(edition: Edition, entry: Entry): string {
  const text = inHand(entry, () => documentOf(edition, entry));
  keptDigest(edition, entry, () => text);
  return text;
}

/** SHA-256 of that text: a printed page can be held against the data on the site. */
export const documentDigest = (edition: Edition, entry: Entry): string =>
  keptDigest(edition, entry, () => inHand(entry, () => documentOf(edition, entry)));

const keptDigest = (edition: Edition, { id }: Entry, text: () => string): string =>
  edition.once(`digest of document ${id}`, () => createHash('sha256').update(text()).digest('hex'));

function documentOf(edition: Edition, { id, announcement, body, attachments }: Entry): string {
  const { announcement: effective, changes } = edition.effective(id);
  const urlOf = (other: string): string => edition.absolute(announcementPath(other));
  return JSON.stringify(
    toDocument({
      id,
      url: urlOf(id),
      published: announcement,
      effective,
      changes,
      events: edition.events(id),
      course: edition.course(id),
      checks: checkData(edition, id),
      attachments: attachments.map(({ file, name, bytes }, index) => ({
        name,
        url: edition.absolute(attachmentPath(id, index, file)),
        bytes,
      })),
      body,
      urlOf,
    }),
  );
}
