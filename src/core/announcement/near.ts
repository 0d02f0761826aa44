import { closest, distance } from 'fastest-levenshtein';

/** A shorter word says too little of the longer one that it is part of. */
const LEAST_PART = 3;

/**
 * The known word that a clerk probably meant; nothing where none is near. One that she wrote in short comes before one
 * that only looks like it: 中标公告 means 中标结果公告, not 招标公告.
 */
export const near = (word: string, words: readonly string[]): string | undefined => {
  const [written] = words.filter((one) => isShortFor(word, one)).sort((a, b) => a.length - b.length);
  if (written !== undefined || words.length === 0) return written;
  const candidate = closest(word, [...words]);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
};

/** Whether a word has nothing but characters of another, in their order; a word of one or two says too little. */
export function isShortFor(word: string, other: string): boolean {
  if (word.length < LEAST_PART) return false;
  let from = 0;
  for (const char of word) {
    const at = other.indexOf(char, from);
    if (at < 0) return false;
    from = at + char.length;
  }
  return true;
}
