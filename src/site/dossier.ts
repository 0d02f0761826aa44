import { printStart } from '../core/announcement/instant.ts';
import { statedOutcomes } from '../core/announcement/outcomes.ts';
import { formOf, typeOf, type Announcement } from '../core/announcement/schema.ts';
import type { Edition } from '../core/edition.ts';
import { factOf } from '../core/announcement/fact.ts';
import type { Row } from '../core/listing.ts';
import type { Course } from '../core/project.ts';
import { isLost, stateOf } from '../core/project/course.ts';
import type { ExpectedStep } from '../core/project/expected.ts';
import {
  announcementPath,
  categoryPath,
  projectCalendarPath,
  projectFeedPath,
  projectSumsPath,
  projectZipPath,
} from './address.ts';
import { filesOf, sizeOf, type FileLine } from './attachments.ts';
import { askPhoneOf, complaintsOf, type Contact } from './complaints.ts';
import { boxesOf, type EventBox } from './event-boxes.ts';
import { gateLines, type GateLine } from './gates.ts';
import { tablesOf } from './lot-states.ts';
import { lotTracks, type LotTracks } from './lot-tracks.ts';
import { expectedOf, timelineOf, type OutsideStep, type Step } from './project.ts';
import { entriesWithFiles, hasProjectCalendar, hasProjectZip, sizeOfAttachments } from './project-files.ts';
import { clarificationsOf, type Clarification } from './questions.ts';
import type { SetTable } from './set-table.ts';
import { verdictOf } from './verdict.ts';

/** One of the facts of a project that hold now. */
interface DossierFact {
  label: string;
  text: string;
}

/** The attachments of one announcement. */
interface FileGroup {
  title: string;
  typeTerm: string;
  href: string;
  when: string;
  files: readonly FileLine[];
}

/** All that a project's page shows. */
export interface Dossier {
  /** The project's own name, or else its first announcement's title. */
  name: string;
  first: Row;
  /** The call in force, the last one; none where a project has not come to it. */
  call: Row | undefined;
  /** How many announcements of this site it has. */
  count: number;
  crumbs: readonly { label: string; href: string }[];
  /** Where it stands, in one sentence; none while all of it waits for a result. */
  verdict: string | undefined;
  /** What is to come next; the dates of a call that runs stand in a box of their own. */
  next: ExpectedStep | undefined;
  /** What stopped the call or took it up again; a correction is told where its changes stand. */
  boxes: readonly EventBox[];
  /** The call again while its dates still count. */
  running: Row | undefined;
  gates: readonly GateLine[];
  facts: readonly DossierFact[];
  /** The way of each lot, of each call that has several. */
  tracks: readonly LotTracks[];
  /** Lots, parcels or assets of the call. */
  lots: readonly SetTable[];
  steps: readonly (Step | OutsideStep)[];
  expected: readonly ExpectedStep[];
  clarifications: readonly Clarification[];
  files: readonly FileGroup[];
  /** Where all attachments are found in one file; none where they are too large for it. */
  zip: { href: string; download: string; size: string } | undefined;
  sumsHref: string;
  feedHref: string;
  calendarHref: string | undefined;
  /** Whom to ask by telephone. */
  askPhone: string;
  complaints: readonly Contact[];
}

/** Gathers the page of a project. */
export function dossierPage(edition: Edition, code: string): Dossier {
  const { ids } = edition.project(code);
  const rows = ids.map((id) => edition.row(id));
  const first = rows[0]!;
  const call = rows.findLast(({ stage, withdrawn }) => stage === 'call' && !withdrawn);
  const leading = edition.effective((call ?? first).id).announcement;
  return {
    name: nameOf(edition, ids) ?? first.title,
    first,
    call,
    count: ids.length,
    crumbs: [
      { label: '首页', href: edition.address() },
      { label: first.categoryTerm, href: edition.address(categoryPath(first.category)) },
    ],
    verdict: verdictOf(edition, callsOf(edition, code)),
    next: call && isRunning(call) ? undefined : expectedOf(edition, code)[0],
    boxes: call ? boxesOf(edition, edition.entry(call.id), []).filter(({ kind }) => TURNS.has(kind)) : [],
    running: call && isRunning(call) ? call : undefined,
    gates: call ? gateLines(edition, call.id) : [],
    facts: factsOf(edition, code, rows, call ?? first),
    tracks: callsOf(edition, code).flatMap((course) => lotTracks(edition, course) ?? []),
    lots: lotTables(edition, code),
    steps: timelineOf(edition, code),
    expected: expectedOf(edition, code),
    clarifications: clarificationsOf(edition, code),
    files: filesIn(edition, code),
    zip: hasProjectZip(edition, code)
      ? {
          href: edition.address(projectZipPath(code)),
          download: `${code} 附件.zip`,
          size: sizeOf(sizeOfAttachments(edition, code)),
        }
      : undefined,
    sumsHref: edition.address(projectSumsPath(code)),
    feedHref: edition.address(projectFeedPath(code)),
    calendarHref: hasProjectCalendar(edition, code) ? edition.address(projectCalendarPath(code)) : undefined,
    askPhone: askPhoneOf(edition, leading),
    complaints: complaintsOf(edition, leading),
  };
}

/** Each call that called nothing anew; what was called anew stands with the lot that it is of. */
const callsOf = (edition: Edition, code: string): readonly Course[] =>
  edition
    .coursesOf(code)
    .filter(({ root, after }) => after === undefined && edition.row(root).stage === 'call');

/** Their tables, which say of a lot where it stands where no track does. */
const lotTables = (edition: Edition, code: string): readonly SetTable[] =>
  callsOf(edition, code).flatMap((course) => {
    const { announcement } = edition.effective(course.root);
    return tablesOf(edition, lotTracks(edition, course) ? undefined : course.root, announcement);
  });

const TURNS: ReadonlySet<EventBox['kind']> = new Set(['terminated', 'failed', 'suspended', 'resumed']);

const isRunning = ({ happening }: Row): boolean =>
  happening === undefined || happening.kind === 'corrected' || happening.kind === 'suspended';

function nameOf(edition: Edition, ids: readonly string[]): string | undefined {
  const named = ids
    .map((id) => edition.effective(id).announcement)
    .find((announcement) => 'projectName' in announcement && announcement.projectName !== undefined);
  return named && 'projectName' in named ? named.projectName : undefined;
}

/** Who, for how much, until when: of the announcement that leads, with what later ones add. */
function factsOf(edition: Edition, code: string, rows: readonly Row[], leading: Row): readonly DossierFact[] {
  const announcements = rows
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id }) => edition.effective(id).announcement)
    .toReversed();
  const last = (of: (announcement: Announcement) => DossierFact | undefined): DossierFact | undefined =>
    announcements.map(of).find((fact) => fact !== undefined);
  return [
    last((one) => factOf(one, 'principal')),
    last((one) => factOf(one, 'agency')),
    leading.amount,
    last(ceilingOf),
    ...wholeOutcome(edition, code),
    // While they count, the dates stand in a box of their own.
    isRunning(leading) ? undefined : leading.deadline,
  ].flatMap((fact) => (fact ? [{ label: fact.label, text: fact.text }] : []));
}

/** Who won and for how much, of a matter without lots; those of lots stand in their table. */
function wholeOutcome(edition: Edition, code: string): readonly (DossierFact | undefined)[] {
  const lots = edition.coursesOf(code).flatMap((course) => course.lots);
  const whole = lots.findLast(({ lot }) => lot === undefined);
  const won =
    whole && !isLost(stateOf(whole)) ? whole.steps.findLast(({ state }) => state === 'won') : undefined;
  if (!won || stateOf(whole!)?.state === 'overturned') return [];
  const [outcome] = statedOutcomes(edition.effective(won.by).announcement);
  return [outcome?.winner, outcome?.price];
}

/** 最高限价 may be announced with the call or by itself. */
function ceilingOf(announcement: Announcement): DossierFact | undefined {
  const field = formOf(typeOf(announcement.category, announcement.type)).find(
    ({ key }) => key === 'priceCeilingFen',
  );
  const value = field && (announcement as unknown as Readonly<Record<string, unknown>>)[field.key];
  return value === undefined ? undefined : { label: field!.label, text: field!.kind!.print(value) };
}

const filesIn = (edition: Edition, code: string): readonly FileGroup[] =>
  entriesWithFiles(edition, code).map((entry) => {
    const { id, title, typeTerm, publishedAt } = edition.row(entry.id);
    return {
      title,
      typeTerm,
      href: edition.address(announcementPath(id)),
      when: printStart(publishedAt),
      files: filesOf(edition, entry),
    };
  });
