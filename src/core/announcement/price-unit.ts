import { formOf, typeOf, type Announcement } from './schema.ts';

/** By what the prices of an announcement are reckoned, 每月 or 每亩每年; empty where they are the whole. */
export function priceUnitOf(announcement: Announcement): string {
  if (!('priceUnit' in announcement) || (announcement.priceUnit ?? 'total') === 'total') return '';
  const form = formOf(typeOf(announcement.category, announcement.type));
  return form.find(({ key }) => key === 'priceUnit')!.kind!.print(announcement.priceUnit);
}
