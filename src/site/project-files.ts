import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import { toIcalendar } from '../core/agenda/icalendar.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Edition } from '../core/edition.ts';
import { inHand } from '../core/failure.ts';
import { feedRows } from '../core/feeds/select.ts';
import { toStoredZip, type Packed } from '../core/stored-zip.ts';
import {
  projectCalendarPath,
  projectFeedPath,
  projectPath,
  projectSumsPath,
  projectZipPath,
} from './address.ts';
import { agendaOf, toEvent } from './agenda.ts';
import { attachmentsOf, sha256Of, sourceOf } from './attachments.ts';
import { toRss } from './feed-text.ts';
import type { SiteFile } from './unit.ts';
import { siteFrame } from './frame.ts';

/** Attachments of one project that together are larger are offered one by one, in bytes. */
const LARGEST_ZIP = 50 * 1024 * 1024;

const SUMS = 'SHA256SUMS';

/**
 * The files beside a project's page: its feed, its dates, its attachments in one ZIP with their digests.
 * @throws {FailureInHand} when an attachment is gone, naming its announcement; then there is no ZIP
 */
export function* filesOfProject(edition: Edition, code: string): Iterable<SiteFile> {
  yield { path: projectFeedPath(code), text: projectFeed(edition, code) };
  if (hasProjectCalendar(edition, code))
    yield { path: projectCalendarPath(code), text: projectCalendar(edition, code) };
  const entries = entriesWithFiles(edition, code);
  if (entries.length === 0) return;
  const sums = entries.map((entry) => sumsIn(edition, entry)).join('');
  if (!hasProjectZip(edition, code)) {
    yield { path: projectSumsPath(code), text: sums };
    return;
  }
  const files = entries.flatMap((entry) => inHand(entry, () => packedOf(edition, entry)));
  const zip = toStoredZip([...files, { path: SUMS, bytes: new TextEncoder().encode(sums) }]);
  const digest = createHash('sha256').update(zip).digest('hex');
  yield { path: projectZipPath(code), bytes: zip };
  yield {
    path: projectSumsPath(code),
    text: `${digest}  ${projectZipPath(code).split('/').at(-1)!}\n${sums}`,
  };
}

/** The announcements of a project that have attachments and stand, in the order of publication. */
export const entriesWithFiles = (edition: Edition, code: string): readonly Entry[] =>
  edition
    .project(code)
    .ids.map((id) => edition.entry(id))
    .filter((entry) => isCurrent(entry) && attachmentsOf(entry).length > 0);

/** Whether the attachments of a project are small enough for one ZIP. */
export const hasProjectZip = (edition: Edition, code: string): boolean =>
  sizeOfAttachments(edition, code) <= LARGEST_ZIP;

/** All attachments of a project together, in bytes. */
export const sizeOfAttachments = (edition: Edition, code: string): number =>
  entriesWithFiles(edition, code)
    .flatMap(attachmentsOf)
    .reduce((sum, { bytes }) => sum + bytes, 0);

export const hasProjectCalendar = (edition: Edition, code: string): boolean =>
  edition.project(code).ids.some((id) => agendaOf(edition, id).length > 0);

/** Each announcement has a folder of its own, for two may have attachments of one name. */
const pathInZip = ({ id }: Entry, file: string): string => `${id}/${file.normalize('NFC')}`;

const packedOf = (edition: Edition, entry: Entry): readonly Packed[] =>
  attachmentsOf(entry).map(({ file }) => ({
    path: pathInZip(entry, file),
    bytes: readFileSync(sourceOf(edition, entry, file)),
  }));

const sumsIn = (edition: Edition, entry: Entry): string =>
  attachmentsOf(entry)
    .map(({ file }) => {
      const digest = inHand(entry, () => sha256Of(edition, sourceOf(edition, entry, file)));
      return `${digest}  ${pathInZip(entry, file)}\n`;
    })
    .join('');

/** RSS 2.0 of the announcements of a project. */
const projectFeed = (edition: Edition, code: string): Promise<string> =>
  toRss(
    edition,
    {
      name: code,
      title: code,
      description: `项目 ${code} 的全部公告。`,
      page: projectPath(code),
      rows: feedRows(edition.project(code).ids.map((id) => edition.row(id))),
    },
    projectFeedPath(code),
  );

const projectCalendar = (edition: Edition, code: string): string =>
  toIcalendar({
    name: `${siteFrame(edition).siteName} ${code}`,
    description: `项目 ${code} 的全部日期：截止、开标、公示。`,
    url: edition.absolute(projectPath(code)),
    events: edition
      .project(code)
      .ids.flatMap((id) => agendaOf(edition, id))
      .map((one) => toEvent(edition, one)),
  });
