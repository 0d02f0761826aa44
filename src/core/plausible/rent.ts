import type { Price } from '../announcement/price.ts';
import type { Finding } from '../diagnostic.ts';
import type { Matter } from '../rules/matter.ts';

interface Lease {
  basePriceFen?: Price;
  priceUnit?: string;
  assets?: readonly { basePriceFen?: Price }[];
}

/**
 * A sale says from which price on, for the whole or for each asset; a lease also for which time and area: 8,428元 a
 * month and a year are not the same. A price with its unit, 700元/亩/年, says so itself. Both stop a publication.
 */
export function checkRent({ id, type, facts }: Matter): readonly Finding[] {
  if (type !== 'asset-lease' && type !== 'asset-transfer') return [];
  const { basePriceFen, priceUnit, assets = [] } = facts as unknown as Lease;
  const rents = basePriceFen === undefined ? assets.map((asset) => asset.basePriceFen) : [basePriceFen];
  if (rents.length === 0 || rents.includes(undefined)) {
    const example = type === 'asset-lease' ? '8,428元/月' : '268万元';
    const help = `写 底价: ${example}，或者在“标的清单”里给每一项写底价`;
    const what = type === 'asset-lease' ? '租金的底价' : '转让的底价';
    return [{ code: 'C214', id, at: 'type', message: `没有写${what}`, help }];
  }
  if (type === 'asset-transfer') return [];
  const at = basePriceFen === undefined ? 'assets' : 'basePriceFen';
  const isBare = rents.some((rent) => isBareSum(rent));
  if (!isBare || priceUnit !== undefined) return [];
  const help = '把单位写在价格里，例如 8,428元/月、700元/亩/年，或者加一行 计价方式: 每月';
  return [{ code: 'C215', id, at, message: '底价没有写是多长时间、多大面积的租金', help }];
}

/** Whether a price is a figure alone, 约 or not, which no remark makes more of. */
const isBareSum = (price: Price | undefined): boolean =>
  typeof price === 'number' || (price?.kind === 'sum' && price.note === undefined);
