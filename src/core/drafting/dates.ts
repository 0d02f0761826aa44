import type { Field } from '../announcement/field.ts';
import { dayOf, type Instant, type PlainDate } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { addDays, isWorkday, type Calendar } from '../calendar.ts';

/** A period that usually separates two dates of a form, in calendar days; the rules push it further where they must. */
interface Usual {
  /** Keys of the date it is counted from; the first that has a value. */
  after: readonly string[];
  days: number;
  /** Clock time, where the field has one. */
  time?: string;
  /** The last day of a period may fall on a day of rest: readers have the site; offices have their hours. */
  anyDay?: true;
}

const USUAL: Readonly<Record<string, Usual>> = {
  documentsFrom: { after: ['publishedAt'], days: 0 },
  documentsUntil: { after: ['documentsFrom', 'publishedAt'], days: 5 },
  applicationDeadline: { after: ['documentsUntil', 'publishedAt'], days: 5, time: '09:30' },
  bidDeadline: { after: ['documentsFrom', 'publishedAt'], days: 20, time: '09:30' },
  responseDeadline: { after: ['documentsFrom', 'publishedAt'], days: 5, time: '09:30' },
  openingAt: { after: ['bidDeadline', 'responseDeadline'], days: 0, time: '09:30' },
  registrationDeadline: { after: ['publishedAt'], days: 20, time: '17:00' },
  listingFrom: { after: ['publishedAt'], days: 20 },
  listingUntil: { after: ['listingFrom', 'publishedAt'], days: 10, time: '17:00' },
  publicityFrom: { after: ['publishedAt'], days: 1, anyDay: true },
  publicityUntil: { after: ['publicityFrom', 'publishedAt'], days: 3 },
  disclosureFrom: { after: ['publishedAt'], days: 0, anyDay: true },
  disclosureUntil: { after: ['disclosureFrom', 'publishedAt'], days: 28 },
  commentsUntil: { after: ['publishedAt'], days: 7, time: '17:00' },
};

/** Offices open at nine; an announcement of the day goes out then. */
const PUBLISHING_TIME = '09:00';

/** How far ahead a lawful day is looked for. The longest period of the register is sixty days. */
const FARTHEST = 120;

export interface Asked {
  /** The form as far as it has been filled. */
  part: Announcement;
  /** The moment taken for the present. */
  now: Instant;
  calendar: Calendar;
  /** Keys of the fields that the rules object to in a form that is still being filled. */
  objectedTo: (part: Announcement) => ReadonlySet<string>;
}

/**
 * A lawful value for a date of the form, as the clerk would write it: the usual distance, and from there on the first
 * working day to which no rule objects. Nothing for a date that no period leads to, or whose year has no calendar.
 */
export function proposeDate(field: Field, asked: Asked): string | undefined {
  const isInstant = field.kind?.name === 'instant';
  if (!isInstant && field.kind?.name !== 'date') return undefined;
  const start = startOf(field.key, asked);
  if (!start) return undefined;
  const write = (day: PlainDate): string => (isInstant ? `${day} ${start.time}` : day);
  for (let day = start.day, step = 0; step < FARTHEST; day = addDays(day, 1), step += 1) {
    const works = start.anyDay ? true : isWorkday(asked.calendar, day);
    if (works === 'unknown') return undefined;
    if (!works) continue;
    const value = isInstant ? `${day}T${start.time}:00+08:00` : day;
    const part = { ...asked.part, [field.key]: value } as Announcement;
    if (!asked.objectedTo(part).has(field.key)) return write(day);
  }
  return undefined;
}

function startOf(
  key: string,
  { part, now }: Asked,
): { day: PlainDate; time: string; anyDay: boolean } | undefined {
  if (key === 'publishedAt') return { day: addDays(dayOf(now), 1), time: PUBLISHING_TIME, anyDay: false };
  const usual = USUAL[key];
  const values = part as unknown as Readonly<Record<string, string | undefined>>;
  const from = usual?.after.map((other) => values[other]).find((value) => value !== undefined);
  if (!usual || from === undefined) return undefined;
  const time = usual.days === 0 && from.length > 10 ? from.slice(11, 16) : (usual.time ?? PUBLISHING_TIME);
  return { day: addDays(from.slice(0, 10), usual.days), time, anyDay: usual.anyDay ?? false };
}
