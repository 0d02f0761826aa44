import type { Field } from '../announcement/field.ts';
import { printDate, weekdayOf, type PlainDate } from '../announcement/instant.ts';
import type { Fault } from '../announcement/kind.ts';
import { plainSumIn, type Price } from '../announcement/price.ts';
import { understand, type Answer } from '../drafting/draft.ts';
import { toCapitalMoney } from '../wording/to-capital-money.ts';

/** What stands beneath a field while it is filled: how it was understood, or what is wrong with it. */
type Echo = { readonly words: string } | { readonly fault: Fault };

/**
 * How an answer was understood, where a reader may see it otherwise than it was typed: a date with its weekday, a sum in
 * capitals. Nothing where it is empty or is shown just as it was typed.
 */
export function echoOf(field: Field, answer: Answer | undefined): Echo | undefined {
  if (answer === undefined || answer.length === 0) return undefined;
  const understood = understand(field, answer);
  if ('fault' in understood) return understood;
  const words = wordsFor(field, understood.value);
  return words === undefined || words === String(answer).trim() ? undefined : { words };
}

function wordsFor({ shape, kind }: Field, value: unknown): string | undefined {
  if (shape !== 'scalar') return undefined;
  if (kind!.name === 'date') return `${printDate(value as PlainDate)}（${weekdayOf(value as PlainDate)}）`;
  const sum = SUMS.has(kind!.name) ? plainSumIn(value as Price) : undefined;
  return sum !== undefined && sum > 0 ? `= ${toCapitalMoney(sum)}` : kind!.print(value);
}

const SUMS: ReadonlySet<string> = new Set(['price', 'money', 'balance']);
