import type { Fen } from '../announcement/money.ts';
import { isPricedOtherwise, sumOf } from '../announcement/sum.ts';
import { daysBetween } from '../calendar.ts';
import { dayOf } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import type { Known, Record } from './chronicle.ts';

/** A result of the period whose call states the amount that it is held against. */
export interface Outcome {
  record: Record;
  /** Budget, starting price or base price of the call. */
  amountFen: Fen;
  priceFen: Fen;
  /** Price in per cent of the amount. */
  percent: number;
}

/** Results of the period, whenever their calls were: a call's result may come years later. */
export function outcomesIn({ records }: Known): {
  results: readonly Record[];
  pairs: readonly Outcome[];
  /** Those agreed at a unit price, a rate or in named parts: they are counted and never summed. */
  unsummed: readonly Record[];
} {
  const results = records.filter(({ row }) => row.stage === 'result');
  const pairs = results.flatMap((record) => {
    const amountFen = record.call && sumOf(record.call.announcement, 'amount');
    const priceFen = sumOf(record.announcement, 'price');
    if (!amountFen || priceFen === undefined || isInParts(record)) return [];
    return [{ record, amountFen, priceFen, percent: (priceFen / amountFen) * 100 }];
  });
  const unsummed = results.filter(({ announcement }) => isPricedOtherwise(announcement, 'price'));
  return { results, pairs, unsummed };
}

/** A result of some lots only cannot be held against the amount of the whole. */
function isInParts({ announcement }: Record): boolean {
  const values = announcement as unknown as Readonly<globalThis.Record<string, unknown>>;
  return ['lotCodes', 'lotResults', 'grants', 'assetResults'].some((key) => {
    const items = values[key];
    return Array.isArray(items) && (key === 'lotCodes' || items.some(isFailed));
  });
}

/** Lots are awarded, plots granted; anything else is no deal. */
const isFailed = ({ outcome }: { outcome?: string }): boolean =>
  outcome !== undefined && outcome !== 'awarded' && outcome !== 'granted';

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
