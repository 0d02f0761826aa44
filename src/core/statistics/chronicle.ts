import { dayOf } from '../announcement/instant.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { Entry } from '../corpus/corpus.ts';
import { rowOf, type Row } from '../listing.ts';
import { linkAnnouncements, type Links } from '../project.ts';
import { isIn, lastDay, type Period } from './period.ts';

/** One announcement of a period, with what it belongs to, as it stood on the period's last day. */
export interface Record {
  row: Row;
  announcement: Announcement;
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
  later: readonly Row[];
}

/**
 * All announcements by the matter they belong to, to look back at what was known at the end of a period. An
 * announcement that comes later cannot change what is told of it: its corrections and results are not looked at.
 */
export class Chronicle {
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #matters: readonly (readonly Entry[])[];

  constructor(entries: readonly Entry[]) {
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.#matters = [...Map.groupBy(entries, (entry) => this.#lineage(entry).at(-1)!.id).values()];
  }

  at(period: Period): Known {
    const own = ({ announcement }: Entry): boolean => isIn(period, announcement.publishedAt);
    const matters = this.#matters.filter((matter) => matter.some(own)).flat();
    const isLater = ({ announcement }: Entry): boolean => dayOf(announcement.publishedAt) > lastDay(period);
    const links = linked(matters.filter((entry) => !isLater(entry)));
    const records = matters
      .filter(own)
      .sort(byTime)
      .map((entry) => this.#record(entry, links));
    return { period, records, later: this.#changes(matters.filter(isLater), new Set(records.map(idOf))) };
  }

  #record(entry: Entry, links: Links): Record {
    const lineage = this.#lineage(entry);
    const calls = lineage.filter((one) => stageOf(one) === 'call');
    const call = calls[0];
    return {
      row: rowOf(entry, links),
      announcement: links.effective.get(entry.id)!.announcement,
      isRepeat: call === entry && calls.length > 1,
      isCorrected: links.events.get(entry.id)!.corrected.length > 0,
      ...(call && call !== entry && { call: this.#record(call, links) }),
    };
  }

  /** An announcement and those it rests on, nearest first; a circle ends where it began. */
  #lineage(entry: Entry): readonly Entry[] {
    const line = new Set<Entry>();
    for (let next: Entry | undefined = entry; next && !line.has(next); next = this.#parentOf(next))
      line.add(next);
    return [...line];
  }

  #parentOf({ announcement }: Entry): Entry | undefined {
    const related = 'related' in announcement ? announcement.related : undefined;
    return related === undefined ? undefined : this.#byId.get(related);
  }

  #changes(later: readonly Entry[], ids: ReadonlySet<string>): readonly Row[] {
    const changing = later
      .filter((entry) => CHANGES.has(stageOf(entry)) && this.#lineage(entry).some(({ id }) => ids.has(id)))
      .sort(byTime);
    const links = linked(changing);
    return changing.map((entry) => rowOf(entry, links));
  }
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

const linked = (entries: readonly Entry[]): Links =>
  linkAnnouncements(entries, new Set(entries.map(({ id }) => id)));

const idOf = ({ row }: Record): string => row.id;

const byTime = (a: Entry, b: Entry): number =>
  a.announcement.publishedAt === b.announcement.publishedAt
    ? a.id < b.id
      ? -1
      : 1
    : a.announcement.publishedAt < b.announcement.publishedAt
      ? -1
      : 1;
