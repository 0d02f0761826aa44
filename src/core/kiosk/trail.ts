import type { Shelf } from './shelf.ts';
import { eachNext } from './step.ts';

/**
 * What was tapped so far and where it leads. Keys are found where they can be cut into pieces each of which begins one
 * of consecutive syllables: `zbgg`, `zhbgg`, `zhaobgg` and `zhaobiaogonggao` all lead to 招标公告. How a piece may begin
 * a syllable, see step.ts; digits may begin anywhere in a number, `12` leads to 012.
 */
export interface Trail {
  shelves: readonly Shelf[];
  /** Of a to z and 0 to 9. */
  keys: string;
  /** Of each shelf the places in its letters where the last key was found, rows in order; nothing before the first key. */
  found: readonly Int32Array[] | undefined;
  /** The trail without the last key. */
  before: Trail | undefined;
}

/**
 * The trail before the first key.
 * @param shelves years one after another, the newest first
 */
export const startOf = (shelves: readonly Shelf[]): Trail => ({
  shelves,
  keys: '',
  found: undefined,
  before: undefined,
});

/** The trail with one more key. It costs as much as the keys before it have left. */
export function tap(trail: Trail, key: string): Trail {
  const code = key.charCodeAt(0);
  const found = trail.shelves.map(({ letters, starts }, shelf) =>
    trail.found ? follow(letters, trail.found[shelf]!, code) : (starts[code] ?? NOWHERE),
  );
  return { shelves: trail.shelves, keys: trail.keys + key, found, before: trail };
}

/** The trail of several keys, as when a year has come in meanwhile. */
export const trailOf = (shelves: readonly Shelf[], keys: string): Trail =>
  keys.split('').reduce(tap, startOf(shelves));

const NOWHERE = new Int32Array(0);

/** The places that one more key leads to. */
export function follow(letters: Uint8Array, found: Int32Array, code: number): Int32Array {
  // No key leads on from a place to more than two: within the syllable and to the next one.
  const places = new Int32Array(found.length * 2);
  let length = 0;
  const keep = (next: number, place: number): void => {
    if (next === code) places[length++] = place;
  };
  for (let place = 0; place < found.length; place += 1) eachNext(letters, found[place]!, keep);
  return places.slice(0, length);
}
