import type { Item } from './browser/feed.ts';
import { widthOf } from './browser/lines.ts';
import type { Strip } from './browser/strip.ts';
import { namesOf, type Named } from './short-name.ts';

/** What of a strip's line a name may take: the hour and the room come with it. */
const STRIP_NAME = 0.5;

/** Widest name that a sentence of a strip begins with, in em. */
export const nameEmOf = ({ line, em }: Strip): number => Math.floor((line / em) * STRIP_NAME);

/**
 * Items with every name of their project that takes no more than `em`, so that a strip can use the longest that fits
 * beside what is said there. A name that another project here could bear too is none.
 */
export function withStripNames(items: readonly Item[], collection: Named, em: number): readonly Item[] {
  const named = items.map((item) => ({ item, names: namesFor(item, collection) }));
  return named.map(({ item, names: [longest, ...others] }) => {
    const isOwn = (name: string): boolean =>
      named.every(({ names }) => names[0] === longest || !names.includes(name));
    const own = [longest!, ...others.filter(isOwn)];
    const fitting = own.filter((name) => widthOf(name) <= em);
    const [short, ...shorter] = fitting.length > 0 ? fitting : own.slice(-1);
    return {
      ...item,
      ...(short !== item.title && { short: short! }),
      ...(shorter.length > 0 && { shorter }),
    };
  });
}

/** What the clerk wrote, and what is derived that is shorter. */
function namesFor(item: Item, collection: Named): readonly string[] {
  const { written, derived } = namesOf(item, collection);
  if (written === undefined) return derived;
  return [written, ...derived.filter((name) => widthOf(name) < widthOf(written))];
}
