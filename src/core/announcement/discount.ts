import { numberIn } from './numeral.ts';
import { plainForm, type Kind } from './kind.ts';
import { percentKind } from './quantity.ts';

const DISCOUNT =
  /^(?:折扣(?:率|系数)?:?)?(?:(\d\.\d{1,2})|(\d{1,2})|([一二三四五六七八九])([一二三四五六七八九])?)折(?:优惠)?$/u;

/**
 * The per cent that is paid at a discount 折, as decimal text: 85 of `85折`, `8.5折` and `八五折`, 90 of `9折`. Nothing of
 * `0.85折` and `10折`, which could mean either.
 */
export function discountIn(words: string): string | undefined {
  const [, decimal, whole, first, second = '0'] = DISCOUNT.exec(words) ?? [];
  if (decimal !== undefined)
    return decimal.startsWith('0') ? undefined : String(Math.round(Number(decimal) * 1000) / 100);
  if (whole !== undefined) return /^(?:0|10)/u.test(whole) ? undefined : whole.padEnd(2, '0');
  return first === undefined ? undefined : `${numberIn(first)!}${second === '0' ? 0 : numberIn(second)!}`;
}

/** A rate of what is paid, 折扣率, in per cent or in 折. */
export const discountKind: Kind<number> = {
  ...percentKind,
  parse: (text) => {
    const discount = discountIn(plainForm(text).replace(/\s/gu, ''));
    return discount === undefined ? percentKind.parse(text) : { value: Number(discount) };
  },
  pattern: /[%％折]$/u,
};
