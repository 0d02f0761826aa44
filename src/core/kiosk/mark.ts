import { isStartOf, toLetters } from './letters.ts';
import type { Shelf } from './shelf.ts';
import { textOf, type Reader } from './spelling.ts';
import { eachSyllable } from './syllables.ts';
import { follow } from './trail.ts';

/** A part of a text: `text.slice(from, to)`. */
export interface Mark {
  from: number;
  to: number;
}

/** Where keys are found first, as whole characters and numbers: in the title of a row, else in the code of its project. */
export interface Marks {
  mark?: Mark;
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
function markIn(line: string, place: number, row: number, read: Reader, keys: string): Mark | undefined {
  let ways = 1;
  for (let way = 0; way < ways; way += 1) {
    const syllables: { letters: string; from: number; to: number }[] = [];
    ways = eachSyllable(line, { row, place, way }, read, (letters, from, to) =>
      syllables.push({ letters, from, to }),
    );
    const found = foundIn(toLetters(syllables.map(({ letters }) => letters)), keys);
    if (!found) continue;
    // Of each letter the syllable it belongs to.
    const owners = syllables.flatMap((syllable) => syllable.letters.split('').map(() => syllable));
    return { from: owners[found[0]]!.from, to: owners[found[1]]!.to };
  }
  return undefined;
}

/** The places of the first key and of the last. */
function foundIn(letters: Uint8Array, keys: string): readonly [first: number, last: number] | undefined {
  const codes = keys.split('').map((key) => key.charCodeAt(0));
  for (let first = 0; first < letters.length; first += 1) {
    if (!isStartOf(letters[first]!, codes[0]!)) continue;
    let places: Int32Array = Int32Array.of(first);
    for (let key = 1; key < codes.length && places.length > 0; key += 1)
      places = follow(letters, places, codes[key]!);
    if (places.length > 0) return [first, places[0]!];
  }
  return undefined;
}
