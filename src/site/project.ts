import type { Edition } from '../core/edition.ts';
import { printInstant } from '../core/announcement/instant.ts';
import { isCurrent } from '../core/announcement/withdrawal.ts';
import type { Row } from '../core/listing.ts';
import type { Change } from '../core/project.ts';
import { expectedSteps, type ExpectedStep } from '../core/project/expected.ts';
import { announcementPath } from './address.ts';
import { describeWithdrawal } from './withdrawal.ts';

/** One announcement in the life of its project. */
export interface Step {
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

/** The announcements of a project, forward in time; it is a procedure and reads as one. */
export function timelineOf(edition: Edition, code: string, currentId?: string): readonly Step[] {
  return edition.project(code).ids.map((id) => {
    const row = edition.row(id);
    return {
      row,
      href: edition.address(announcementPath(id)),
      when: printInstant(row.publishedAt),
      isCurrent: id === currentId,
      notes: notesOf(row),
      withdrawn: row.withdrawn && printInstant(row.withdrawn.at),
      changes: changesBy(edition, id),
    };
  });
}

/** What the project still has before it. */
export const expectedOf = (edition: Edition, code: string): readonly ExpectedStep[] => {
  const { ids } = edition.project(code);
  const announcements = ids.map((id) => edition.effective(id).announcement);
  // A procedure that began anew is not held up by the one before it.
  const begin = ids.findLastIndex((id) => edition.row(id).stage === 'call');
  const isSuspended = ids.slice(Math.max(0, begin)).some((id) => edition.events(id).suspended !== undefined);
  return expectedSteps(
    announcements.filter((announcement) => isCurrent({ announcement })),
    isSuspended,
  );
};

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

/** What a project's page shows. A project without a name of its own is called by its first announcement's title. */
export function projectPage(
  edition: Edition,
  code: string,
): {
  name: string;
  first: Row;
  steps: readonly Step[];
  expected: readonly ExpectedStep[];
} {
  const steps = timelineOf(edition, code);
  const first = steps[0]!.row;
  const named = steps
    .map(({ row }) => edition.effective(row.id).announcement)
    .find((announcement) => 'projectName' in announcement && announcement.projectName !== undefined);
  const name = named && 'projectName' in named ? named.projectName : undefined;
  return { name: name ?? first.title, first, steps, expected: expectedOf(edition, code) };
}
