import { addressOfCode } from '../core/announcement/code-address.ts';
import type { Category } from '../core/announcement/category.ts';
import type { PlainDate } from '../core/announcement/instant.ts';
import { CATALOGUE } from '../core/disclosure/class.ts';
import type { Settings } from '../settings.ts';

/** What `content/site.yaml` says of where the site is found. */
type Place = { readonly basePath?: string | undefined; readonly origin?: string | undefined } | undefined;

/** The folder of the site below its domain, with `/` at both ends; what the environment says comes first. */
export function basePath(settings: Pick<Settings, 'basePath'>, site: Place): string {
  const path = settings.basePath ?? site?.basePath ?? '/';
  return `/${path.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
}

/** Scheme and host of the site, without a slash at the end. */
export const origin = (settings: Pick<Settings, 'siteUrl'>, site: Place): string =>
  new URL(settings.siteUrl ?? site?.origin ?? 'http://localhost').origin;

export const announcementPath = (id: string): string => `announcements/${id}/`;

/** What an announcement said at the end of a day. */
export const dayPath = (id: string, day: PlainDate): string => `${announcementPath(id)}on/${day}/`;

/** An announcement as data. */
export const documentPath = (id: string): string => `announcements/${id}.json`;

/** The texts of some announcements that excerpts are taken from; `textFileOf` in core/search finds it. */
export const searchTextsPath = (name: string): string => `search/texts/${name}.json`;

/** The dates of one announcement, for the reader's own calendar. */
export const announcementCalendarPath = (id: string): string => `announcements/${id}/calendar.ics`;

/** A calendar to subscribe to. */
export const calendarPath = (name: string): string => `calendar/${name}.ics`;

/** Page and feed of what has changed in announcements; with a month, its archive. */
export const changesPath = (year?: string, month?: string): string =>
  `${['changes', year, month].filter(Boolean).join('/')}/`;

export const feedPath = (name: string, ending: 'xml' | 'json'): string => `feeds/${name}.${ending}`;

/** Digests of an announcement's attachments. */
export const sumsPath = (id: string): string => `announcements/${id}/SHA256SUMS`;

export const projectPath = (code: string): string => `projects/${addressOfCode(code)}/`;

/** What is beside the page of a project: its feed, its dates, its attachments in one file, their digests. */
export const projectFeedPath = (code: string): string => `${projectPath(code)}feed.xml`;
export const projectCalendarPath = (code: string): string => `${projectPath(code)}calendar.ics`;
export const projectZipPath = (code: string): string => `${projectPath(code)}attachments.zip`;
export const projectSumsPath = (code: string): string => `${projectPath(code)}SHA256SUMS`;

/** The page of a unit; its feed and its table stand beside it. */
export const partyPath = (id: string): string => `parties/${id}/`;

export const partyFeedPath = (id: string): string => `${partyPath(id)}feed.xml`;

export const partyTablePath = (id: string): string => `${partyPath(id)}announcements.csv`;

export const categoryPath = (category: Category, year?: string, month?: string): string =>
  `${[category, year, month].filter(Boolean).join('/')}/`;

/** Attachments are published under plain names; their own name is the label and the name of the download. */
export const attachmentPath = (id: string, index: number, file: string): string =>
  `${announcementPath(id)}${plainName(index, file)}`;

const plainName = (index: number, file: string): string =>
  `attachment-${index + 1}.${/\.([A-Za-z0-9]+)$/u.exec(file)?.[1]?.toLowerCase() ?? 'bin'}`;

/** 政府信息公开: its page; with the id of an item, that item's, with what lies beside it. */
export const disclosurePath = (id?: string): string => `disclosure/${id === undefined ? '' : `${id}/`}`;

/** 公开记录: its page, or a file of it. */
export const ledgerPath = (file = ''): string => `ledger/${file}`;

/** Where a reader holds a receipt against what it is of. */
export const VERIFY = 'verify/';

/** The list of all items; with the name of a class, its part of it. */
export const disclosureListPath = (classId?: string): string =>
  `${disclosurePath(CATALOGUE)}${classId === undefined ? '' : `#${classId}`}`;

/** The catalogue as data. */
export const disclosureDataPath = (ending: 'json' | 'csv'): string =>
  `${disclosurePath()}catalogue.${ending}`;

export const itemAttachmentPath = (id: string, index: number, file: string): string =>
  `${disclosurePath(id)}${plainName(index, file)}`;

export const itemSumsPath = (id: string): string => `${disclosurePath(id)}SHA256SUMS`;

/** The name of a day's first row in one of the two lists of the open calls. */
export const openAnchor = (list: 'open' | 'inside', day: string): string => `${list}-${day}`;
