import type { Category } from '../announcement/category.ts';
import type { PlainDate } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';
import { statedOutcomes } from '../announcement/outcomes.ts';
import { partyKey } from '../announcement/party.ts';
import { priceUnitOf } from '../announcement/price-unit.ts';
import { typeOf, type Announcement } from '../announcement/schema.ts';
import type { Known, Record } from './chronicle.ts';

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

/**
 * Who won the tenders and procurements whose results a period published, by the sum of what they won, then by how
 * often. `before` are the keys of all who had won by then.
 */
export function winnersIn({ records }: Known, before: ReadonlySet<string>): readonly Winner[] {
  const won = records
    .filter(({ row }) => row.stage === 'result' && PAID.has(row.category))
    .flatMap((record) => awardsOf(record.announcement).map((award) => ({ record, award })));
  return [...Map.groupBy(won, ({ award }) => partyKey(award.name))]
    .map(([key, own]) => ({
      name: own[0]!.award.name,
      results: [...new Set(own.map(({ record }) => record))],
      awards: own.length,
      fen: own.reduce((sum, { award: { fen = 0 } }) => sum + fen, 0),
      isNew: !before.has(key),
    }))
    .toSorted((a, b) => b.fen - a.fen || b.awards - a.awards || (a.name < b.name ? -1 : 1));
}

/** The keys of all who were named as winners of a tender or a procurement before a day. */
export const wonBefore = (announcements: readonly Announcement[], day: PlainDate): ReadonlySet<string> =>
  new Set(
    announcements
      .filter(
        ({ category, type, publishedAt }) =>
          publishedAt < day && PAID.has(category) && typeOf(category, type).stage === 'result',
      )
      .flatMap((one) => awardsOf(one).map(({ name }) => partyKey(name))),
  );

/** What is reckoned by the month or the area is no sum, whatever figure it has. */
const awardsOf = (announcement: Announcement): readonly Award[] =>
  statedOutcomes(announcement).flatMap(({ winner, price }) => {
    if (!winner) return [];
    const isSum = typeof price?.value === 'number' && priceUnitOf(announcement) === '';
    return [{ name: winner.text, ...(isSum && { fen: price.value as Fen }) }];
  });
