/** Reading weight of a text in Chinese characters: a letter or digit counts half, punctuation nothing. */
export function readingWeight(text: string): number {
  let weight = 0;
  for (const char of text) {
    if (/\p{Script=Han}/u.test(char)) weight += 1;
    else if (/[\p{L}\p{N}]/u.test(char)) weight += 0.5;
  }
  return weight;
}

/** Characters a slow reader takes in per second: the mean of 259 a minute less two standard deviations. */
export const CHARACTERS_PER_SECOND = 3;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * Seconds that a page of a list stays: 2 s to find it, 1.2 s to scan a row, then one title is read.
 * Between 10 and 30 seconds, times the screen's own factor.
 */
export function listDwell(titles: readonly string[], factor = 1): number {
  const longest = Math.max(0, ...titles.map(readingWeight));
  return clamp(2 + 1.2 * titles.length + longest / CHARACTERS_PER_SECOND, 10, 30) * factor;
}

/** Seconds that a text stays which is read to its end, alone on the glass. Between 8 and 40, times the screen's factor. */
export const readDwell = (text: string, factor = 1): number =>
  clamp(2 + readingWeight(text) / CHARACTERS_PER_SECOND, 8, 40) * factor;

/** Longest time a full round of pages may take, in seconds: a visitor waits no longer for the first page to return. */
export const LONGEST_CYCLE = 180;
