import type { Field } from '../announcement/field.ts';
import { type Instant, type PlainDate } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { addDays, isWorkday, type Calendar } from '../calendar.ts';

/** Offices open at nine. */
const OFFICE_HOUR = '09:00';

/** How far ahead a lawful day is looked for. The longest period of the register is sixty days. */
const FARTHEST = 120;

export interface Asked {
  /** The form as far as it has been filled. */
  part: Announcement;
  /** The moment taken for the present. */
  now: Instant;
  /** Before which it cannot be published: see `earliestPublication`. */
  notBefore?: Instant | undefined;
  calendar: Calendar;
  /** Keys of the fields that the rules object to in a form that is still being filled. */
  objectedTo: (part: Announcement) => ReadonlySet<string>;
}

/**
 * A lawful value for a date of the form, as the clerk would write it: the usual distance, and from there on the first
 * working day to which no rule objects. Nothing for a date that no period leads to, or whose year has no calendar.
 * What is written now is public as soon as the site is built, so the time of publication is the present.
 */
export function proposeDate(field: Field, asked: Asked): string | undefined {
  if (field.key === 'publishedAt') return publication(asked);
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

/** The present, or where it comes later the first full minute at which it can be published. */
function publication({ now, notBefore }: Asked): string {
  const [moment, roundUp] = notBefore !== undefined && notBefore > now ? [notBefore, true] : [now, false];
  const time = Temporal.PlainDateTime.from(moment.slice(0, 19));
  const minute = time.round({ smallestUnit: 'minute', roundingMode: roundUp ? 'ceil' : 'floor' });
  return minute.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function startOf(
  { usual }: Field,
  { part }: Asked,
): { day: PlainDate; time: string; anyDay: boolean } | undefined {
  const values = part as unknown as Readonly<Record<string, string | undefined>>;
  const from = usual?.after.map((other) => values[other]).find((value) => value !== undefined);
  if (!usual || from === undefined) return undefined;
  const time = usual.days === 0 && from.length > 10 ? from.slice(11, 16) : (usual.time ?? OFFICE_HOUR);
  return { day: addDays(from.slice(0, 10), usual.days), time, anyDay: usual.anyDay ?? false };
}
