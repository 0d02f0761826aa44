import type { Field, Role } from './field.ts';
import type { Fen } from './money.ts';
import { priceUnitOf } from './price-unit.ts';
import { formOf, typeOf, type Announcement } from './schema.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The money that plays a role in an announcement, as one sum: of the whole, or else of its lots, parcels or assets
 * together. Nothing where none is stated, and nothing of a price by the year or the area, which is no sum.
 */
export function sumOf(announcement: Announcement, role: Role & ('amount' | 'price')): Fen | undefined {
  if (priceUnitOf(announcement) !== '') return undefined;
  const values = announcement as unknown as Values;
  const form = formOf(typeOf(announcement.category, announcement.type));
  const whole = form.find((field) => plays(field, role) && values[field.key] !== undefined);
  if (whole) return values[whole.key] as Fen;
  const parts = form.flatMap((field) => partsOf(field, values, role));
  return parts.length === 0 ? undefined : parts.reduce((a, b) => a + b, 0);
}

const plays = (field: Field, role: Role): boolean => field.role === role && field.kind?.name === 'money';

function partsOf({ key, fields = [] }: Field, values: Values, role: Role): readonly Fen[] {
  const items = (values[key] ?? []) as readonly Values[];
  return fields
    .filter((field) => plays(field, role))
    .flatMap((field) => items.flatMap((item) => (item[field.key] as Fen | undefined) ?? []));
}
