import { priceIn, type LotRecord } from '../announcement/lot-records.ts';
import { printPrice, sumIn, type Price } from '../announcement/price.ts';
import type { Announcement } from '../announcement/schema.ts';
import { isProposal, type Award } from './award.ts';
import type { Disposal, DisposalPrice, PriceUnit } from './disposal.ts';
import { statedIn } from '../announcement/stated.ts';

/** Of how many parts a part is one, and whether what is stated for all of them stands here. */
export interface Place {
  count: number;
  isFirst: boolean;
}

/** The prices of a part: its own, or at the first of several what is stated for them together. */
export function pricesOf(
  announcement: Announcement,
  record: LotRecord | undefined,
  award: Award | undefined,
  place: Place,
): NonNullable<Disposal['price']> {
  const unit = unitOf(announcement);
  const plain = (key: string, by: PriceUnit): DisposalPrice | null => {
    const own = statedIn([record]).value(key) as Price | undefined;
    if (own !== undefined) return disposalPrice(own, by);
    return sharedPrice(statedIn([announcement]).value(key) as Price | undefined, by, place);
  };
  return {
    start: priceOf(announcement, 'amount', record, unit, place),
    // Of a lease it is the rent that is appraised.
    appraisal: plain('appraisalFen', unit),
    deposit: plain('depositFen', 'total'),
    increment: plain('incrementFen', 'total'),
    proposed: isProposal(announcement) ? priceOf(announcement, 'price', record, unit, place) : null,
    final: award
      ? priceOf(award.announcement, 'price', award.record, unitOf(award.announcement, unit), place)
      : null,
  };
}

/** By what an announcement reckons its prices; a result that says nothing does so as its call does. */
const unitOf = (announcement: Announcement, otherwise: PriceUnit = 'total'): PriceUnit =>
  'priceUnit' in announcement ? (announcement.priceUnit ?? otherwise) : otherwise;

function priceOf(
  announcement: Announcement,
  role: 'amount' | 'price',
  record: LotRecord | undefined,
  unit: PriceUnit,
  place: Place,
): DisposalPrice | null {
  const found = priceIn(announcement, role, record);
  if (!found) return null;
  return found.isWhole ? sharedPrice(found.price, unit, place) : disposalPrice(found.price, unit);
}

const sharedPrice = (
  price: Price | undefined,
  unit: PriceUnit,
  { count, isFirst }: Place,
): DisposalPrice | null =>
  price === undefined || !isFirst ? null : { ...disposalPrice(price, unit), together: count };

/** By what a unit price is reckoned, by the names of its units as prices keep them. */
const UNIT_OF: Readonly<Record<string, PriceUnit>> = {
  年: 'year',
  月: 'month',
  '亩 年': 'mu-year',
  '年 亩': 'mu-year',
  '平方米 月': 'm2-month',
  '月 平方米': 'm2-month',
};

/** A price of one part for the data. @param unit by what the announcement reckons its sums */
function disposalPrice(price: Price, unit: PriceUnit): DisposalPrice {
  const text = printPrice(price);
  if (typeof price === 'object' && price.kind === 'unit-price') {
    const isExact = price.bound === undefined;
    const own = UNIT_OF[price.per.join(' ')] ?? 'other';
    return { ...(isExact && { yuan: price.yuan }), unit: own, text, together: 1 };
  }
  const fen = sumIn(price);
  const isSum = typeof price === 'number' || price.kind === 'sum';
  return { ...(fen !== undefined && { fen }), unit: isSum ? unit : 'other', text, together: 1 };
}
