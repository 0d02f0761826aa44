import { BEGINS, isDigit, keyOf, placeOf, type Places } from './letters.ts';
import type { Shelf } from './shelf.ts';
import { eachReading, eachWithin, nextAfter } from './step.ts';

/** All keys of the pad. */
export const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Gathers the keys that lead on. */
interface LivingKeys {
  /** From those of the places where the last key was found that are in a row; before the first key from its beginning. */
  add(shelf: Shelf, row: number, found: Places | undefined, from: number, to: number): void;
  keys(): ReadonlySet<string>;
}

export function livingKeys(): LivingKeys {
  const isLiving = new Uint8Array(BEGINS);
  let living = 0;
  const add = (key: number): void => {
    living += 1 - isLiving[key]!;
    isLiving[key] = 1;
  };
  return {
    add({ letters, begins }, row, found, from, to) {
      // With all alive the rest can tell nothing new, and before the first key the rest is everything.
      if (living === KEYS.length) return;
      if (found) {
        for (let at = from; at < to; at += 1) {
          const place = placeOf(found[at]!);
          eachWithin(letters, place, add);
          eachReading(letters, nextAfter(letters, place), add);
        }
        return;
      }
      for (let at = begins[row]!; at < begins[row + 1]!; at += 1) {
        const letter = letters[at]!;
        if (letter > BEGINS || isDigit(letter)) add(keyOf(letter));
      }
    },
    keys: () => new Set(KEYS.split('').filter((key) => isLiving[key.charCodeAt(0)] === 1)),
  };
}
