import type { Instant } from '../announcement/instant.ts';
import type { Fen } from '../announcement/money.ts';
import { partyKey } from '../announcement/party.ts';
import type { Known, Record } from './chronicle.ts';
import { firstDay } from './period.ts';

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

/** When each winner of a tender or a procurement was first named, by its key. */
export type FirstWin = (key: string) => Instant | undefined;

/**
 * Who won the tenders and procurements whose results a period published, by the sum of what they won, then by how
 * often.
 */
export function winnersIn({ period, records }: Known, firstWin: FirstWin): readonly Winner[] {
  const won = records.flatMap((record) => record.row.awards.map((award) => ({ record, award })));
  return [...Map.groupBy(won, ({ award }) => partyKey(award.name))]
    .map(([key, own]) => ({
      name: own[0]!.award.name,
      results: [...new Set(own.map(({ record }) => record))],
      awards: own.length,
      fen: own.reduce((sum, { award: { fen = 0 } }) => sum + fen, 0),
      isNew: firstWin(key)! >= firstDay(period),
    }))
    .toSorted((a, b) => b.fen - a.fen || b.awards - a.awards || (a.name < b.name ? -1 : 1));
}
