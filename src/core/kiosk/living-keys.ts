import { BEGINS, END, type Shelf } from './shelf.ts';
import { eachNext, isDigit } from './step.ts';

/** All keys of the pad. */
export const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Gathers the keys that lead on. */
export interface LivingKeys {
  /** From the places that the last key was found in in a row, or from its beginning before the first key. */
  add(shelf: Shelf, row: number, places: Int32Array | undefined): void;
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
    add({ letters, begins }, row, places) {
      // With all alive the rest can tell nothing new, and before the first key the rest is everything.
      if (living === KEYS.length) return;
      if (places) {
        for (const at of places) eachNext(letters, at, add);
        return;
      }
      for (let at = begins[row]!; at < begins[row + 1]!; at += 1) {
        const letter = letters[at]!;
        if (letter > BEGINS) add(letter - BEGINS);
        else if (letter !== END && isDigit(letter)) add(letter);
      }
    },
    keys: () => new Set(KEYS.split('').filter((key) => isLiving[key.charCodeAt(0)] === 1)),
  };
}
