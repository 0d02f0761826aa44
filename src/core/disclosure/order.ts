import type { DisclosureClass } from './class.ts';
import type { ItemFields } from './item.ts';

/** Items in the order of their classes, the newest first in each; those of no class last. */
export function byClass<T extends { id: string; fields: ItemFields }>(
  items: readonly T[],
  classes: readonly DisclosureClass[],
): readonly T[] {
  const rankOf = ({ fields }: T): number => {
    const at = classes.findIndex(({ name }) => name === fields.class);
    return at < 0 ? classes.length : at;
  };
  return items.toSorted((a, b) => rankOf(a) - rankOf(b) || byNewest(a, b));
}

/** The newest publication first; of one day in the order of their index numbers backwards. */
export const byNewest = (
  a: { id: string; fields: ItemFields },
  b: { id: string; fields: ItemFields },
): number =>
  compare(b.fields.publishedOn, a.fields.publishedOn) ||
  compare(b.fields.index, a.fields.index) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
