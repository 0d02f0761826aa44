import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { earlierVersions } from '../versions.ts';
import type { AnnouncementRecord, Plain, Statement } from './record.ts';

/**
 * The announcement without what may be added to a published one: errata newer than the kept record are undone, and
 * lists that may grow are cut back to their kept length. What is published unchanged gives back the kept record.
 */
export function withoutAdditions(kept: AnnouncementRecord, statement: Statement): Statement {
  // An erratum names its words in NFC, and a body need not be.
  const present = { announcement: statement.announcement, body: statement.body.normalize('NFC') };
  const before =
    earlierVersions(present.announcement, present.body)[lengthOf(kept.fields['errata'])] ?? present;
  return { ...statement, body: before.body, announcement: cutBack(kept, before.announcement) };
}

function cutBack({ fields }: AnnouncementRecord, announcement: Announcement): Announcement {
  const cut = formOf(typeOf(announcement.category, announcement.type))
    .filter(({ afterPublication }) => afterPublication === 'may-grow')
    .flatMap(({ key }) => {
      const list = (announcement as unknown as Readonly<Record<string, unknown>>)[key];
      return Array.isArray(list) ? [[key, list.slice(0, lengthOf(fields[key]))] as const] : [];
    });
  return { ...announcement, ...Object.fromEntries(cut) } as Announcement;
}

const lengthOf = (value: Plain | undefined): number => (Array.isArray(value) ? value.length : 0);
