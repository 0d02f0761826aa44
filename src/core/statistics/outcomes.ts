import type { Fen } from '../announcement/money.ts';
import { lotCodesOf, statedOutcomes } from '../announcement/outcomes.ts';
import { sumIn } from '../announcement/price.ts';
import { isPricedOtherwise, sumOf } from '../announcement/sum.ts';
import { daysBetween } from '../calendar.ts';
import { dayOf } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
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
      const priceFen = sumOf(record.announcement, 'price');
      if (!againstFen || priceFen === undefined || isInParts(record)) return [];
      return [{ record, againstFen, priceFen, percent: (priceFen / againstFen) * 100 }];
    });
  return {
    results,
    budgeted: heldAgainst(({ call }) => call && sumOf(call.announcement, 'amount')),
    capped: heldAgainst(
      ({ announcement, call }) => ceilingOf(announcement) ?? (call && ceilingOf(call.announcement)),
    ),
    unsummed: results.filter(({ announcement }) => isPricedOtherwise(announcement, 'price')),
  };
}

const ceilingOf = (announcement: Announcement): Fen | undefined =>
  'priceCeilingFen' in announcement ? sumIn(announcement.priceCeilingFen) : undefined;

/** A result of some lots only cannot be held against the amount of the whole. */
const isInParts = ({ announcement }: Record): boolean =>
  lotCodesOf(announcement).length > 0 || statedOutcomes(announcement).some(({ state }) => state !== 'won');

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
  for (const { announcement, call } of records) {
    const bidders = numberIn(announcement);
    if (bidders !== undefined && call) numbers.set(call.row.id, bidders);
  }
  return {
    ended: [...ended.values()],
    stated: [...ended].flatMap(([id, call]) => {
      const bidders = numbers.get(id);
      return bidders === undefined ? [] : [{ call, bidders }];
    }),
  };
}

/** The number of a whole call; one of some lots says nothing of the rest. */
function numberIn(announcement: Announcement): number | undefined {
  if ('lotCodes' in announcement && announcement.lotCodes) return undefined;
  if (announcement.type === 'prequalification-result') return undefined;
  if ('bidderCount' in announcement) return announcement.bidderCount;
  return 'intentCount' in announcement ? announcement.intentCount : undefined;
}
