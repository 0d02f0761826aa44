import { closest, distance } from 'fastest-levenshtein';

/** The known word that a clerk probably meant; nothing where none is near. */
export const near = (word: string, words: readonly string[]): string | undefined => {
  if (words.length === 0) return undefined;
  const candidate = closest(word, [...words]);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
};
