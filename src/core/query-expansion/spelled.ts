import type { Shelf } from '../kiosk/shelf.ts';
import { partsOf } from '../search/text.ts';
import { find } from '../kiosk/find.ts';
import { trailOf } from '../kiosk/trail.ts';

/** Different words that keys are taken for at most, those that most titles have. */
const MOST_WORDS = 5;

/** Whether a part may be the sounds of some words: initials `wsgw`, syllables `wushui`, both with figures. */
export const isSpelling = (part: string): boolean => /^[a-z][a-z0-9]+$/u.test(part);

/** Whether some words have a part that may be sounds, so that the table of them is needed. */
export const needsSpelling = (words: string): boolean => partsOf(words).some(isSpelling);

/** The words in titles that are read as a part sounds, the most frequent first, then those that could be read so. */
export function wordsSpelled(part: string, shelves: readonly Shelf[]): readonly string[] {
  const counts = { read: new Map<string, number>(), readOtherwise: new Map<string, number>() };
  const { hits } = find(trailOf(shelves, part), {}, { now: 0, first: 0, count: Infinity });
  for (const { announcement, mark } of hits) {
    if (!mark) continue;
    const words = announcement.title.slice(mark.from, mark.to);
    const own = mark.isOtherwise ? counts.readOtherwise : counts.read;
    own.set(words, (own.get(words) ?? 0) + 1);
  }
  const words = [counts.read, counts.readOtherwise].flatMap(byFrequency);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

const byFrequency = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([words]) => words);
