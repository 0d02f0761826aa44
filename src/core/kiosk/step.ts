import { BEGINS, END, hasOthers, isOther, isWithin, keyOf } from './letters.ts';

/** Is told of a key that leads on, and of the place that it leads to. */
type Visit = (key: number, place: number) => void;

const [C, H, L, N, S, U, V, Z] = Array.from('chlnsuvz', (letter) => letter.charCodeAt(0));

/**
 * Tells each key that leads on from a place in a shelf's letters within the syllable. The h of zh, ch and sh may be
 * left out, `zaobiao`, as many say it here; ü is `v` as on a keyboard or `u` as on a sign.
 */
export function eachWithin(letters: Uint8Array, at: number, visit: Visit): void {
  const next = letters[at + 1]!;
  if (!isWithin(next)) return;
  visit(next, at + 1);
  if (letters[at]! < BEGINS) return;
  const first = keyOf(letters[at]!);
  if (next === V && (first === L || first === N)) visit(U!, at + 1);
  const isFlat = first === Z || first === C || first === S;
  if (next === H && isFlat && isWithin(letters[at + 2]!)) visit(letters[at + 2]!, at + 2);
}

/** Where the next character or number begins after the one that a place is in, or the line ends. */
export function nextAfter(letters: Uint8Array, at: number): number {
  let place = at + 1;
  while (isWithin(letters[place]!) || isOther(letters[place]!)) place += 1;
  return place;
}

/** Tells the first key of each reading of the character or number that begins at a place; none at the end of a line. */
export function eachReading(letters: Uint8Array, at: number, visit: Visit): void {
  if (letters[at] === END) return;
  visit(keyOf(letters[at]!), at);
  if (!hasOthers(letters[at]!)) return;
  const end = nextAfter(letters, at);
  for (let place = at + 1; place < end; place += 1)
    if (isOther(letters[place]!)) visit(keyOf(letters[place]!), place);
}
