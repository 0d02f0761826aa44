import { distance } from 'fastest-levenshtein';
import { isShortFor } from '../announcement/near.ts';
import type { Shelf } from '../search/shelf.ts';
import { searchable } from '../search/text.ts';

/** Names that are offered at most. */
const MOST_NAMES = 5;

/** A person's name is shorter, whatever is said in brackets behind it; persons are not offered. */
const SHORTEST_UNIT = 5;

/** Of so many characters one may be another. */
const CHARACTERS_A_SLIP = 4;

/**
 * The units whose names are near to some words, the nearest first: those that the words are short for, 示例水务所 for
 * 示例水务管理所, and those that are written a little otherwise.
 */
export function partiesLike(words: string, shelves: readonly Shelf[]): readonly string[] {
  const asked = searchable(words);
  const near = new Map<string, number>();
  for (const name of namesIn(shelves)) {
    const form = searchable(name);
    if (form.replace(/\(.*?\)/gu, '').length < SHORTEST_UNIT || form === asked) continue;
    const far = distance(asked, form);
    if (isShortFor(asked, form) || far <= Math.floor(asked.length / CHARACTERS_A_SLIP)) near.set(name, far);
  }
  return [...near]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST_NAMES)
    .map(([name]) => name);
}

function namesIn(shelves: readonly Shelf[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { catalogue } of shelves) {
    const { terms, principal, agency, winner, parties } = catalogue;
    for (const place of [...principal, ...agency]) names.add(terms[place]!);
    for (const several of [...winner, ...parties])
      several.split(/[；、\n]/u).forEach((name) => names.add(name));
  }
  return names;
}
