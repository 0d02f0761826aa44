import { addDays } from '../calendar.ts';
import { dayOf, type Instant } from '../announcement/instant.ts';
import { typeOf } from '../announcement/schema.ts';
import type { Alteration } from '../changes.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import type { Item, PartKind } from './browser/feed.ts';
import { AHEAD_DAYS, closingOf, isOpened, openAt, rowsAhead, runningAt, type Row } from '../listing.ts';
import type { Collection } from '../edition.ts';
import { alterationItem, callItem, openingItems, publishedItem, resultItem } from './items.ts';

/** One part of a screen's round, as its settings ask for it. */
export type PartSettings = LobbyScreen['parts'][number];

/**
 * What screens are made from: a collection, or of one whatever can be shown at a moment. More than that does no harm,
 * since each part takes what is of its time.
 */
export type Shown = Pick<Collection, 'site' | 'entry' | 'effective' | 'rows' | 'alterations' | 'current'>;

/** Most items of a part whose settings give no number. */
export const USUAL_LIMIT = 40;

/** Days back that a part looks where its settings say nothing. Open calls are all shown. */
export const BACK_DAYS = 30;

/**
 * What a part shows at `now`, in its order, however much that is. With nothing for `now` it is everything that the
 * part was ever for, the newest first: the check's verdict must be the same today and tomorrow.
 */
export const itemsFor = (part: PartSettings, collection: Shown, now: Instant | undefined): readonly Item[] =>
  SELECTIONS[part.kind](part, collection, now);

type Selection = (part: PartSettings, collection: Shown, now: Instant | undefined) => readonly Item[];

const SELECTIONS: Readonly<Record<PartKind, Selection>> = {
  openings: (part, collection, now) => {
    const items = wanted(part, collection)
      .filter(isOpened)
      .flatMap((row) => openingItems(row, collection));
    if (now === undefined) return items;
    const [first, end] = [dayOf(now), addDays(dayOf(now), part.days ?? AHEAD_DAYS)];
    return items.filter(({ at }) => at >= first && at < end).sort(byMoment);
  },
  closing: (part, collection, now) => {
    const calls = callsAt(runningAt, wanted(part, collection), now);
    return (
      now === undefined ? calls : rowsAhead(calls, deadlineOf, dayOf(now), part.days ?? AHEAD_DAYS)
    ).map(callItem(deadlineOf));
  },
  open: (part, collection, now) =>
    callsAt(
      openAt,
      part.days === undefined || now === undefined ? wanted(part, collection) : since(part, collection, now),
      now,
    ).map(callItem(closingOf)),
  newest: (part, collection, now) => since(part, collection, now).map(publishedItem),
  results: (part, collection, now) =>
    since(part, collection, now)
      .filter(({ stage }) => stage === 'result')
      .map((row) => resultItem(row, collection)),
  corrections: (part, collection, now) => {
    const rows = new Map(collection.rows().map((row) => [row.id, row]));
    const earliest = now && addDays(dayOf(now), -(part.days ?? BACK_DAYS));
    return collection
      .alterations()
      .filter(({ at }) => now === undefined || (at >= earliest! && at <= now))
      .flatMap((alteration) => itemOfAlteration(part, alteration, rows));
  },
};

/** What the publisher itself had written wrong moves nobody in the hall. */
function itemOfAlteration(
  part: PartSettings,
  alteration: Alteration,
  rows: ReadonlyMap<string, Row>,
): readonly Item[] {
  const [about, by] = [rows.get(alteration.about), rows.get(alteration.by)];
  if (alteration.kind === 'erratum' || !about || !by || !isFor(part, about)) return [];
  return [alterationItem(alteration, about, by)];
}

const isFor = ({ categories, types, regions }: PartSettings, row: Row): boolean =>
  (categories?.includes(row.category) ?? true) &&
  (types?.includes(termOf(row)) ?? true) &&
  (regions === undefined || (row.region !== undefined && regions.includes(row.region)));

/** What a screen's file calls the type of an announcement; one of an old site is of its old type, where that is known. */
export const termOf = ({ category, type, former }: Row): string =>
  typeOf(category, former?.type ?? type).term;

/** The newest first. */
const wanted = (part: PartSettings, collection: Shown): readonly Row[] =>
  collection.rows().filter((row) => isFor(part, row));

function since(part: PartSettings, collection: Shown, now: Instant | undefined): readonly Row[] {
  const rows = wanted(part, collection);
  if (now === undefined) return rows;
  const earliest = addDays(dayOf(now), -(part.days ?? BACK_DAYS));
  return rows.filter(({ publishedAt }) => publishedAt >= earliest && publishedAt <= now);
}

const byMoment = (a: Item, b: Item): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);

const callsAt = (select: typeof openAt, rows: readonly Row[], now: Instant | undefined): readonly Row[] =>
  now === undefined ? rows.filter(({ deadline }) => deadline) : select(rows, now);

const deadlineOf = (row: Row): Instant => row.deadline!.value;
