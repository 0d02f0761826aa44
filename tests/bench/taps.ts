import { find } from '../../src/core/kiosk/find.ts';
import type { Shelf } from '../../src/core/kiosk/shelf.ts';
import { startOf, tap, type Trail } from '../../src/core/kiosk/trail.ts';
import { readingsOf } from '../../src/core/pinyin.ts';

/** Rows that are seen at once on 21.5 inches. */
const ROWS_SEEN = 6;

/**
 * By announcement the least taps from the start page until it is open: its keys, and one on its row once it is among
 * those that are seen first. Every sequence of living keys is tried that could still show one for the first time.
 * @param most taps beyond which nobody looks
 */
export function leastTaps(shelves: readonly Shelf[], now: number, most: number): ReadonlyMap<string, number> {
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
  return taps;
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

/** Where nearly all titles begin, and nobody who looks for one of them. */
const PLACES = /^(?:佛山市|高明区|荷城街道|杨和镇|明城镇|更合镇|\d{4}年|示例)+/u;

/**
 * The same by somebody who knows no better than to tap the first letter of each character of its name, without the
 * places that it begins with, until it is seen.
 * @param every one announcement of so many is looked for
 */
export function tapsByName(
  shelves: readonly Shelf[],
  now: number,
  most: number,
  every: number,
): ReadonlyMap<string, number> {
  const { hits } = find(startOf(shelves), {}, { now, first: 0, count: Number.MAX_SAFE_INTEGER });
  const looked = hits.filter((_, place) => place % every === 0).map(({ announcement }) => announcement);
  return new Map(
    looked.map(({ id, title }) => {
      const keys = initialsOf(title.replace(PLACES, ''));
      let trail = startOf(shelves);
      for (let number = 1; number <= most; number += 1) {
        const seen = find(trail, {}, { now, first: 0, count: ROWS_SEEN }).hits;
        if (seen.some(({ announcement }) => announcement.id === id)) return [id, number];
        const key = keys[number - 1];
        if (key === undefined) break;
        trail = tap(trail, key);
      }
      return [id, Infinity];
    }),
  );
}

const initialsOf = (text: string): string =>
  readingsOf(text)
    .map(([reading], place) => reading?.[0] ?? [...text][place]!.toLowerCase())
    .filter((key) => /^[a-z0-9]$/u.test(key))
    .join('');
