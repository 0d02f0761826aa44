import { dayOf, type Instant, type PlainDate } from './announcement/instant.ts';
import { formOf, typeOf, type Announcement } from './announcement/schema.ts';

/** An announcement as it stood before an erratum 勘误 put a slip right. */
export interface Version {
  /** Counts from 1, the first publication. */
  number: number;
  announcement: Announcement;
  body: string;
  /** When the erratum replaced this version. */
  until: Instant;
  /** What was changed: the field's label, or 正文. */
  label: string;
  from: string;
  to: string;
  reason: string;
}

/** The earlier versions, the first one first, restored by undoing the errata from the last to the first. */
export function earlierVersions(announcement: Announcement, body: string): readonly Version[] {
  const form = formOf(typeOf(announcement.category, announcement.type));
  const errata = announcement.errata ?? [];
  const versions: Version[] = [];
  let present = { announcement, body };
  for (const [index, { at, field: label, from, to, reason }] of [...errata.entries()].reverse()) {
    const field = form.find((candidate) => candidate.label === label);
    const restored = { ...present.announcement, errata: errata.slice(0, index) };
    present = field
      ? { announcement: { ...restored, [field.key]: from } as Announcement, body: present.body }
      : { announcement: restored as Announcement, body: present.body.split(to).join(from) };
    versions.unshift({ number: index + 1, ...present, until: at, label: label ?? '正文', from, to, reason });
  }
  return versions;
}

/** What a correction wrote into a field, and when; without a field it changed a matter of the documents. */
interface Corrected {
  at: Instant;
  field?: string;
  values?: { to: unknown };
}

/**
 * An announcement as it was in force at the end of a day: in the version of that day, with the corrections up to then.
 * @param changes every change by corrections, in the order of publication
 */
export function inForceOn<C extends Corrected>(
  day: PlainDate,
  present: { announcement: Announcement; body: string },
  changes: readonly C[],
): { announcement: Announcement; body: string; changes: readonly C[] } {
  const versions = earlierVersions(present.announcement, present.body);
  const { announcement, body } = versions.find(({ until }) => dayOf(until) > day) ?? present;
  const made = changes.filter(({ at }) => dayOf(at) <= day);
  const corrected = made.reduce(
    (before, { field, values }) =>
      field === undefined ? before : ({ ...before, [field]: values?.to } as Announcement),
    announcement,
  );
  return { announcement: corrected, body, changes: made };
}
