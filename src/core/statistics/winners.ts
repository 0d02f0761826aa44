import type { Category } from '../announcement/category.ts';
import type { Instant } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';
import { statedOutcomes } from '../announcement/outcomes.ts';
import { partyKey } from '../announcement/party.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { Known, Record } from './chronicle.ts';
import { firstDay } from './period.ts';

/** Who wins by being paid. Who wins a parcel or an asset pays for it: the two are not added up. */
const PAID: ReadonlySet<Category> = new Set(['construction', 'procurement']);

/** What one winner was awarded: the whole, or some of the lots. */
interface Award {
  name: string;
  /** The price as an exact sum; absent of a rate, a unit price, or a sum that is not exact. */
  fen?: Fen;
}

/** A winner with all that it was awarded in a period. A consortium is one, whatever the order of its members. */
export interface Winner {
  /** As first written in the period. */
  name: string;
  /** Results that name it, the oldest first. */
  results: readonly Record[];
  awards: number;
  /** Of the awards with a sum. */
  fen: Fen;
  /** No result before the period names it. */
  isNew: boolean;
}

export type FirstWins = ReadonlyMap<string, Instant>;

/**
 * Who won the tenders and procurements whose results a period published, by the sum of what they won, then by how
 * often.
 */
export function winnersIn({ period, records }: Known, first: FirstWins): readonly Winner[] {
  const won = records
    .filter(({ row }) => row.stage === 'result' && PAID.has(row.category))
    .flatMap((record) => awardsOf(record.announcement).map((award) => ({ record, award })));
  return [...Map.groupBy(won, ({ award }) => partyKey(award.name))]
    .map(([key, own]) => ({
      name: own[0]!.award.name,
      results: [...new Set(own.map(({ record }) => record))],
      awards: own.length,
      fen: own.reduce((sum, { award: { fen = 0 } }) => sum + fen, 0),
      isNew: first.get(key)! >= firstDay(period),
    }))
    .toSorted((a, b) => b.fen - a.fen || b.awards - a.awards || (a.name < b.name ? -1 : 1));
}

/** When each winner of a tender or a procurement was first named, by its key. */
export function firstWins(announcements: readonly Announcement[]): FirstWins {
  const first = new Map<string, Instant>();
  for (const announcement of announcements) {
    const { category, type, publishedAt } = announcement;
    if (!PAID.has(category) || typeOf(category, type).stage !== 'result') continue;
    for (const { name } of awardsOf(announcement)) {
      const key = partyKey(name);
      const earlier = first.get(key);
      if (earlier === undefined || publishedAt < earlier) first.set(key, publishedAt);
    }
  }
  return first;
}

/** What is reckoned by the month or the area is no sum, whatever figure it has. */
const awardsOf = (announcement: Announcement): readonly Award[] =>
  statedOutcomes(announcement).flatMap(({ winner, price }) => {
    if (!winner) return [];
    const isSum = typeof price?.value === 'number' && priceUnitOf(announcement) === '';
    return [{ name: winner.text, ...(isSum && { fen: price.value as Fen }) }];
  });
