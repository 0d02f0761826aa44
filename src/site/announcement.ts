import type { Edition } from '../core/edition.ts';
import { dayOf, printDate, printInstant, printStart, type PlainDate } from '../core/announcement/instant.ts';
import { renderWithHeadings, type Heading } from '../core/body/render.ts';
import type { Announcement } from '../core/announcement/schema.ts';
import { isReadable } from '../core/announcement/withdrawal.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { inHand } from '../core/failure.ts';
import type { Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';
import type { ExpectedStep } from '../core/project/expected.ts';
import { drawQr, type QrDrawing } from '../core/qr.ts';
import { keepWhole } from '../core/typesetting/whole.ts';
import { earlierVersions, inForceOn, type Version } from '../core/versions.ts';
import {
  announcementCalendarPath,
  announcementPath,
  categoryPath,
  dayPath,
  documentPath,
  projectPath,
} from './address.ts';
import { hasCalendar } from './agenda.ts';
import { attachmentAddress, filesOf, sumsHref, type FileLine } from './attachments.ts';
import { askPhoneOf, complaintsOf, type Contact } from './complaints.ts';
import { bodyLinks } from './body-links.ts';
import { citationOf } from './citation.ts';
import { correctedBy, correctionsOf, type Correction } from './corrections.ts';
import { daysInForce } from './days-in-force.ts';
import { documentDigest } from './document.ts';
import { boxesOf, dayBox, oldVersionBox, type EventBox } from './event-boxes.ts';
import { factLines, type FactLine } from './facts.ts';
import { tablesOf } from './lot-states.ts';
import { registrationOf, type RegistrationNote } from './ledger.ts';
import { linkNames, type Piece } from './parties/known.ts';
import { gateLines, type GateLine } from './gates.ts';
import { ocdsHrefOf } from './ocds.ts';
import { originalLines, type OriginalLines } from './original.ts';
import { expectedOf, timelineOf, type OutsideStep, type Step } from './project.ts';
import type { SetTable } from './set-table.ts';
import { checkLines, otherExceptions, type CheckLine } from './statutory.ts';
import { describeWithdrawal, withdrawalLines, type WithdrawalLines } from './withdrawal.ts';

/** A key fact; of one that names units, the same in pieces, with a link on each that has a page. */
export type LinkedFact = FactLine & { pieces?: readonly Piece[] };

/** A part of the page that a reader may look for, and how many things it holds. */
export interface Jump {
  /** The name of its heading. */
  to: string;
  label: string;
  count?: number;
}

/** All that an announcement's page shows. */
export interface AnnouncementPage {
  path: string;
  row: Row;
  title: string;
  /** Of one that was withdrawn 撤下: when and why. The page says this first, and shows the rest as what it once said. */
  withdrawn: WithdrawalLines | undefined;
  /** Whether facts, text and attachments may be read; where not, none are handed over. */
  isReadable: boolean;
  published: string;
  source: string;
  originalUrl: string | undefined;
  /** Of one that was taken over from an old site. */
  original: OriginalLines | undefined;
  crumbs: readonly { label: string; href: string }[];
  boxes: readonly EventBox[];
  /** The line of gates; none on an earlier text. */
  gates: readonly GateLine[];
  jumps: readonly Jump[];
  /** On a correction: the announcement it corrects. */
  corrects: Correction | undefined;
  changes: readonly Change[];
  /** The same, one group a correction. */
  corrections: readonly Correction[];
  facts: readonly LinkedFact[];
  tables: readonly SetTable[];
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
  steps: readonly (Step | OutsideStep)[];
  expected: readonly ExpectedStep[];
  projectHref: string | undefined;
  versions: readonly (Version & { href: string; when: string })[];
  /** The number of the version shown. */
  version: number;
  /** Whether it is not the present text: an earlier version, or what was in force on a day. */
  isEarlier: boolean;
  /** The announcement in one line, for whoever cites it. */
  citation: string;
  /** Number in the ledger of the present text, or of this version. */
  registration: RegistrationNote | undefined;
  /** On the present text: the days whose text has a page of its own. */
  days: readonly { day: PlainDate; label: string; href: string }[];
  /** Whole address, as a text and as a QR code. */
  url: string;
  qr: QrDrawing;
  calendarHref: string | undefined;
  dataHref: string;
  /** The data of its whole procedure; none where it belongs to none, or the site publishes none. */
  ocdsHref: string | undefined;
  /** SHA-256 of the data. */
  digest: string;
  complaints: readonly Contact[];
  description: string;
  /** What a link to it says where it is shared. */
  shared: string;
}

/** A text of an announcement that is not the present one: before an erratum, or with the corrections up to a day. */
type Earlier = { version: number } | { day: PlainDate };

/** Gathers the page of an announcement, or of one of its earlier texts. */
export function announcementPage(edition: Edition, id: string, earlier?: Earlier): AnnouncementPage {
  const entry = edition.entry(id);
  return inHand(entry, () => gatherPage(edition, entry, earlier));
}

function gatherPage(edition: Edition, entry: Entry, earlier: Earlier | undefined): AnnouncementPage {
  const { id } = entry;
  const versions = earlierVersions(entry.announcement, entry.body);
  const day = earlier && 'day' in earlier ? earlier.day : undefined;
  const old = earlier && 'version' in earlier ? versions[earlier.version - 1] : undefined;
  const { body, ...shown } = textOf(edition, entry, old, day);
  const row = edition.row(id);
  const code = row.projectCode;
  const home = announcementPath(id);
  const readable = isReadable(entry.announcement);
  const path = old ? `${home}v${old.number}/` : day === undefined ? home : dayPath(id, day);
  const version = old?.number ?? versionOn(day, versions);
  const isEarlier = earlier !== undefined;
  const source = sourceOf(edition, shown.announcement);
  const { html, headings } = renderWithHeadings(
    body,
    (file) => attachmentAddress(edition, entry, file),
    bodyLinks(edition, home),
  );
  const page: Omit<AnnouncementPage, 'jumps'> = {
    path,
    row,
    title: shown.announcement.title,
    withdrawn: withdrawalLines(edition, entry.announcement),
    isReadable: readable,
    published: printStart(shown.announcement.publishedAt),
    source,
    originalUrl: shown.announcement.originalUrl,
    original: originalLines(edition, shown.announcement),
    crumbs: crumbsOf(edition, row),
    boxes: old
      ? [oldVersionBox(edition, old, home)]
      : day === undefined
        ? boxesOf(edition, entry, versions)
        : [dayBox(edition, id, day)],
    gates: isEarlier || !readable ? [] : gateLines(edition, id),
    isEarlier,
    corrects: isEarlier ? undefined : correctedBy(edition, entry),
    changes: shown.changes,
    corrections: correctionsOf(edition, shown.changes),
    facts: readable ? linkedFacts(edition, factLines(edition, shown.announcement, shown.changes)) : [],
    tables: readable ? tablesOf(edition, isEarlier ? undefined : id, shown.announcement) : [],
    contents: contentsOf(headings),
    html: readable ? keepWhole(html) : '',
    checks: isEarlier ? [] : checkLines(edition, id),
    exceptions: isEarlier ? [] : otherExceptions(edition, id),
    rulesHref: edition.address('rules/'),
    files: filesOf(edition, entry),
    askPhone: askPhoneOf(edition, shown.announcement),
    sumsHref: sumsHref(edition, entry),
    // What came later is no part of a day.
    steps: code === undefined || day !== undefined ? [] : timelineOf(edition, code, id),
    expected: code === undefined || day !== undefined ? [] : expectedOf(edition, code),
    projectHref: code === undefined ? undefined : edition.address(projectPath(code)),
    versions: (readable && day === undefined ? versions : []).map((version) => ({
      ...version,
      href: edition.address(`${home}v${version.number}/`),
      when: printInstant(version.until),
    })),
    version,
    registration: day === undefined ? registrationOf(edition, id, old?.number) : undefined,
    citation: citationOf({
      ...{ source, title: shown.announcement.title, row, version, changes: shown.changes, day },
      url: edition.absolute(path),
    }),
    days: isEarlier
      ? []
      : daysInForce(edition, id).map((one) => ({
          day: one,
          label: printDate(one),
          href: edition.address(dayPath(id, one)),
        })),
    url: edition.absolute(path),
    qr: drawQr(edition.absolute(path)),
    calendarHref: hasCalendar(edition, id) ? edition.address(announcementCalendarPath(id)) : undefined,
    dataHref: edition.address(documentPath(id)),
    ocdsHref: ocdsHrefOf(edition, id),
    digest: documentDigest(edition, entry),
    // The announcement's own words of whom to turn to are part of what may not be read; the centre's stand last.
    complaints: complaintsOf(edition, shown.announcement).slice(readable ? 0 : -1),
    description: describe(row),
    shared: sharedWords(row),
  };
  return { ...page, jumps: jumpsOf(page) };
}

/** The parts of a page beside its key facts, in their order. */
function jumpsOf(page: Omit<AnnouncementPage, 'jumps'>): readonly Jump[] {
  const part = (to: string, label: string, count: number): readonly Jump[] =>
    count > 0 ? [{ to, label, count }] : [];
  return [
    ...part('files', '附件', page.files.length),
    ...(page.corrects ? part('corrects', '更正', page.corrects.changes.length) : []),
    ...page.tables.flatMap(({ label, rows }, place) => part(`table-${place + 1}`, label, rows.length)),
    ...part('changes', '更正', page.corrections.length),
    ...(page.html === '' ? [] : [{ to: 'words', label: '正文' }]),
    ...part('progress', '进度', page.steps.length),
    ...part('periods', '核验', page.checks.length + page.exceptions.length),
    { to: 'complaints', label: '异议与投诉' },
  ];
}

/** What a page shows: the present text, an earlier version, or what was in force at the end of a day. */
function textOf(
  edition: Edition,
  { id, announcement, body }: Entry,
  old: Version | undefined,
  day: PlainDate | undefined,
): { announcement: Announcement; body: string; changes: readonly Change[] } {
  if (old) return { announcement: old.announcement, body: old.body, changes: [] };
  const effective = edition.effective(id);
  return day === undefined
    ? { ...effective, body }
    : inForceOn(day, { announcement, body }, effective.changes);
}

/** The number of the version that a day ended with. */
const versionOn = (day: PlainDate | undefined, versions: readonly Version[]): number =>
  versions.find(({ until }) => day !== undefined && dayOf(until) > day)?.number ?? versions.length + 1;

const linkedFacts = (edition: Edition, facts: readonly FactLine[]): readonly LinkedFact[] =>
  facts.map((fact) => (fact.isNames ? { ...fact, pieces: linkNames(edition, fact.text) } : fact));

/** Who published an announcement first: the centre, unless it says another. */
export const sourceOf = (edition: Edition, { source }: Announcement): string =>
  source ?? edition.site!.centreName;

/** The facts of a row in one sentence, for search engines and feeds. */
export function describe(row: Row): string {
  if (row.withdrawn) return `${row.categoryTerm}，${row.typeTerm}，${describeWithdrawal(row.withdrawn)}`;
  const deadline = row.deadline && `${row.deadline.label}${row.deadline.text}`;
  const facts = [row.principal, row.amount, row.winner, row.price].map(
    (fact) => fact && `${fact.label}${fact.text}`,
  );
  return [row.categoryTerm, row.typeTerm, row.region, deadline, ...facts].filter(Boolean).join('，');
}

/** The same for a link that is shared, which shows the title and a few words: by when, whose, for how much. */
export function sharedWords(row: Row): string {
  if (row.withdrawn) return describe(row);
  const facts = [row.deadline, row.principal, row.winner, row.price, row.amount];
  return facts.flatMap((fact) => (fact ? [`${fact.label} ${fact.text}`] : [])).join('，') || describe(row);
}

const crumbsOf = (
  edition: Edition,
  { category, categoryTerm, publishedAt }: Row,
): AnnouncementPage['crumbs'] => {
  const [year, month] = publishedAt.split('-') as [string, string];
  return [
    { label: '首页', href: edition.address() },
    { label: categoryTerm, href: edition.address(categoryPath(category)) },
    { label: `${year}年${Number(month)}月`, href: edition.address(categoryPath(category, year, month)) },
  ];
};

/** A list of contents helps from four sections on. */
function contentsOf(headings: readonly Heading[]): readonly Heading[] {
  const sections = headings.filter(({ level }) => level === 2);
  return sections.length >= 4 ? sections : [];
}
