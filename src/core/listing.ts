import { CATEGORIES, type Category } from './announcement/category.ts';
import { factOf, withUnit, type Fact } from './announcement/fact.ts';
import { formerTypesOf, typeTermOf } from './announcement/former-type.ts';
import { gatesOf, type Gate } from './announcement/gates.ts';
import type { Instant, PlainDate } from './announcement/instant.ts';
import { typeOf, type Announcement } from './announcement/schema.ts';
import type { Stage } from './announcement/type.ts';
import { withdrawalOf, type Withdrawal } from './announcement/withdrawal.ts';
import { addDays } from './calendar.ts';
import type { Entry } from './corpus/corpus.ts';
import { inHand } from './failure.ts';
import type { Events, Links } from './project.ts';
import { winnersOf } from './announcement/outcomes.ts';
import { isOpen, isRunning, statusAt, type Dated, type HappeningKind, type TimeStatus } from './status.ts';

/** The strongest of what has befallen an announcement, and the id of the announcement that says so. */
export type Happening = { kind: HappeningKind; by: string };

/** One announcement in a list, a feed or on a screen, with corrections applied. */
export interface Row {
  id: string;
  title: string;
  category: Category;
  categoryTerm: string;
  type: string;
  typeTerm: string;
  stage: Stage;
  /** Of 存量公告: what its old site's word for it means here, as far as that is one type, or are types of one stage. */
  former?: { type?: string; stage?: Stage };
  publishedAt: Instant;
  region?: string;
  projectCode?: string;
  principal?: Fact;
  amount?: Fact;
  winner?: Fact;
  price?: Fact;
  /** The moment until which one can take part. */
  deadline?: Fact & {
    value: Instant;
    /** As first published, where a correction has moved it. */
    was?: Instant;
  };
  /** Until when a newcomer can begin, where that is before the deadline, with what a tag says afterwards. */
  gate?: Fact & { value: Instant; over: string };
  opening?: Fact & { value: Instant };
  /** First and last day of a publicity period. */
  publicity?: { from: PlainDate; until: PlainDate };
  happening?: Happening;
  /** Of an announcement that was taken down 撤下: it has no dates, no money and no winner that one could go by. */
  withdrawn?: Withdrawal;
}

/** Who won by an announcement, of the whole or of its lots, each name once; a semicolon between, since members of a consortium stand with `、`. */
function winnerOf(announcement: Announcement): Fact | undefined {
  const winners = winnersOf(announcement);
  if (winners.length < 2) return winners[0];
  const text = winners.map((winner) => winner.text).join('；');
  return { label: winners[0]!.label, value: text, text };
}

const strongest = (events: Events): Happening | undefined => {
  if (events.terminated) return { kind: 'terminated', by: events.terminated };
  if (events.failed) return { kind: 'failed', by: events.failed };
  if (events.suspended) return { kind: 'suspended', by: events.suspended };
  if (events.result) return { kind: 'result', by: events.result };
  if (events.archived) return { kind: 'archived', by: events.archived };
  const correction = events.corrected.at(-1);
  return correction === undefined ? undefined : { kind: 'corrected', by: correction };
};

/** Gathers what a list shows of one announcement. */
export const rowOf = (entry: Entry, links: Links): Row => inHand(entry, () => gatherRow(entry, links));

function gatherRow(entry: Entry, links: Links): Row {
  const { announcement } = links.effective.get(entry.id)!;
  const withdrawn = withdrawalOf(announcement);
  const head = headOf(entry.id, announcement);
  return compact(withdrawn ? { ...head, withdrawn } : { ...head, ...factsOf(entry, links) });
}

/** What an announcement is, whatever became of it. */
function headOf(id: string, announcement: Announcement) {
  const { category, type } = announcement;
  const spec = typeOf(category, type);
  return {
    id,
    title: announcement.title,
    category,
    categoryTerm: CATEGORIES[category],
    type,
    typeTerm: typeTermOf(announcement),
    stage: spec.stage,
    former: formerOf(announcement),
    publishedAt: announcement.publishedAt,
    region: 'region' in announcement ? announcement.region : undefined,
    projectCode: 'projectCode' in announcement ? announcement.projectCode : undefined,
    principal: factOf(announcement, 'principal'),
  };
}

function formerOf(announcement: Announcement): Row['former'] {
  const [first, ...others] = formerTypesOf(announcement);
  if (!first) return undefined;
  return {
    ...(others.length === 0 && { type: first.id }),
    ...(others.every(({ stage }) => stage === first.stage) && { stage: first.stage }),
  };
}

function factsOf(entry: Entry, links: Links) {
  const { announcement } = links.effective.get(entry.id)!;
  const deadline = factOf(announcement, 'deadline') as Row['deadline'];
  const was = factOf(entry.announcement, 'deadline')?.value as Instant | undefined;
  const from = factOf(announcement, 'publicity-from');
  const until = factOf(announcement, 'publicity-until');
  const happening = strongest(links.events.get(entry.id)!);
  return {
    amount: withUnit(factOf(announcement, 'amount'), announcement),
    winner: winnerOf(announcement),
    price: withUnit(factOf(announcement, 'price'), announcement),
    gate: deadline && closingGate(gatesOf(announcement, entry.announcement), deadline.value),
    deadline: deadline && was !== undefined && was !== deadline.value ? { ...deadline, was } : deadline,
    opening: factOf(announcement, 'opening') as Row['opening'],
    publicity: from && until ? { from: String(from.value), until: String(until.value) } : undefined,
    happening: happening?.kind === 'archived' && !deadline && !until ? undefined : happening,
  };
}

/** The gate that closes to newcomers first, of those before the deadline. */
function closingGate(gates: readonly Gate[], deadline: Instant): Row['gate'] {
  const first = gates.find(({ at, over }) => over !== undefined && at < deadline);
  return first && { label: first.label, value: first.at, text: first.text, over: first.over! };
}

function compact(row: { [K in keyof Row]?: Row[K] | undefined }): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as Row;
}

type Published = Pick<Row, 'id' | 'publishedAt'>;

/** Newest first; announcements of one moment by id, so that the order never depends on the file system. */
export const byNewest = (a: Published, b: Published): number =>
  a.publishedAt > b.publishedAt ? -1 : a.publishedAt < b.publishedAt ? 1 : a.id < b.id ? -1 : 1;

/** What a row's status in time depends on. */
export const datedOf = ({ deadline, gate, publicity, happening }: Row): Dated => ({
  deadline: deadline?.value,
  gate: gate?.value,
  publicFrom: publicity?.from,
  publicUntil: publicity?.until,
  happening: happening?.kind,
});

/** The moment until which a newcomer must have begun with a call that has a deadline. */
export const closingOf = ({ gate, deadline }: Row): Instant => (gate ?? deadline!).value;

/** Calls that a newcomer can still join at `now`, the next to close first. Ended and suspended ones are not among them. */
export const openAt = (rows: readonly Row[], now: Instant): readonly Row[] =>
  inOrder(callsThat(isOpen, rows, now), closingOf);

/** Calls whose deadline has not come, those among them that take no newcomers any more too; the next deadline first. */
export const runningAt = (rows: readonly Row[], now: Instant): readonly Row[] =>
  inOrder(callsThat(isRunning, rows, now), ({ deadline }) => deadline!.value);

/** Those among them that take no newcomers any more. */
export const insideAt = (rows: readonly Row[], now: Instant): readonly Row[] =>
  inOrder(
    callsThat((status) => status === 'inside', rows, now),
    ({ deadline }) => deadline!.value,
  );

const callsThat = (
  accept: (status: TimeStatus | undefined) => boolean,
  rows: readonly Row[],
  now: Instant,
): readonly Row[] =>
  rows.filter((row) => row.publishedAt <= now && accept(statusAt(datedOf(row), Date.parse(now))));

const inOrder = <R extends Row>(rows: readonly R[], at: (row: R) => Instant): readonly R[] =>
  rows.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : byNewest(a, b)));

/** Days that one looks ahead, today the first, where nothing says how many. */
export const AHEAD_DAYS = 14;

/** A call whose bids are opened in public. */
export type Opened = Row & { opening: NonNullable<Row['opening']> };

/** One of an old site counts: who comes for it must find the room. */
export const isOpened = (row: Row): row is Opened =>
  (row.former?.stage ?? row.stage) === 'call' && row.opening !== undefined;

/**
 * Calls whose bids are opened on one of `days` days, `today` the first, the next first. What was stopped meanwhile is
 * among them: whoever comes for it must be told.
 */
export const openingsAhead = (rows: readonly Row[], today: PlainDate, days: number): readonly Opened[] =>
  rowsAhead(rows.filter(isOpened), ({ opening }) => opening.value, today, days);

/** Rows that fall on one of `days` days, `today` the first, the next first; `at` says which moment of a row counts. */
export function rowsAhead<R extends Row>(
  rows: readonly R[],
  at: (row: R) => Instant,
  today: PlainDate,
  days: number,
): readonly R[] {
  const end = addDays(today, days);
  return inOrder(
    rows.filter((row) => at(row) >= today && at(row) < end),
    at,
  );
}
