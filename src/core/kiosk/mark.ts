import { isOther, isStartOf, otherwise, placeOf, toLetters, toPlaced, type Places } from './letters.ts';
import type { Shelf } from './shelf.ts';
import { textOf, type Reader } from './spelling.ts';
import { eachSyllable } from './syllables.ts';
import { follow } from './trail.ts';

/** A part of a text: `text.slice(from, to)`. */
export interface Mark {
  from: number;
  to: number;
}

/** A part that keys are found in. */
interface FoundMark extends Mark {
  /** Whether a character of it is taken for another than how it is read there. */
  isOtherwise: boolean;
}

/** Where keys are found first, as whole characters and numbers: in the title of a row, else in the code of its project. */
export interface Marks {
  mark?: FoundMark;
  codeMark?: Mark;
}

export function marksIn(shelf: Shelf, row: number, keys: string): Marks {
  if (keys === '') return {};
  const [title = '', , code = ''] = textOf(shelf.catalogue, row).split('\n');
  const mark = markIn(title, 0, row, shelf.read, keys);
  if (mark) return { mark };
  const place = Array.from(textOf(shelf.catalogue, row)).length - Array.from(code).length;
  const codeMark = markIn(code, place, row, shelf.read, keys);
  return codeMark ? { codeMark } : {};
}

/** @param place of the line in the row's text */
function markIn(line: string, place: number, row: number, read: Reader, keys: string): FoundMark | undefined {
  const syllables: { readings: readonly string[]; from: number; to: number }[] = [];
  eachSyllable(line, { row, place }, read, (readings, from, to) => syllables.push({ readings, from, to }));
  const found = foundIn(toLetters(syllables.map(({ readings }) => readings)), keys);
  if (!found) return undefined;
  // Of each letter the syllable it belongs to.
  const owners = syllables.flatMap((syllable) =>
    syllable.readings
      .join('')
      .split('')
      .map(() => syllable),
  );
  const [first, last] = found;
  return { from: owners[first]!.from, to: owners[placeOf(last)]!.to, isOtherwise: otherwise(last) === 1 };
}

/** The place of the first key and where the last one led: as the words around are read, else by other readings. */
function foundIn(letters: Uint8Array, keys: string): readonly [first: number, last: number] | undefined {
  const codes = keys.split('').map((key) => key.charCodeAt(0));
  let other: readonly [number, number] | undefined;
  for (let first = 0; first < letters.length; first += 1) {
    if (!isStartOf(letters[first]!, codes[0]!)) continue;
    let places: Places = Int32Array.of(toPlaced(first, isOther(letters[first]!) ? 1 : 0));
    for (let key = 1; key < codes.length && places.length > 0; key += 1)
      places = follow(letters, places, codes[key]!);
    const usual = places.filter((placed) => otherwise(placed) === 0)[0];
    if (usual !== undefined) return [first, usual];
    if (places.length > 0) other ??= [first, places[0]!];
  }
  return other;
}
