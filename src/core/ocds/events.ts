import { rfc3339, type Instant } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Change } from '../project.ts';
import { earlierVersions } from '../versions.ts';
import type { Attached } from './statement.ts';

/** An announcement of a procedure. */
export interface Member {
  id: string;
  /** As its file has it now: with its errata, without corrections by others. */
  announcement: Announcement;
  body: string;
  url: string;
  attachments: readonly Attached[];
  /** The announcement of the procedure that it follows. */
  parent?: string;
  /** Set where it takes up what was suspended. */
  resumes?: boolean;
  /** What corrections changed in it, those that were withdrawn since too, in the order of publication. */
  changes: readonly Change[];
}

/** Something that was published of a procedure: a version of an announcement, counted from 1, or that it was withdrawn. */
export interface Event {
  at: string;
  member: Member;
  what: { version: number } | 'withdrawn';
}

/** All that was published of the announcements, in the order of time, then in that in which they were published. */
export const eventsOf = (members: readonly Member[]): readonly Event[] =>
  members.flatMap(ofMember).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

function ofMember(member: Member): readonly Event[] {
  const { announcement } = member;
  const withdrawal = withdrawalOf(announcement);
  const dates = [announcement.publishedAt, ...(announcement.errata ?? []).map(({ at }) => at)];
  return [
    ...dates.map((at, index): Event => ({ at: momentIn(at), member, what: { version: index + 1 } })),
    ...(withdrawal ? [{ at: momentIn(withdrawal.at), member, what: 'withdrawn' as const }] : []),
  ];
}

const momentIn = (at: Instant): string => rfc3339(at.includes('T') ? at : `${at}T00:00:00+08:00`);

/** An announcement in one of its versions. */
export const versionOf = ({ announcement, body }: Member, version: number): Announcement =>
  earlierVersions(announcement, body).find(({ number }) => number === version)?.announcement ?? announcement;

/** The version that stood at a moment. */
export const versionAt = (member: Member, at: string): Announcement =>
  versionOf(member, 1 + (member.announcement.errata ?? []).filter((one) => momentIn(one.at) <= at).length);

/** A version with what some of its corrections changed. */
export const corrected = (announcement: Announcement, changes: readonly Change[]): Announcement =>
  changes.reduce(
    (before, { field, values }) =>
      field === undefined ? before : ({ ...before, [field]: values?.to } as Announcement),
    announcement,
  );
