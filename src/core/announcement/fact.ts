import type { Field, Role } from './field.ts';
import { formInUse } from './former-type.ts';
import type { Fen } from './money.ts';
import { roughSumIn, sumIn, type Price } from './price.ts';
import { priceUnitOf } from './price-unit.ts';
import type { Announcement } from './schema.ts';

/** A value under the label of its field, as a list row shows it. */
export interface Fact {
  label: string;
  value: string | number;
  text: string;
  /** Of a price that is no plain sum: its words, and its fen where it is a sum that need not be exact. */
  price?: { words: string; fen?: Fen };
}

/** The first field of a form that plays a role and has a value. */
export const factOf = (announcement: Announcement, role: Role): Fact | undefined =>
  factIn(formInUse(announcement), announcement as unknown as Values, role);

/** What values a form or a record of a list has under the names of its fields. */
export type Values = Readonly<Record<string, unknown>>;

/** The first field of a form, or of a list's records, that plays a role and has a value. */
export function factIn(form: readonly Field[], values: Values, role: Role): Fact | undefined {
  const field = form.find((one) => one.role === role && values[one.key] !== undefined);
  return field && factFrom(field, values[field.key] as string | number | Price);
}

/** A price that is no sum, or no exact one, has its words for a value, so that it is not added to any. */
function factFrom({ label, kind }: Field, value: string | number | Price): Fact {
  const text = kind!.print(value);
  if (typeof value !== 'object') return { label, value, text };
  const fen = roughSumIn(value);
  return {
    label,
    value: sumIn(value) ?? text,
    text,
    price: { words: text, ...(fen !== undefined && { fen }) },
  };
}

/** Money under its term; by what it is reckoned stands in the term, `底价（每月）`, so that no rent is taken for the whole. */
export function withUnit(fact: Fact | undefined, announcement: Announcement): Fact | undefined {
  const unit = priceUnitOf(announcement);
  const isSum = typeof fact?.value === 'number' || fact?.price?.fen !== undefined;
  return fact && unit !== '' && isSum ? { ...fact, label: `${fact.label}（${unit}）` } : fact;
}
