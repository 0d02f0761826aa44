import { sumIn, type Price } from './price.ts';

/**
 * What kinds of price there are, in the words of the tables. Only what is a 总价 may be added. What is reckoned by the
 * month or the area says so: 单价（每月）.
 */
export const PRICE_KINDS = {
  total: '总价',
  rough: '不确定的总价',
  unit: '单价',
  discount: '下浮率、折扣',
  rate: '费率',
  parts: '分项报价',
  words: '文字说明',
} as const;

/** A rate of which the notice says that it is taken off, or that the rest of it is paid. */
const DISCOUNT = /下浮|折扣|优惠/u;

/** Of what kind prices are, each kind once. @param unit by what they are reckoned, 每月; empty where they are the whole */
export const priceKindsOf = (prices: readonly Price[], unit: string): readonly string[] => [
  ...new Set(prices.map((price) => kindOf(price, unit))),
];

function kindOf(price: Price, unit: string): string {
  const isSum = typeof price === 'number' || price.kind === 'sum';
  if (isSum && unit !== '') return `${PRICE_KINDS.unit}（${unit}）`;
  if (isSum) return sumIn(price) === undefined ? PRICE_KINDS.rough : PRICE_KINDS.total;
  switch (price.kind) {
    case 'unit-price':
      return PRICE_KINDS.unit;
    case 'rate':
      return DISCOUNT.test(price.term ?? '') ? PRICE_KINDS.discount : PRICE_KINDS.rate;
    case 'parts':
      return PRICE_KINDS.parts;
    case 'words':
      return PRICE_KINDS.words;
  }
}
