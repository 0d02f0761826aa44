import type { Field } from '../announcement/field.ts';
import { dayOf, type Instant, type PlainDate } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { addDays, isWorkday, type Calendar } from '../calendar.ts';

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
  const start = startOf(field, asked);
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
  { key, usual }: Field,
  { part, now }: Asked,
): { day: PlainDate; time: string; anyDay: boolean } | undefined {
  if (key === 'publishedAt') return { day: addDays(dayOf(now), 1), time: PUBLISHING_TIME, anyDay: false };
  const values = part as unknown as Readonly<Record<string, string | undefined>>;
  const from = usual?.after.map((other) => values[other]).find((value) => value !== undefined);
  if (!usual || from === undefined) return undefined;
  const time = usual.days === 0 && from.length > 10 ? from.slice(11, 16) : (usual.time ?? PUBLISHING_TIME);
  return { day: addDays(from.slice(0, 10), usual.days), time, anyDay: usual.anyDay ?? false };
}
