import { facetOn, FACETS, type Counts, type Facet } from './facets.ts';
import { conditionsOn, newestOnly, rankingOf } from './meet.ts';
import { inOrder, type Hit } from './order.ts';
import type { Question } from './question.ts';
import type { Shelf } from './shelf.ts';
import type { Want } from './wanted.ts';

export interface Selection {
  hits: readonly Hit[];
  /** Of each value how many there would be with it alone chosen in its group, all other conditions kept. */
  counts: Readonly<Record<Facet, Counts>>;
}

/**
 * The announcements that meet every condition of a question, in its order.
 * @param shelves years one after another, the newest first, as many as the scope takes in (see yearsOf)
 * @param at.now milliseconds since 1970
 * @param at.inBodies ids of the announcements that have all words somewhere in their text, where that is known
 * @param at.wants what is looked for in place of the words, where it is not what was typed
 */
export function select(
  shelves: readonly Shelf[],
  question: Question,
  at: { now: number; inBodies?: ReadonlySet<string> | undefined; wants?: readonly Want[] },
): Selection {
  const hits: Hit[] = [];
  const counts: Record<Facet, Map<string, number>> = {
    category: new Map(),
    type: new Map(),
    region: new Map(),
    status: new Map(),
  };
  const { now, inBodies, wants } = at;
  const isNewest = newestOnly(question);
  for (const shelf of shelves) {
    const rankOf = rankingOf(shelf, question, inBodies, wants);
    const meets = conditionsOn(shelf, question, now);
    const facets = FACETS.map((facet) => facetOn(facet, shelf, question, now));
    for (let row = 0; row < shelf.titles.length; row += 1) {
      if (!isNewest(shelf.codes[row]!) || !meets(row)) continue;
      const missed = facets.filter((facet) => !facet.meets(row));
      if (missed.length > 1) continue;
      const rank = rankOf(row);
      if (rank === undefined) continue;
      if (missed.length === 0) hits.push({ shelf, row, rank });
      // Missing one group alone, it would be there if another value were chosen in that group.
      for (const facet of missed.length === 0 ? facets : missed) facet.count(row, counts[facet.facet]);
    }
  }
  return { hits: inOrder(hits, question, now), counts };
}
