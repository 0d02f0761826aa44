import type { Category } from '../announcement/category.ts';
import type { Fen } from '../announcement/money.ts';
import type { Money } from './named.ts';

/** Results of one category: how many there are, and what may be added up of them. */
export interface Account {
  category: Category;
  count: number;
  /** Exact sums of those that a unit won alone, or that were paid to one winner. */
  alone: Sum;
  /** Of those that it won with others as one: the money is theirs together, and is never counted to one of them. */
  joint: Sum;
  /** Those with a unit price, a rate, no exact sum or none at all. */
  unsummed: number;
}

interface Sum {
  count: number;
  fen: Fen;
}

/** A result with what was agreed. */
export interface Result {
  category: Category;
  isJoint: boolean;
  money?: Money | undefined;
}

/**
 * Adds up results by category, in the order of `categories`. They are never added over categories: what a winner of a
 * tender is paid, one of land pays.
 */
export const accountsOf = (results: readonly Result[], categories: readonly Category[]): readonly Account[] =>
  categories.flatMap((category) => {
    const own = results.filter((result) => result.category === category);
    if (own.length === 0) return [];
    const summed = own.filter(({ money }) => money?.fen !== undefined);
    return [
      {
        category,
        count: own.length,
        alone: sumOf(summed.filter(({ isJoint }) => !isJoint)),
        joint: sumOf(summed.filter(({ isJoint }) => isJoint)),
        unsummed: own.length - summed.length,
      },
    ];
  });

const sumOf = (results: readonly Result[]): Sum => ({
  count: results.length,
  fen: results.reduce((sum, { money }) => sum + money!.fen!, 0),
});
