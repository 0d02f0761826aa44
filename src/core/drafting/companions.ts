import type { Field } from '../announcement/field.ts';
import type { Instant, PlainDate } from '../announcement/instant.ts';
import { formOf, typeOf, type Announcement } from '../announcement/schema.ts';
import { addDays, daysBetween } from '../calendar.ts';

/** A date that does not stay right when another one is changed, and what it could become. */
export interface Companion {
  field: Field;
  /** The changed field that moves it. */
  movedBy: Field;
  /** As many days from the changed date as before; at the same time where that would not keep the order. */
  proposal: Instant | PlainDate;
  /** Whether the two dates would stand in the wrong order if it stayed. */
  isBroken: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The dates that belong to those that are changed: what takes place at the same time, as the opening of bids does at
 * their deadline, and either half of a pair whose order the change would turn round.
 * `changes` holds the new values by key; `inForce` is the announcement before them.
 */
export function companionsOf(inForce: Announcement, changes: Values): readonly Companion[] {
  const before = inForce as unknown as Values;
  const after: Values = { ...before, ...changes };
  const form = formOf(typeOf(inForce.category, inForce.type));
  const found = pairsOf(form).flatMap(({ changed, other, isOrdered, together }): readonly Companion[] => {
    if (!(changed.key in changes) || other.key in changes) return [];
    const [from, to, own] = [before[changed.key], after[changed.key], before[other.key]];
    if (typeof from !== 'string' || typeof to !== 'string' || typeof own !== 'string') return [];
    const isBroken = !isOrdered(after);
    if (!isBroken && !(together && from === own)) return [];
    const near = moved(own, from, to);
    const proposal = isOrdered({ ...after, [other.key]: near }) ? near : sameTime(own, to);
    return [{ field: other, movedBy: changed, proposal, isBroken }];
  });
  // One question for each date, and the broken order is the better reason.
  const best = found.toSorted((a, b) => Number(b.isBroken) - Number(a.isBroken));
  return best.filter(({ field }, index) => best.findIndex((one) => one.field === field) === index);
}

interface Pair {
  changed: Field;
  other: Field;
  isOrdered: (values: Values) => boolean;
  /** Whether the other one usually takes place at the same time. */
  together: boolean;
}

/** Both directions of every order that the form states. */
const pairsOf = (form: readonly Field[]): readonly Pair[] =>
  form.flatMap((later) =>
    (later.notBefore ?? []).flatMap(({ field: key }): readonly Pair[] => {
      const earlier = form.find((field) => field.key === key);
      if (!earlier) return [];
      const isOrdered = (values: Values): boolean => !isLater(values[earlier.key], values[later.key]);
      const together = later.usual?.days === 0 && later.usual.after.includes(key);
      return [
        { changed: earlier, other: later, isOrdered, together },
        { changed: later, other: earlier, isOrdered, together },
      ];
    }),
  );

/** Whether the first date is later; a plain day is compared with an instant's day. */
function isLater(first: unknown, second: unknown): boolean {
  if (typeof first !== 'string' || typeof second !== 'string') return false;
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) > second.slice(0, length);
}

const DAY_LENGTH = 10;

/** A date at the moment of another one; a plain day has no clock time to take. */
const sameTime = (own: string, to: string): string =>
  own.length === DAY_LENGTH
    ? to.slice(0, DAY_LENGTH)
    : to.length === DAY_LENGTH
      ? `${to}${own.slice(DAY_LENGTH)}`
      : to;

/** A date moved as another one was: to the same moment where both were one, else by as many days. */
function moved(own: string, from: string, to: string): string {
  if (own === from) return to;
  const days = daysBetween(from.slice(0, DAY_LENGTH), to.slice(0, DAY_LENGTH));
  return `${addDays(own.slice(0, DAY_LENGTH), days)}${own.slice(DAY_LENGTH)}`;
}
