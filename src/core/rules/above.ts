import { printMoney } from '../announcement/money.ts';
import { fail, pass } from './outcome.ts';
import type { Price } from './prices.ts';
import type { Outcome } from './rule.ts';

/** Of prices that must not lie above a limit; undefined where no price or no limit is a sum. */
export function notAbove(
  prices: readonly Price[],
  name: string,
  limitOf: (price: Price) => number | undefined,
  consequence: string,
): Outcome | undefined {
  const held = prices.flatMap((price) => {
    const limit = limitOf(price);
    return limit === undefined ? [] : [{ ...price, limit }];
  });
  const above = held.find(({ fen, limit }) => fen > limit);
  if (above) {
    const { at, what, fen, limit } = above;
    const message = `${what} ${printMoney(fen)} 高于${name} ${printMoney(limit)}，${consequence}`;
    return fail(at, message, `对照原件核对金额和单位；${name}改过的，先发更正公告`);
  }
  return held[0] && pass(held[0].at, `都不高于${name} ${printMoney(held[0].limit)}`);
}
