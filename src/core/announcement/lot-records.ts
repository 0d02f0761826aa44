import type { Values } from './fact.ts';
import type { Field } from './field.ts';
import { formInUse } from './former-type.ts';
import type { Price } from './price.ts';
import type { Announcement } from './schema.ts';

/** What a list of an announcement says of one lot 标段（包）, parcel 地块, mining right 矿业权 or asset 标的. */
export interface LotRecord {
  /** Absent where its list gives none. */
  code?: string;
  fields: readonly Field[];
  values: Values;
}

/** Lists with one record a lot: what is planned and called, and what became of it. Candidates 候选人 have several. */
const LISTS: ReadonlySet<string> = new Set([
  'lots',
  'parcels',
  'rights',
  'assets',
  'planned',
  'lotResults',
  'grants',
  'assetResults',
]);

/** All that the lists of an announcement say of single lots, in the order of the form. */
export function recordsOf(announcement: Announcement): readonly LotRecord[] {
  const all = announcement as unknown as Values;
  return formInUse(announcement)
    .filter(({ key, fields }) => fields !== undefined && LISTS.has(key))
    .flatMap(({ key, fields }) =>
      ((all[key] ?? []) as readonly Values[]).map((values): LotRecord => {
        const code = values['lotCode'] ?? values['code'];
        return { ...(typeof code === 'string' && { code }), fields: fields!, values };
      }),
    );
}

/** What is said of the lot of a code. */
export const recordOf = (announcement: Announcement, lot: string): LotRecord | undefined =>
  recordsOf(announcement).find(({ code }) => code === lot);

/** The price of a lot that plays a role, or else that of the whole. */
export function priceIn(
  announcement: Announcement,
  role: 'amount' | 'price',
  record: LotRecord | undefined,
): { price: Price; isWhole: boolean } | undefined {
  const form = formInUse(announcement);
  const values = announcement as unknown as Values;
  const part = form.find((field) => field.role === role && field.sumOf)?.sumOf?.part;
  const own = record?.fields
    .filter((field) => field.role === role || field.key === part)
    .flatMap(({ key }) => (record.values[key] as Price | undefined) ?? [])[0];
  if (own !== undefined) return { price: own, isWhole: false };
  const whole = form.find((field) => field.role === role && values[field.key] !== undefined);
  return whole && { price: values[whole.key] as Price, isWhole: true };
}
