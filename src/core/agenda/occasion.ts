import type { Field } from '../announcement/field.ts';
import { dayOf, type Instant, type PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import type { Change } from '../project.ts';

/** When something takes place: at a moment, or on whole days of which the first and the last are named. */
export type When = { at: Instant } | { from: PlainDate; until: PlainDate };

/** A date of an announcement that somebody keeps in a calendar. */
export interface Occasion {
  /** Unique within the announcement and permanent: calendars know an event by it. */
  kind: string;
  /** What takes place, in Chinese: 投标截止. */
  words: string;
  /** What its last day is called: 公示期最后一天. */
  ending: string;
  when: When;
  /** When it was, as first published, in the words of a page; absent where no correction has moved it. */
  was?: string;
  place?: string;
  /** Days before it, counted from its beginning, at which a calendar reminds. */
  remindDays: readonly number[];
  /** Corrections that moved it in time or place, in the order of publication. */
  moves: readonly Change[];
}

/** Which fields make an occasion. Kinds are permanent: to rename one would double the event in every calendar. */
interface Spec {
  kind: string;
  /** Key of the moment, or of the last day. */
  field: string;
  /** Key of the first day. */
  from?: string;
  place?: string;
  /** Where the field's own label does not name what takes place. */
  words?: string;
  remindDays?: readonly number[];
}

const DEADLINE = [3, 1];
const EVENT = [1];

/** In the order of a procedure. */
const SPECS: readonly Spec[] = [
  {
    kind: 'documents',
    field: 'documentsUntil',
    place: 'documentsPlace',
    words: '文件获取最后一天',
    remindDays: EVENT,
  },
  { kind: 'objection', field: 'objectionDeadline', remindDays: EVENT },
  { kind: 'viewing', from: 'viewingFrom', field: 'viewingUntil', words: '标的展示' },
  { kind: 'disclosure', from: 'disclosureFrom', field: 'disclosureUntil', words: '信息披露期' },
  { kind: 'comments', field: 'commentsUntil', remindDays: DEADLINE },
  { kind: 'application', field: 'applicationDeadline', remindDays: DEADLINE },
  { kind: 'registration', field: 'registrationDeadline', remindDays: DEADLINE },
  { kind: 'deposit', field: 'depositDeadline', remindDays: DEADLINE },
  { kind: 'listing-start', field: 'listingFrom', remindDays: EVENT },
  { kind: 'listing-end', field: 'listingUntil', remindDays: DEADLINE },
  { kind: 'bid', field: 'bidDeadline', remindDays: DEADLINE },
  { kind: 'response', field: 'responseDeadline', remindDays: DEADLINE },
  { kind: 'opening', field: 'openingAt', place: 'openingPlace', words: '开标', remindDays: EVENT },
  { kind: 'auction', field: 'auctionAt', place: 'auctionPlace', words: '拍卖会', remindDays: EVENT },
  { kind: 'bidding', field: 'biddingAt', place: 'biddingPlace', words: '竞价', remindDays: EVENT },
  { kind: 'publicity', from: 'publicityFrom', field: 'publicityUntil', words: '公示期' },
];

/**
 * The occasions of an announcement as it now stands, in the order of a procedure. What was over when it was published
 * is told, not announced: the record of an opening names its time, and is no event to come.
 */
export function occasionsOf(announcement: Announcement, changes: readonly Change[]): readonly Occasion[] {
  const values = announcement as unknown as Readonly<Record<string, string | undefined>>;
  const form = formOf(typeOf(announcement.category, announcement.type));
  return SPECS.flatMap((spec) => {
    const { kind, field: key, from, place, words, remindDays = [] } = spec;
    const field = form.find((one) => one.key === key);
    const value = values[key];
    if (!field || value === undefined) return [];
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
        remindDays,
        moves,
        ...(where !== undefined && { place: where }),
        ...(was !== undefined && { was }),
      },
    ];
  });
}

const whenOf = ({ kind }: Field, value: string, from: string | undefined): When =>
  kind?.name === 'instant' ? { at: value } : { from: from ?? value, until: value };

/** The first day on which an occasion takes place. */
export const firstDayOf = (when: When): PlainDate => ('at' in when ? dayOf(when.at) : when.from);

/** The last day on which an occasion takes place. */
export const lastDayOf = (when: When): PlainDate => ('at' in when ? dayOf(when.at) : when.until);

/** Whether an occasion is over at a moment; the last of its days counts whole. */
export const isOverAt = (when: When, now: Instant): boolean =>
  'at' in when ? when.at <= now : when.until < dayOf(now);
