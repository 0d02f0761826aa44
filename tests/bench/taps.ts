import type { Shelf } from '../../src/core/kiosk/shelf.ts';
import { find } from '../../src/core/kiosk/find.ts';
import { startOf, tap, type Trail } from '../../src/core/kiosk/trail.ts';

/** Rows that are seen at once on 21.5 inches. */
export const ROWS_SEEN = 6;

/** By number of taps how many announcements can be opened with so many and no fewer. */
export type Distribution = ReadonlyMap<number, number>;

/**
 * The least taps from the start page until an announcement is open: its keys, and one on its row once it is among
 * those that are seen first. Every sequence of living keys is tried that could still show one for the first time.
 * @param most taps beyond which nobody looks
 */
export function leastTaps(shelves: readonly Shelf[], now: number, most: number): Distribution {
  const taps = new Map<string, number>();
  let trails: readonly Trail[] = [startOf(shelves)];
  for (let number = 1; number <= most; number += 1) {
    const further: Trail[] = [];
    for (const trail of trails) {
      const { hits, total, nextKeys } = find(trail, {}, { now, first: 0, count: ROWS_SEEN });
      for (const { announcement } of hits) if (!taps.has(announcement.id)) taps.set(announcement.id, number);
      if (total > hits.length && number < most) further.push(...[...nextKeys].map((key) => tap(trail, key)));
    }
    trails = further.filter((trail) => hasUnseen(trail, taps));
  }
  return [...taps.values()].reduce(
    (counts, number) => counts.set(number, (counts.get(number) ?? 0) + 1),
    new Map<number, number>(),
  );
}

/** Whether a trail leads to a row that is not among those seen. */
const hasUnseen = ({ shelves, found }: Trail, seen: ReadonlyMap<string, number>): boolean =>
  shelves.some(({ begins, catalogue }, shelf) => {
    let row = 0;
    return found![shelf]!.some((place) => {
      while (begins[row + 1]! <= place) row += 1;
      return !seen.has(catalogue.id[row]!);
    });
  });

/** The part of `count` that is open within so many taps. */
export const share = (distribution: Distribution, within: number, count: number): number =>
  [...distribution].reduce((sum, [taps, number]) => sum + (taps <= within ? number : 0), 0) / count;
