import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes on a terminal: a Chinese character is two. Controls take none and are not printed. */
export const columnsOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += columnsOfCharacter(char);
  return width;
};

const columnsOfCharacter = (char: string): number =>
  eastAsianWidth(char.codePointAt(0)!, { ambiguousAsWide: true });

/**
 * A text in no more than so many columns, which are at least 40: of a longer one the middle gives way to its length
 * in characters, `开头……（共 5,321 字）……结尾`.
 */
export function elide(text: string, columns: number): string {
  if (text.length * 2 <= columns || columnsOf(text) <= columns) return text;
  const characters = [...text];
  const note = `……（共 ${characters.length.toLocaleString('en-US')} 字）……`;
  const side = Math.floor((columns - columnsOf(note)) / 2);
  const head = characters.slice(0, countWithin(characters, 0, 1, side));
  const tail = characters.slice(characters.length - countWithin(characters, characters.length - 1, -1, side));
  return `${head.join('')}${note}${tail.join('')}`;
}

/** How many characters from a place on, forwards or backwards, fit into so many columns. */
export function countWithin(
  characters: readonly string[],
  from: number,
  step: 1 | -1,
  columns: number,
): number {
  let room = columns;
  let count = 0;
  for (let at = from; at in characters; at += step) {
    room -= columnsOfCharacter(characters[at]!);
    if (room < 0) break;
    count += 1;
  }
  return count;
}
