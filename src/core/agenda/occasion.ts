import type { Field, OccasionMeta } from '../announcement/field.ts';
import { formInUse } from '../announcement/former-type.ts';
import { dayOf, type Instant, type PlainDate } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Change } from '../project.ts';

/** When something takes place: at a moment, or on whole days of which the first and the last are named. */
export type When = { at: Instant } | { from: PlainDate; until: PlainDate };

/** A date of an announcement that somebody keeps in a calendar. */
export interface Occasion {
  /** Unique within the announcement: see `OccasionMeta`. */
  kind: string;
  /** What takes place, in Chinese: 投标截止. */
  words: string;
  /** What its last day is called: 公示期最后一天. */
  ending: string;
  when: When;
  /** When it was, as first published, in the words of a page; absent where no correction has moved it. */
  was?: string;
  place?: string;
  /** Something must be done by then. */
  isDeadline: boolean;
  /** How long a calendar keeps free for what is held at a moment: an estimate, for the notice does not say it. */
  minutes?: number;
  /** Days before it, counted from its beginning, at which a calendar reminds. */
  remindDays: readonly number[];
  /** Corrections that moved it in time or place, in the order of publication. */
  moves: readonly Change[];
}

/**
 * The occasions of an announcement as it now stands, in the order of a procedure. What was over when it was published
 * is told, not announced: the record of an opening names its time, and is no event to come.
 */
export function occasionsOf(announcement: Announcement, changes: readonly Change[]): readonly Occasion[] {
  const values = announcement as unknown as Readonly<Record<string, string | undefined>>;
  return formInUse(announcement)
    .filter(isDated)
    .toSorted(byStep)
    .flatMap((field) => {
      const { key, occasion } = field;
      const { kind, from, place, words, isDeadline = false, minutes, remindDays = [] } = occasion;
      const value = values[key];
      if (value === undefined) return [];
      const where = place === undefined ? undefined : values[place];
      const moving = [key, from, place];
      const moves = changes.filter((change) => change.field !== undefined && moving.includes(change.field));
      const when = whenOf(field, value, from === undefined ? undefined : values[from]);
      if (isOverAt(when, announcement.publishedAt)) return [];
      const was = moves.find((change) => change.field === key)?.from;
      const name = words ?? field.label;
      const ending = from === undefined ? name : `${name}最后一天`;
      return [
        {
          kind,
          words: name,
          ending,
          when,
          isDeadline,
          remindDays,
          moves,
          ...(minutes !== undefined && { minutes }),
          ...(where !== undefined && { place: where }),
          ...(was !== undefined && { was }),
        },
      ];
    });
}

type Dated = Field & { occasion: OccasionMeta };

const isDated = (field: Field): field is Dated => field.occasion !== undefined;

const byStep = (a: Dated, b: Dated): number => a.occasion.step - b.occasion.step;

const whenOf = ({ kind }: Field, value: string, from: string | undefined): When =>
  kind?.name === 'instant' ? { at: value } : { from: from ?? value, until: value };

/** The first day on which an occasion takes place. */
export const firstDayOf = (when: When): PlainDate => ('at' in when ? dayOf(when.at) : when.from);

/** The last day on which an occasion takes place. */
export const lastDayOf = (when: When): PlainDate => ('at' in when ? dayOf(when.at) : when.until);

/** Whether an occasion is over at a moment; the last of its days counts whole. */
export const isOverAt = (when: When, now: Instant): boolean =>
  'at' in when ? when.at <= now : when.until < dayOf(now);
