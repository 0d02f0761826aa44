import { printInstant } from '../core/announcement/instant.ts';
import { headingsOf, renderBody } from '../core/body/render.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { inHand } from '../core/failure.ts';
import type { Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';
import type { ExpectedStep } from '../core/project/expected.ts';
import { drawQr, type QrDrawing } from '../core/qr.ts';
import { earlierVersions, type Version } from '../core/versions.ts';
import {
  absolute,
  address,
  announcementCalendarPath,
  announcementPath,
  categoryPath,
  projectPath,
} from './address.ts';
import { hasCalendar } from './agenda.ts';
import { attachmentAddress, filesOf, sumsHref, type FileLine } from './attachments.ts';
import { askPhoneOf, complaintsOf, type Contact } from './complaints.ts';
import { loadContent } from './content.ts';
import { correctedBy, correctionsOf, type Correction } from './corrections.ts';
import { documentDigest } from './document.ts';
import { entryWith } from './entries.ts';
import { boxesOf, oldVersionBox, type EventBox } from './event-boxes.ts';
import { factLines, factTables, type FactLine, type FactTable } from './facts.ts';
import { expectedOf, timelineOf, type Step } from './project.ts';
import { rowWith } from './rows.ts';
import { checkLines, otherExceptions, type CheckLine } from './statutory.ts';

/** All that an announcement's page shows. */
export interface AnnouncementPage {
  path: string;
  row: Row;
  title: string;
  published: string;
  source: string;
  originalUrl: string | undefined;
  crumbs: readonly { label: string; href: string }[];
  boxes: readonly EventBox[];
  /** On a correction: the announcement it corrects. */
  corrects: Correction | undefined;
  changes: readonly Change[];
  /** The same, one group a correction. */
  corrections: readonly Correction[];
  facts: readonly FactLine[];
  tables: readonly FactTable[];
  contents: readonly { id: string; text: string }[];
  html: string;
  /** 法定期限核验; none on an old version. */
  checks: readonly CheckLine[];
  exceptions: ReturnType<typeof otherExceptions>;
  rulesHref: string;
  files: readonly FileLine[];
  /** Whom to ask by telephone. */
  askPhone: string;
  /** Address of the digests of the attachments. */
  sumsHref: string | undefined;
  steps: readonly Step[];
  expected: readonly ExpectedStep[];
  projectHref: string | undefined;
  versions: readonly (Version & { href: string; when: string })[];
  /** The number of the version shown. */
  version: number;
  /** Whole address, as a text and as a QR code. */
  url: string;
  qr: QrDrawing;
  calendarHref: string | undefined;
  dataHref: string;
  /** SHA-256 of the data. */
  digest: string;
  complaints: readonly Contact[];
  description: string;
}

/** Gathers the page of an announcement, or of one of its earlier versions. */
export function announcementPage(id: string, versionNumber?: number): AnnouncementPage {
  const entry = entryWith(id);
  return inHand(entry, () => gatherPage(entry, versionNumber));
}

function gatherPage(entry: Entry, versionNumber: number | undefined): AnnouncementPage {
  const { id } = entry;
  const { corpus, links } = loadContent();
  const versions = earlierVersions(entry.announcement, entry.body);
  const old = versions.find(({ number }) => number === versionNumber);
  const effective = links.effective.get(id)!;
  const shown = old ? { announcement: old.announcement, changes: [] } : effective;
  const body = old?.body ?? entry.body;
  const row = rowWith(id);
  const code = row.projectCode;
  const home = announcementPath(id);
  const path = old ? `${home}v${old.number}/` : home;
  return {
    path,
    row,
    title: shown.announcement.title,
    published: printInstant(shown.announcement.publishedAt),
    source: shown.announcement.source ?? corpus.site!.centreName,
    originalUrl: shown.announcement.originalUrl,
    crumbs: crumbsOf(row),
    boxes: old ? [oldVersionBox(old, home)] : boxesOf(entry, versions),
    corrects: old ? undefined : correctedBy(entry),
    changes: shown.changes,
    corrections: correctionsOf(shown.changes),
    facts: factLines(shown.announcement, shown.changes),
    tables: factTables(shown.announcement),
    contents: contentsOf(body),
    html: renderBody(body, (file) => attachmentAddress(entry, file)),
    checks: old ? [] : checkLines(id),
    exceptions: old ? [] : otherExceptions(id),
    rulesHref: address('rules/'),
    files: filesOf(entry),
    askPhone: askPhoneOf(shown.announcement),
    sumsHref: sumsHref(entry),
    steps: code === undefined ? [] : timelineOf(code, id),
    expected: code === undefined ? [] : expectedOf(code),
    projectHref: code === undefined ? undefined : address(projectPath(code)),
    versions: versions.map((version) => ({
      ...version,
      href: address(`${home}v${version.number}/`),
      when: printInstant(version.until),
    })),
    version: old?.number ?? versions.length + 1,
    url: absolute(path),
    qr: drawQr(absolute(path)),
    calendarHref: hasCalendar(id) ? address(announcementCalendarPath(id)) : undefined,
    dataHref: address(`announcements/${id}.json`),
    digest: documentDigest(entry),
    complaints: complaintsOf(shown.announcement),
    description: describe(row),
  };
}

/** The facts of a row in one sentence, for search engines and feeds. */
export function describe(row: Row): string {
  const deadline = row.deadline && `${row.deadline.label}${row.deadline.text}`;
  const facts = [row.principal, row.amount, row.winner, row.price].map(
    (fact) => fact && `${fact.label}${fact.text}`,
  );
  return [row.categoryTerm, row.typeTerm, row.region, deadline, ...facts].filter(Boolean).join('，');
}

const crumbsOf = ({ category, categoryTerm, publishedAt }: Row): AnnouncementPage['crumbs'] => {
  const [year, month] = publishedAt.split('-') as [string, string];
  return [
    { label: '首页', href: address() },
    { label: categoryTerm, href: address(categoryPath(category)) },
    { label: `${year}年${Number(month)}月`, href: address(categoryPath(category, year, month)) },
  ];
};

/** A list of contents helps from four sections on. */
function contentsOf(body: string): readonly { id: string; text: string }[] {
  const sections = headingsOf(body).filter(({ level }) => level === 2);
  return sections.length >= 4 ? sections : [];
}
