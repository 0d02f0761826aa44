import { distance } from 'fastest-levenshtein';
import type { Shelf } from '../search/shelf.ts';

/** A shorter part is one character from too much. */
const SHORTEST = 3;

/** Words that are shown at most, those that most announcements have. */
const MOST_WORDS = 3;

const HAN = /\p{Script=Han}/u;

/**
 * The words in titles and names that differ from a part by one character, or by two neighbours that changed places; of
 * those the ones that are as long and begin alike, if there are any, the most frequent first. Figures and codes are never taken for others.
 */
export function slipsOf(part: string, shelves: readonly Shelf[]): readonly string[] {
  if (part.length < SHORTEST || !HAN.test(part)) return [];
  const counts = new Map<string, number>();
  for (const { titles, parties } of shelves) {
    for (const texts of [titles, parties])
      for (const text of texts)
        for (const word of nearIn(text, part)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const long = preferred(words, (word) => word.length === part.length);
  return preferred(long, (word) => word[0] === part[0]).slice(0, MOST_WORDS);
}

/** Those that are better, if there are any. */
function preferred(words: readonly string[], isBetter: (word: string) => boolean): readonly string[] {
  const better = words.filter(isBetter);
  return better.length > 0 ? better : words;
}

/** Of a word with one slip at least one half is right, so only what stands around such a half is compared. */
function nearIn(text: string, part: string): ReadonlySet<string> {
  const middle = Math.ceil(part.length / 2);
  const found = new Set<string>();
  for (const { half, before } of [
    { half: part.slice(0, middle), before: 0 },
    { half: part.slice(middle), before: middle },
  ]) {
    for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
      // One character less, as many and one more, which may stand before a right second half.
      for (const longer of [0, -1, 1]) {
        const from = before === 0 ? at : at - before - longer;
        if (from < 0) continue;
        const word = text.slice(from, from + part.length + longer);
        if (isNear(word, part)) found.add(word);
      }
    }
  }
  return found;
}

function isNear(word: string, part: string): boolean {
  if (word.indexOf('\n') >= 0 || digitsOf(word) !== digitsOf(part)) return false;
  return distance(word, part) === 1 || isSwapped(word, part);
}

const digitsOf = (text: string): string => text.replace(/[^a-z0-9]/gu, '');

function isSwapped(word: string, part: string): boolean {
  if (word.length !== part.length || word === part) return false;
  const at = Array.from(word, (_, place) => place).find((place) => word[place] !== part[place])!;
  return word === part.slice(0, at) + (part[at + 1] ?? '') + part[at]! + part.slice(at + 2);
}
