import { instantAt } from '../announcement/instant.ts';
import { usualSort, type Question } from './question.ts';
import type { Rank } from './meet.ts';
import { sumOf, type Shelf } from './shelf.ts';

/** One announcement that was found. */
export interface Hit {
  shelf: Shelf;
  row: number;
  rank: Rank;
}

/**
 * Puts what was found, the newest first, into the order that a question asks for. By deadline, or the gate before it while that is
 * open: those still to come, the next first; then those past, the last first; then what has none. By amount: the largest first, what names none
 * last. What is equal stays the newest first.
 */
export function inOrder(hits: readonly Hit[], question: Question, now: number): readonly Hit[] {
  const sort = question.sort ?? usualSort(question);
  if (sort === 'relevance') return hits.slice().sort((a, b) => a.rank - b.rank);
  if (sort === 'amount')
    return keyed(
      hits,
      ({ shelf, row }) => sumOf(shelf, row) ?? -1,
      (a, b) => b - a,
    );
  if (sort === 'deadline') {
    const moment = instantAt(now).slice(0, 19);
    return keyed(
      hits,
      ({ shelf, row }) => nextClosing(shelf, row, moment),
      (a, b) => byDeadline(a, b, moment),
    );
  }
  return hits;
}

/** The gate while it is open to newcomers, then the deadline; empty without one. */
function nextClosing({ catalogue: { gate, deadline } }: Shelf, row: number, now: string): string {
  return gate[row]! > now ? gate[row]! : deadline[row]!;
}

function keyed<K>(
  hits: readonly Hit[],
  keyOf: (hit: Hit) => K,
  compare: (a: K, b: K) => number,
): readonly Hit[] {
  return hits
    .map((hit) => ({ hit, key: keyOf(hit) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ hit }) => hit);
}

function byDeadline(a: string, b: string, now: string): number {
  if (a === b) return 0;
  const place = (deadline: string): number => (deadline > now ? 0 : deadline === '' ? 2 : 1);
  return place(a) - place(b) || (a < b === a > now ? -1 : 1);
}
