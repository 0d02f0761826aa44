import { rfc3339, type Instant, type PlainDate } from '../announcement/instant.ts';
import { toYuan, type Fen } from '../announcement/money.ts';
import { sumIn, type Price } from '../announcement/price.ts';
import { dayIn, endsOf } from '../announcement/window.ts';
import { filled, type Json } from './json.ts';

/**
 * A sum as OCDS has it. The number is read from the decimal text of the yuan, never divided: up to fifteen digits, which
 * is ten thousand 亿元, JSON prints the very digits again.
 */
export const moneyOf = (fen: Fen | undefined): Json | undefined =>
  fen === undefined ? undefined : { amount: Number(toYuan(fen)), currency: 'CNY' };

/** The same of a price that is an exact sum; nothing of 约, a unit price, a rate or words, which OCDS cannot hold. */
export const priceOf = (price: unknown): Json | undefined => moneyOf(sumIn(price as Price | undefined));

/** A moment as the validators take it; of a day alone its first moment. */
export const momentOf = (at: Instant | PlainDate | undefined): string | undefined =>
  at === undefined ? undefined : at.includes('T') ? rfc3339(at as Instant) : `${at}T00:00:00+08:00`;

/** The last moment of what ends at a moment or with a day. */
export const endOf = (at: Instant | PlainDate | undefined): string | undefined =>
  at === undefined || at.includes('T') ? momentOf(at) : `${at}T23:59:59+08:00`;

/** A length in days; nothing of one that is stated in words. */
export const daysOf = (duration: unknown): Json | undefined =>
  typeof duration === 'number' ? { durationInDays: duration } : undefined;

/** A period that is told in words, 2026年6月1日至2028年5月31日; nothing where its two days cannot be read. */
export function periodIn(text: string | undefined): Json | undefined {
  const ends = text === undefined ? undefined : endsOf(text);
  if (!ends) return undefined;
  return filled({ startDate: momentOf(dayIn(ends.from, false)), endDate: endOf(dayIn(ends.until, true)) });
}

/** A number with its unit, 30 台; nothing of anything else. */
export function quantityIn(text: string | undefined): { quantity: number; unit: string } | undefined {
  const [, number, unit] =
    /^([\d,]+(?:\.\d+)?)\s*(\p{Script=Han}{1,4}|[a-zA-Z㎡㎥²³]{1,4})$/u.exec(text?.trim() ?? '') ?? [];
  const quantity = Number(number?.replaceAll(',', ''));
  return unit === undefined || !Number.isFinite(quantity) ? undefined : { quantity, unit };
}
