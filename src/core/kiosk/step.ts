import { BEGINS, END } from './letters.ts';

const [C, H, L, N, S, U, V, Z] = Array.from('chlnsuvz', (letter) => letter.charCodeAt(0));

/**
 * Tells each key that leads on from a place in a shelf's letters, and the place it leads to: to the next letter of the
 * syllable, or to the first of the next syllable. The h of zh, ch and sh may be left out, `zaobiao`, as many say it
 * here; ü is `v` as on a keyboard or `u` as on a sign.
 */
export function eachNext(letters: Uint8Array, at: number, visit: (key: number, place: number) => void): void {
  const letter = letters[at]!;
  const next = letters[at + 1]!;
  if (isWithin(next)) {
    visit(next, at + 1);
    if (next === V && (letter === L! + BEGINS || letter === N! + BEGINS)) visit(U!, at + 1);
    const isFlat = letter === Z! + BEGINS || letter === C! + BEGINS || letter === S! + BEGINS;
    if (next === H && isFlat && isWithin(letters[at + 2]!)) visit(letters[at + 2]!, at + 2);
  }
  let place = at + 1;
  while (isWithin(letters[place]!)) place += 1;
  if (letters[place] !== END) visit(letters[place]! - BEGINS, place);
}

/** Whether a letter goes on with the syllable of the one before it. */
const isWithin = (letter: number): boolean => letter !== END && letter < BEGINS;
