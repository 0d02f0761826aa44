import type { Edition, View } from '../../core/edition.ts';
import { inHand } from '../../core/failure.ts';
import { isReadable } from '../../core/announcement/withdrawal.ts';
import { announcementCalendarPath, attachmentPath, documentPath, sumsPath } from '../address.ts';
import { announcementCalendar, hasCalendar } from '../agenda.ts';
import { attachmentsOf, sourceOf, toSums } from '../attachments.ts';
import { daysInForce } from '../days-in-force.ts';
import { announcementDocument } from '../document.ts';
import { page, type Kind, type Rendered, type SiteFile } from '../unit.ts';

/** Every announcement under its own id, those that were withdrawn too. */
export const ANNOUNCEMENTS: View<null> = {
  name: 'announcements',
  map: (_, id) => [[id, null]],
};

/** An announcement: its page, its versions, what was in force on a day, its data, its dates and its attachments. */
export const announcements: Kind = {
  name: 'announcement',
  keys: ANNOUNCEMENTS,
  pages: (edition, id) => inHand(edition.entry(id), () => pagesOf(edition, id)),
  files: (edition, id) => inHand(edition.entry(id), () => filesBeside(edition, id)),
  year: (edition, id) => edition.row(id).publishedAt.slice(0, 4),
};

function pagesOf(edition: Edition, id: string): readonly Rendered[] {
  const { announcement } = edition.entry(id);
  const errata = isReadable(announcement) ? (announcement.errata ?? []) : [];
  return [
    page('announcements/[id]', { id }),
    ...errata.map((_, index) => page('announcements/[id]/v[version]', { id, version: String(index + 1) })),
    ...daysInForce(edition, id).map((day) => page('announcements/[id]/on/[day]', { id, day })),
  ];
}

/** The data of an announcement, its dates, and its attachments with their digests, byte for byte under plain names. */
function filesBeside(edition: Edition, id: string): readonly SiteFile[] {
  const entry = edition.entry(id);
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
