import { dayOf, type Instant } from '../announcement/instant.ts';
import { statedOutcomes } from '../announcement/outcomes.ts';
import { typeOf } from '../announcement/schema.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Entry } from '../corpus/corpus.ts';
import { rowOf, type Row } from '../listing.ts';
import { linkAnnouncements, type Course, type Effective, type Events } from '../project.ts';
import { lastDay, lastDayOf, type Period } from './period.ts';
import { countedOf, type Counted } from './record.ts';

/** One announcement of a period, with what it belongs to, as it stood on the period's last day. */
export interface Record {
  row: Counted;
  /** The call that it rests on, itself if it is one. */
  call?: Record;
  /** A call after another of the same matter: the tender after a prequalification, or again after a failure. */
  isRepeat: boolean;
  /** A correction had changed it by then. */
  isCorrected: boolean;
}

/** What was known of a period's announcements on its last day. */
export interface Known {
  period: Period;
  /** First published in the period, the oldest first. */
  records: readonly Record[];
  /** Later announcements that have changed or ended one of these; they are not in any figure. */
  later: readonly LaterChange[];
}

/** An announcement that changes or ends one of a year. */
export interface LaterChange extends Pick<Row, 'id' | 'title' | 'publishedAt'> {
  /** When the first that it changes was published in that year. */
  changes: Instant;
}

/** A record as it stood at the end of a month of its year, 1 for January, and of those after it up to the next one. */
export interface MonthlyRecord {
  from: number;
  record: Record;
}

/** What is asked of announcements to look back: only of one, of those that it rests on, and of those of its course. */
export interface Archive {
  has(id: string): boolean;
  entry(id: string): Entry;
  row(id: string): Row;
  effective(id: string): Effective;
  events(id: string): Events;
  course(id: string): Course | undefined;
}

/**
 * An announcement as it stood at the end of each month of its year in which that changed, the month of its publication
 * first; nothing of one that was withdrawn. An announcement that comes later cannot change what is told of a period: its
 * corrections and results are not looked at.
 */
export function monthlyRecords(archive: Archive, id: string): readonly MonthlyRecord[] {
  const entry = archive.entry(id);
  if (!isCurrent(entry)) return [];
  const bearing = bearingOn(archive, entry);
  const own = monthOf(entry);
  const changed = bearing.filter(mayChange).map(monthOf);
  const months = [own, ...changed.filter((month) => month > own && month.startsWith(own.slice(0, 4)))];
  return [...new Set(months)].sort().map((month) => ({
    from: Number(month.slice(5)),
    record: recordAt(archive, entry, bearing, lastDayOf(month)),
  }));
}

/** What of an announcement was known in a period that it was published in. */
export const knownIn = ({ toMonth }: Period, records: readonly MonthlyRecord[]): Record | undefined =>
  records.findLast(({ from }) => from <= toMonth)?.record;

const monthOf = ({ announcement }: Entry): string => announcement.publishedAt.slice(0, 7);

/** Those that stand of the announcements that one rests on, and of those in its course, itself among them. */
function bearingOn(archive: Archive, entry: Entry): readonly Entry[] {
  const ids = archive.course(entry.id)?.ids ?? [];
  return [...new Set([...lineageOf(archive, entry).map(({ id }) => id), ...ids])].map((id) =>
    archive.entry(id),
  );
}

/** Whether an announcement can change or end what came before it. */
const mayChange = (entry: Entry): boolean =>
  ('corrections' in entry.announcement && entry.announcement.corrections !== undefined) ||
  statedOutcomes(entry.announcement).some(({ state }) => state !== 'won');

/** @param day the last one of which anything is known */
function recordAt(archive: Archive, entry: Entry, bearing: readonly Entry[], day: string): Record {
  const isLater = ({ announcement }: Entry): boolean => dayOf(announcement.publishedAt) > day;
  const then = bearing.some((one) => isLater(one) && mayChange(one))
    ? archiveOf(bearing.filter((one) => !isLater(one)))
    : archive;
  return recordOf(then, entry);
}

/** What is asked of some announcements alone. */
function archiveOf(
  entries: readonly Entry[],
): Pick<Archive, 'has' | 'entry' | 'row' | 'effective' | 'events'> {
  const links = linkAnnouncements(entries, new Set(entries.map(({ id }) => id)));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    has: (id) => byId.has(id),
    entry: (id) => byId.get(id)!,
    row: (id) => rowOf(byId.get(id)!, links),
    effective: (id) => links.effective.get(id)!,
    events: (id) => links.events.get(id)!,
  };
}

function recordOf(archive: Omit<Archive, 'course'>, entry: Entry): Record {
  const { id } = entry;
  const calls = lineageOf(archive, entry).filter((one) => stageOf(one) === 'call');
  const call = calls[0];
  return {
    row: countedOf(archive.row(id), archive.effective(id).announcement),
    isRepeat: call?.id === id && calls.length > 1,
    isCorrected: archive.events(id).corrected.length > 0,
    ...(call && call.id !== id && { call: recordOf(archive, call) }),
  };
}

/** An announcement and those it rests on that stand, nearest first; a circle ends where it began. */
function lineageOf(archive: Pick<Archive, 'has' | 'entry'>, entry: Entry): readonly Entry[] {
  const line = new Map<string, Entry>();
  for (let next: Entry | undefined = entry; next && !line.has(next.id); next = parentOf(archive, next))
    line.set(next.id, next);
  return [...line.values()];
}

function parentOf(
  { has, entry }: Pick<Archive, 'has' | 'entry'>,
  { announcement }: Entry,
): Entry | undefined {
  const related = 'related' in announcement ? announcement.related : undefined;
  const parent = related !== undefined && has(related) ? entry(related) : undefined;
  return parent && isCurrent(parent) ? parent : undefined;
}

/** What a later announcement can do to an earlier one that a reader of its figures should hear of. */
const CHANGES: ReadonlySet<string> = new Set([
  'correction',
  'suspension',
  'resumption',
  'failure',
  'termination',
]);

const stageOf = ({ announcement: { category, type } }: Entry): string => typeOf(category, type).stage;

/** The years in which something was published that an announcement changes or ends, with what is told of it there. */
export function laterChanges(archive: Archive, id: string): ReadonlyMap<string, LaterChange> {
  const entry = archive.entry(id);
  if (!isCurrent(entry) || !CHANGES.has(stageOf(entry))) return new Map();
  const { title, publishedAt } = archive.row(id);
  const changed = lineageOf(archive, entry)
    .slice(1)
    .map(({ announcement }) => announcement.publishedAt)
    .sort();
  const byYear = Map.groupBy(changed, (at) => at.slice(0, 4));
  return new Map([...byYear].map(([year, [first]]) => [year, { id, title, publishedAt, changes: first! }]));
}

/** Whether a change of announcements of a year came after a period of it, and changes what is in it. */
export const isAfter = (period: Period, { publishedAt, changes }: LaterChange): boolean =>
  dayOf(publishedAt) > lastDay(period) && dayOf(changes) <= lastDay(period);
