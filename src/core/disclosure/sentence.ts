import type { DisclosureClass } from './class.ts';
import type { FullText } from './full-text.ts';
import type { ItemFields } from './item.ts';

/** A class with how many items it has, none among them. */
export interface ClassCount extends DisclosureClass {
  count: number;
}

/** How many of these items each class has, in the order of the classes. */
export const countClasses = (
  items: readonly { fields: Pick<ItemFields, 'class'> }[],
  classes: readonly DisclosureClass[],
): readonly ClassCount[] =>
  classes.map((one) => ({ ...one, count: items.filter(({ fields }) => fields.class === one.name).length }));

/** A place that only the office can fill; the check refuses it in what is published. */
export const BLANK = '〔待填〕';

/**
 * The sentence of a year's catalogue for the annual report, in the manner of that on announcements: what was published
 * of the centre's own accord, by class, and the share of full texts.
 */
export function catalogueSentence(facts: {
  year: number;
  toMonth: number;
  centre: string;
  classes: readonly ClassCount[];
  fullText: FullText;
}): string {
  const { year, toMonth, centre, classes, fullText } = facts;
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  const span = `${year}年${toMonth === 1 ? '' : '1-'}${toMonth}月`;
  if (total === 0) return `${span}，目录里没有${centre}主动公开的政府信息。`;
  const parts = classes.filter(({ count }) => count > 0);
  const detail = parts.map(({ name, count }) => `${name}${count}条`).join('，');
  const named = parts.length > 1 ? `，其中${detail}` : '';
  return `${span}，${centre}主动公开政府信息${total}条${named}，全文电子化率${fullText.rate ?? BLANK}。`;
}
