import { isOpen } from '../status.ts';
import type { Question } from './question.ts';
import { statusOf, sumOf, type Shelf } from './shelf.ts';
import { searchable } from './text.ts';
import { wantsIn, type Want } from './wanted.ts';

/** 0 its whole code was asked for · 1 found in the title · 2 in code and parties too · 3 in the text. */
export type Rank = 0 | 1 | 2 | 3;

/** Whether rows of one year meet the conditions that are no choice of values and no words. */
export function conditionsOn(shelf: Shelf, question: Question, now: number): (row: number) => boolean {
  const { scope, from, to, closesFrom, closesTo, min, max } = question;
  const { year, day, deadline } = shelf.catalogue;
  const buyer = searchable(question.buyer);
  const winner = searchable(question.winner);
  const code = searchable(question.code);
  const conditions: ((row: number) => boolean)[] = [];
  if (from !== undefined || to !== undefined) {
    conditions.push((row) => isWithin<string>(`${year}-${day[row]!}`, from, to));
  }
  if (closesFrom !== undefined || closesTo !== undefined) {
    conditions.push((row) => isWithin(deadline[row]!.slice(0, 10) || undefined, closesFrom, closesTo));
  }
  if (min !== undefined || max !== undefined) {
    conditions.push((row) => isWithin(sumOf(shelf, row), min, max));
  }
  if (buyer !== '') conditions.push((row) => shelf.buyers[row]!.indexOf(buyer) >= 0);
  if (winner !== '') conditions.push((row) => shelf.winners[row]!.indexOf(winner) >= 0);
  if (question.smeOnly) conditions.push((row) => shelf.catalogue.smeOnly[row] === 1);
  if (code !== '') conditions.push((row) => shelf.codes[row]!.indexOf(code) >= 0);
  if (scope === 'open') conditions.push((row) => isOpen(statusOf(shelf, row, now).time));
  if (scope === 'inside') conditions.push((row) => statusOf(shelf, row, now).time === 'inside');
  return (row) => conditions.every((meets) => meets(row));
}

/** What is not there lies within nothing. */
const isWithin = <T extends string | number>(
  value: T | undefined,
  low: T | undefined,
  high: T | undefined,
): boolean =>
  value !== undefined && (low === undefined || value >= low) && (high === undefined || value <= high);

/**
 * Whether an announcement is the newest of its project. Must be told of every row in order, the newest first; what
 * belongs to no project is the newest of its own.
 */
export function newestOnly({ latest }: Question): (code: string) => boolean {
  const seen = new Set<string>();
  return (code) => {
    if (!latest || code === '') return true;
    if (seen.has(code)) return false;
    seen.add(code);
    return true;
  };
}

/** How well rows of one year answer to what is wanted; nothing where they do not. */
export function rankingOf(
  shelf: Shelf,
  { words }: Question,
  inBodies: ReadonlySet<string> | undefined,
  wants: readonly Want[] = wantsIn(words),
): (row: number) => Rank | undefined {
  const whole = searchable(words);
  const sought = wants.map(({ forms, ids }) => ({ forms: forms.map(searchable), ids }));
  if (sought.length === 0) return () => 1;
  return (row) => {
    const title = shelf.titles[row]!;
    if (shelf.codes[row] === whole) return 0;
    const absent = sought.filter(({ forms }) => !isIn(title, forms));
    if (absent.length === 0) return 1;
    const id = shelf.catalogue.id[row]!;
    if (
      absent.every(
        ({ forms, ids }) =>
          isIn(shelf.codes[row]!, forms) || isIn(shelf.parties[row]!, forms) || ids?.has(id),
      )
    )
      return 2;
    return inBodies?.has(id) ? 3 : undefined;
  };
}

const isIn = (text: string, forms: readonly string[]): boolean =>
  forms.some((form) => text.indexOf(form) >= 0);
