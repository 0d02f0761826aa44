/**
 * The syllables of lines in one byte a letter, in ASCII. The first letter of a syllable bears this bit, so that the
 * letters say themselves where syllables begin.
 */
export const BEGINS = 0x80;

/** Ends a line: nothing is found across it. */
export const END = 0;

/** Whether the code of a letter, or of the key that stands for it, is that of a digit. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** One line of syllables as letters. */
export function toLetters(syllables: readonly string[]): Uint8Array {
  const letters: number[] = [];
  for (const syllable of syllables) addSyllable(letters, syllable);
  letters.push(END);
  return new Uint8Array(letters);
}

export function addSyllable(letters: number[], syllable: string): void {
  for (let place = 0; place < syllable.length; place += 1)
    letters.push(syllable.charCodeAt(place) + (place === 0 ? BEGINS : 0));
}

/** By the code of a first key the places where it is found, in order: where a syllable begins, and anywhere in a number. */
export type Starts = readonly Int32Array[];

export function startsIn(letters: Uint8Array): Starts {
  const counts = new Int32Array(BEGINS);
  for (const letter of letters) if (isStart(letter)) counts[letter % BEGINS]! += 1;
  const starts = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let place = 0; place < letters.length; place += 1) {
    const key = letters[place]! % BEGINS;
    if (isStart(letters[place]!)) starts[key]![counts[key]!++] = place;
  }
  return starts;
}

/** Whether a first key can be found at a letter. */
const isStart = (letter: number): boolean => letter > BEGINS || isDigit(letter);

/** Whether a first key is found at a letter. */
export const isStartOf = (letter: number, key: number): boolean => isStart(letter) && letter % BEGINS === key;
