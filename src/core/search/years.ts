import { instantAt } from '../announcement/instant.ts';
import { isOfCalls, type Question } from './question.ts';

/** A year as the manifest lists it: its name, and the last deadline in it as the catalogue writes it. */
interface Year {
  year: string;
  lastDeadline?: string | undefined;
}

/**
 * The years that must be looked through to answer a question, the newest first and none left out between: whether an
 * announcement is the newest of its project shows in the years after it.
 * @param years all there are, the newest first
 * @param now milliseconds since 1970
 */
export function yearsFor<Y extends Year>(
  years: readonly Y[],
  { scope = 'recent', from }: Question,
  now: number,
): readonly Y[] {
  const today = instantAt(now);
  const isNeeded = ({ year, lastDeadline = '' }: Y): boolean =>
    (from === undefined || year >= from.slice(0, 4)) &&
    (scope === 'all' ||
      (isOfCalls(scope) ? lastDeadline > today.slice(0, 19) : Number(year) >= Number(today.slice(0, 4)) - 1));
  const needed = years.filter(isNeeded);
  return years.slice(0, needed.length === 0 ? 0 : years.indexOf(needed[needed.length - 1]!) + 1);
}
