import { isOther, otherwise, placeOf, toPlaced, type Places } from './letters.ts';
import type { Shelf } from './shelf.ts';
import { eachReading, eachWithin, nextAfter } from './step.ts';

/**
 * What was tapped so far and where it leads. Keys are found where they can be cut into pieces each of which begins one
 * of consecutive syllables: `zbgg`, `zhbgg`, `zhaobgg` and `zhaobiaogonggao` all lead to 招标公告. How a piece may begin
 * a syllable, see step.ts; digits may begin anywhere in a number, `12` leads to 012. Of a character that is read in several
 * ways any will do: `zwc` leads to 曾屋村 and `cwc` too.
 */
export interface Trail {
  shelves: readonly Shelf[];
  /** Of a to z and 0 to 9. */
  keys: string;
  /** Of each shelf the places in its letters where the last key was found; nothing before the first key. */
  found: readonly Places[] | undefined;
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

const NOWHERE: Places = new Int32Array(0);

/** The places that one more key leads to. */
export function follow(letters: Uint8Array, found: Places, code: number): Places {
  let places = new Int32Array(found.length * 2);
  let length = 0;
  /** 1 where what is entered next is by another reading. */
  let isOtherwise = 0;
  const keep = (key: number, place: number): void => {
    if (key !== code) return;
    if (length === places.length) places = twiceAsLong(places);
    places[length++] = toPlaced(place, isOtherwise | (isOther(letters[place]!) ? 1 : 0));
  };
  for (let at = 0; at < found.length;) {
    // From all places of one character the next one is entered once, by the best way that led so far.
    const next = nextAfter(letters, placeOf(found[at]!));
    let best = 1;
    for (; at < found.length && placeOf(found[at]!) < next; at += 1) {
      isOtherwise = otherwise(found[at]!);
      best &= isOtherwise;
      eachWithin(letters, placeOf(found[at]!), keep);
    }
    isOtherwise = best;
    eachReading(letters, next, keep);
  }
  return places.slice(0, length);
}

function twiceAsLong(places: Places): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(places.length * 2);
  longer.set(places);
  return longer;
}
