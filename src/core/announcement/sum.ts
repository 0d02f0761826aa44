import type { Field, Role } from './field.ts';
import type { Fen } from './money.ts';
import { sumIn, type Price } from './price.ts';
import { priceUnitOf } from './price-unit.ts';
import { formOf, typeOf, type Announcement } from './schema.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The money that plays a role in an announcement, as one sum: of the whole, or else of its lots, parcels or assets
 * together. Nothing where none is stated, and nothing where a price among them is no sum: one by the year or the area, a
 * rate, named parts.
 */
export function sumOf(announcement: Announcement, role: Role & ('amount' | 'price')): Fen | undefined {
  if (priceUnitOf(announcement) !== '') return undefined;
  const values = announcement as unknown as Values;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const whole = form.find((field) => plays(field, role) && values[field.key] !== undefined);
  if (whole) return sumIn(values[whole.key] as Price);
  const parts = form.flatMap((field) => partsOf(field, values, role)).map(sumIn);
  return parts.length === 0
    ? undefined
    : parts.reduce((a, b) => (a === undefined || b === undefined ? undefined : a + b));
}

/** Whether an announcement states what plays a role as a unit price, a rate or named parts, in whole or for a lot. */
export function isPricedOtherwise(announcement: Announcement, role: Role & ('amount' | 'price')): boolean {
  const stated = pricesOf(announcement, role);
  if (stated.length === 0) return false;
  return priceUnitOf(announcement) !== '' || stated.some((price) => sumIn(price) === undefined);
}

/** Every price of an announcement that plays a role: of the whole, of its lots, parcels and assets. */
export function pricesOf(announcement: Announcement, role: Role & ('amount' | 'price')): readonly Price[] {
  const values = announcement as unknown as Values;
  return formOf(typeOf(announcement.category, announcement.type)).flatMap((field) =>
    plays(field, role) && values[field.key] !== undefined
      ? [values[field.key] as Price]
      : partsOf(field, values, role),
  );
}

const plays = (field: Field, role: Role): boolean =>
  field.role === role && (field.kind?.name === 'money' || field.kind?.name === 'price');

function partsOf({ key, fields = [] }: Field, values: Values, role: Role): readonly Price[] {
  const items = (values[key] ?? []) as readonly Values[];
  return fields
    .filter((field) => plays(field, role))
    .flatMap((field) => items.flatMap((item) => (item[field.key] as Price | undefined) ?? []));
}
