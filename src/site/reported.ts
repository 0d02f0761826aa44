import type { Edition } from '../core/edition.ts';
import { dayOf, type PlainDate } from '../core/announcement/instant.ts';
import { renderBody } from '../core/body/render.ts';
import type { Reported } from '../core/platform/rows.ts';
import { announcementPath } from './address.ts';
import { attachmentAddress } from './attachments.ts';
import { bodyLinks } from './body-links.ts';
import { siteFrame } from './frame.ts';
import { ANNOUNCEMENTS } from './units/announcements.ts';

/** What was published or changed on a day or later, as it is reported to a platform above; the oldest first. */
export const reportedSince = (edition: Edition, since: PlainDate): readonly Reported[] =>
  edition
    .keys(ANNOUNCEMENTS)
    .filter((id) => dayOf(versionDate(edition, id)) >= since)
    .map((id) => reportedOf(edition, id))
    .toSorted((a, b) =>
      a.versionDate === b.versionDate ? (a.id < b.id ? -1 : 1) : a.versionDate < b.versionDate ? -1 : 1,
    );

function reportedOf(edition: Edition, id: string): Reported {
  const entry = edition.entry(id);
  const path = announcementPath(id);
  return {
    id,
    announcement: edition.effective(id).announcement,
    url: edition.absolute(path),
    siteName: siteFrame(edition).siteName,
    html: renderBody(
      entry.body,
      (file) => attachmentAddress(edition, entry, file),
      bodyLinks(edition, edition.address(path)),
    ),
    versionDate: versionDate(edition, id),
  };
}

/** When an announcement became what it is: published, put right, corrected, or taken down. */
function versionDate(edition: Edition, id: string): string {
  const { announcement, changes } = edition.effective(id);
  const { publishedAt, errata = [], withdrawn = [] } = announcement;
  return [publishedAt, ...[...errata, ...withdrawn, ...changes].map(({ at }) => at)].reduce((last, at) =>
    at > last ? at : last,
  );
}
