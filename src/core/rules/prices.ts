import { plainSumIn } from '../announcement/price.ts';
import type { Facts, Matter } from './matter.ts';

/** A sum that somebody is to be paid or has bid, with the field it stands in and the lot it is for. */
export interface Price {
  at: string;
  what: string;
  fen: number;
  lot?: string | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** The sums by which an announcement says who wins or is to win for how much; prices that are no sums are not among them. */
export const pricesOf = ({ candidates, winner, awardFen, lotResults }: Facts): readonly Price[] => [
  ...rows('candidates', candidates, 'bidFen', ({ name }) => `${String(name)}的报价`),
  ...sum('awardFen', `${winner ?? '中标'}的价格`, awardFen),
  ...rows('lotResults', lotResults, 'awardFen', ({ winner: name }) => `${String(name ?? '中标')}的价格`),
];

/** The prices at which bids were opened. */
export const bidsOf = ({ bids }: Facts): readonly Price[] =>
  rows('bids', bids, 'bidFen', ({ bidder }) => `${String(bidder)}的报价`);

/** The ceiling in force for what an announcement gives a price: its own, its parent's, or that of its call. */
export const ceilingOver = ({ facts, parent, call }: Matter): number | undefined =>
  plainSumIn(facts.priceCeilingFen) ?? plainSumIn(parent?.facts.priceCeilingFen) ?? call?.ceilingFen;

/** The budget of a lot, else that of the whole call. */
export function budgetFor({ call }: Matter, lot: string | undefined): number | undefined {
  const lots: readonly Row[] = call?.facts.lots ?? [];
  const own = lots.find(({ code }) => code === lot)?.['budgetFen'];
  return typeof own === 'number' ? own : plainSumIn(call?.facts.budgetFen);
}

const sum = (at: string, what: string, value: unknown): readonly Price[] =>
  typeof value === 'number' ? [{ at, what, fen: value }] : [];

const rows = (
  key: string,
  list: readonly unknown[] | undefined,
  part: string,
  what: (row: Row) => string,
): readonly Price[] =>
  (list ?? []).flatMap((item, index) => {
    const row = item as Row;
    const { lotCode } = row;
    return sum(`${key}.${index}.${part}`, what(row), row[part]).map((price) => ({
      ...price,
      lot: typeof lotCode === 'string' ? lotCode : undefined,
    }));
  });
