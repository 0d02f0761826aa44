import { createHash } from 'node:crypto';
import type { Entry } from '../core/corpus/corpus.ts';
import { inHand } from '../core/failure.ts';
import { toDocument } from '../core/open-data.ts';
import { absolute, announcementPath, attachmentPath } from './address.ts';
import { loadContent } from './content.ts';
import { checkData } from './statutory.ts';

/** The text of `/announcements/<id>.json`: an announcement as data. */
export const announcementDocument = (entry: Entry): string => inHand(entry, () => documentOf(entry));

function documentOf({ id, announcement, body, attachments }: Entry): string {
  const { links } = loadContent();
  const { announcement: effective, changes } = links.effective.get(id)!;
  const urlOf = (other: string): string => absolute(announcementPath(other));
  return JSON.stringify(
    toDocument({
      id,
      url: urlOf(id),
      published: announcement,
      effective,
      changes,
      events: links.events.get(id)!,
      checks: checkData(id),
      attachments: attachments.map(({ file, name, bytes }, index) => ({
        name,
        url: absolute(attachmentPath(id, index, file)),
        bytes,
      })),
      body,
      urlOf,
    }),
  );
}

/** SHA-256 of that text: a printed page can be held against the data on the site. */
export const documentDigest = (entry: Entry): string =>
  createHash('sha256').update(announcementDocument(entry)).digest('hex');
