/**
 * The syllables of lines in one byte a letter, in ASCII. The first letter of a syllable bears this bit, so that the
 * letters say themselves where syllables begin.
 */
export const BEGINS = 0x80;

/** Ends a line: nothing is found across it. */
export const END = 0;

/** Whether the code of a letter, or of the key that stands for it, is that of a digit. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a letter goes on with the syllable of the one before it. */
export const isWithin = (letter: number): boolean => letter !== END && letter < BEGINS;

/*
 * A character that is read in several ways has a syllable for each. The first of them begins with a capital, the others
 * with the control code of their letter, so that what begins how is told by the upper three bits.
 */
const CAPITAL = 0x20;
const CONTROL = 0x60;
const FIRST_OF_SEVERAL = (BEGINS + 0x40) >> 5;
const OTHERS = BEGINS >> 5;

/** Whether a letter begins the first of several readings. */
export const hasOthers = (letter: number): boolean => letter >> 5 === FIRST_OF_SEVERAL;

/** Whether a letter begins another reading of the character that the syllable before it stands for. */
export const isOther = (letter: number): boolean => letter >> 5 === OTHERS;

/** The code of the key that stands for a letter. */
export const keyOf = (letter: number): number =>
  isDigit(letter % BEGINS) ? letter % BEGINS : (letter % CAPITAL) + CONTROL;

/** Adds a character or a number by its readings, of which the first is how it is read where it stands. */
export function addReadings(letters: number[], readings: readonly string[]): void {
  for (const [number, syllable] of readings.entries()) {
    const less = number > 0 ? CONTROL : readings.length > 1 ? CAPITAL : 0;
    for (let place = 0; place < syllable.length; place += 1)
      letters.push(syllable.charCodeAt(place) + (place === 0 ? BEGINS - less : 0));
  }
}

/** One line as letters. */
export function toLetters(line: readonly (readonly string[])[]): Uint8Array {
  const letters: number[] = [];
  for (const readings of line) addReadings(letters, readings);
  letters.push(END);
  return new Uint8Array(letters);
}

/**
 * Places in letters, each doubled, and with one more where the way to it led through a reading that is not the first
 * of its character. All places of one character stand together, characters in order, and no place twice.
 */
export type Places = Int32Array;

export const toPlaced = (place: number, isOtherwise: number): number => place * 2 + isOtherwise;
export const placeOf = (placed: number): number => placed >> 1;
/** 1 for the way through another reading, 0 for what the words around say. */
export const otherwise = (placed: number): number => placed & 1;

/** By the code of a first key the places where it is found: where a syllable begins, and anywhere in a number. */
export type Starts = readonly Places[];

export function startsIn(letters: Uint8Array): Starts {
  const counts = new Int32Array(BEGINS);
  for (const letter of letters) if (isStart(letter)) counts[keyOf(letter)]! += 1;
  const starts = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let place = 0; place < letters.length; place += 1) {
    const letter = letters[place]!;
    if (!isStart(letter)) continue;
    const key = keyOf(letter);
    starts[key]![counts[key]!++] = toPlaced(place, isOther(letter) ? 1 : 0);
  }
  return starts;
}

/** Whether a first key can be found at a letter. */
const isStart = (letter: number): boolean => letter > BEGINS || isDigit(letter);

/** Whether a first key is found at a letter. */
export const isStartOf = (letter: number, key: number): boolean => isStart(letter) && keyOf(letter) === key;
