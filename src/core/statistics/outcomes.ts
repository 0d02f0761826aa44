import type { Fen } from '../announcement/money.ts';
import { daysBetween } from '../calendar.ts';
import { dayOf } from '../announcement/instant.ts';
import type { Known, Record } from './chronicle.ts';

/** A result of the period with the amount that it is held against. */
export interface Outcome {
  record: Record;
  /** Budget, starting price or base price of the call, or else the ceiling 最高限价. */
  againstFen: Fen;
  priceFen: Fen;
  /** Price in per cent of that amount. */
  percent: number;
}

/** Results of the period, whenever their calls were: a call's result may come years later. */
export function outcomesIn({ records }: Known): {
  results: readonly Record[];
  /** Those whose call states a budget, a starting price or a base price. */
  budgeted: readonly Outcome[];
  /** Those whose call, or which themselves, state a price that no bid may exceed. */
  capped: readonly Outcome[];
  /** Those agreed at a unit price, a rate or in named parts: they are counted and never summed. */
  unsummed: readonly Record[];
} {
  const results = records.filter(({ row }) => row.stage === 'result');
  const heldAgainst = (amountOf: (record: Record) => Fen | undefined): readonly Outcome[] =>
    results.flatMap((record) => {
      const againstFen = amountOf(record);
      const { priceFen, isInParts } = record.row;
      if (!againstFen || priceFen === undefined || isInParts) return [];
      return [{ record, againstFen, priceFen, percent: (priceFen / againstFen) * 100 }];
    });
  return {
    results,
    budgeted: heldAgainst(({ call }) => call?.row.amountFen),
    capped: heldAgainst(({ row, call }) => row.ceilingFen ?? call?.row.ceilingFen),
    unsummed: results.filter(({ row }) => row.isPricedOtherwise),
  };
}

/** Days from the day of publication to the day of the deadline in force, of every call that has one. */
export const daysToBid = ({ records }: Known): readonly { record: Record; days: number }[] =>
  records.flatMap((record) => {
    const { stage, deadline, publishedAt } = record.row;
    if (stage !== 'call' || !deadline) return [];
    return [{ record, days: daysBetween(dayOf(publishedAt), dayOf(deadline.value)) }];
  });

/** How many took part in the calls that ended in the period, by a result or without one. */
interface Participation {
  /** Calls that ended. */
  ended: readonly Record[];
  /** Those of them of which an announcement says the number, the last one to say it. */
  stated: readonly { call: Record; bidders: number }[];
}

export function participationIn({ records }: Known): Participation {
  const ends = records.filter(({ row }) => row.stage === 'result' || row.stage === 'failure');
  const ended = new Map(ends.flatMap(({ call }) => (call ? [[call.row.id, call]] : [])));
  const numbers = new Map<string, number>();
  for (const { row, call } of records) {
    if (row.bidders !== undefined && call) numbers.set(call.row.id, row.bidders);
  }
  return {
    ended: [...ended.values()],
    stated: [...ended].flatMap(([id, call]) => {
      const bidders = numbers.get(id);
      return bidders === undefined ? [] : [{ call, bidders }];
    }),
  };
}
