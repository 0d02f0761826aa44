import type { Edition, View } from '../core/edition.ts';
import { addressOfCode } from '../core/announcement/code-address.ts';
import { dayOrInstantKind } from '../core/announcement/day-or-instant.ts';
import { elsewhereOf } from '../core/announcement/elsewhere.ts';
import { printInstant, printStart } from '../core/announcement/instant.ts';
import type { Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';
import { expectedSteps, type ExpectedStep } from '../core/project/expected.ts';
import { announcementPath } from './address.ts';
import { describeWithdrawal } from './withdrawal.ts';

/** The code of a project under what its address has of it, once for each announcement of the project. */
export const PROJECTS: View<string> = {
  name: 'projects',
  map(edition, id) {
    const code = codeOf(edition, id);
    return code === undefined ? [] : [[addressOfCode(code), code]];
  },
};

/** The code of the project that an announcement belongs to, as it was published: a correction moves it to no other. */
export function codeOf(edition: Edition, id: string): string | undefined {
  const { announcement } = edition.entry(id);
  return 'projectCode' in announcement ? announcement.projectCode : undefined;
}

/**
 * The code of the project at an address. An old code may differ from another only as its address does not: then the
 * address is that of the first.
 */
export const codeAt = (edition: Edition, address: string): string => edition.values(PROJECTS, address)[0]!;

/** One announcement in the life of its project. */
export interface Step {
  /** As a program reads it: an instant, or a day where no more is known. */
  at: string;
  row: Row;
  href: string;
  when: string;
  isCurrent: boolean;
  /** Short facts: the new deadline, the winner, the reason. */
  notes: readonly string[];
  /** Of one that was withdrawn: when. */
  withdrawn: string | undefined;
  /** What this announcement changed in an earlier one. */
  changes: readonly Change[];
}

/** An announcement in the life of a project that another site has published. */
export interface OutsideStep {
  at: string;
  title: string;
  href: string;
  when: string;
  row?: undefined;
}

/**
 * The announcements of a project, forward in time; it is a procedure and reads as one. Those that its announcements
 * name on other sites are among them.
 */
export function timelineOf(
  edition: Edition,
  code: string,
  currentId?: string,
): readonly (Step | OutsideStep)[] {
  const steps = [...outsideStepsOf(edition, code), ...ownStepsOf(edition, code, currentId)];
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function outsideStepsOf(edition: Edition, code: string): readonly OutsideStep[] {
  const named = edition.project(code).ids.flatMap((id) => elsewhereOf(edition.effective(id).announcement));
  return [...new Map(named.map((one) => [one.url, one])).values()].map(({ title, url, publishedAt }) => ({
    at: publishedAt,
    title,
    href: url,
    when: dayOrInstantKind.print(publishedAt),
  }));
}

function ownStepsOf(edition: Edition, code: string, currentId?: string): readonly Step[] {
  return edition.project(code).ids.map((id) => {
    const row = edition.row(id);
    return {
      at: row.publishedAt,
      row,
      href: edition.address(announcementPath(id)),
      when: printStart(row.publishedAt),
      isCurrent: id === currentId,
      notes: notesOf(row),
      withdrawn: row.withdrawn && printInstant(row.withdrawn.at),
      changes: changesBy(edition, id),
    };
  });
}

/** What the project still has before it. */
export const expectedOf = (edition: Edition, code: string): readonly ExpectedStep[] =>
  expectedSteps(edition.coursesOf(code), (id) => edition.effective(id).announcement);

/** The changes that a correction made, wherever it made them. */
function changesBy(edition: Edition, id: string): readonly Change[] {
  const { announcement } = edition.effective(id);
  const target = 'related' in announcement ? announcement.related : undefined;
  return target === undefined || !edition.has(target)
    ? []
    : edition.effective(target).changes.filter(({ by }) => by === id);
}

function notesOf(row: Row): string[] {
  if (row.withdrawn) return [describeWithdrawal(row.withdrawn)];
  const { deadline } = row;
  const first =
    deadline?.was === undefined
      ? deadline
      : { label: deadline.label, text: `${printInstant(deadline.was)}（已更正）` };
  const notes = [first, row.winner, row.price].flatMap((fact) =>
    fact ? [`${fact.label} ${fact.text}`] : [],
  );
  if (row.publicity) notes.push(`公示 ${row.publicity.from} 至 ${row.publicity.until}`);
  return notes;
}
