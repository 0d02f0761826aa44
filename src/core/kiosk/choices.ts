import type { Category } from '../announcement/category.ts';
import type { Shelf } from './shelf.ts';

/** What a visitor has chosen besides the keys; what is not chosen leaves all. */
export interface Choices {
  /** The categories that the kiosk is for, all where nothing is said: the rest is not there, whatever is chosen. */
  among?: readonly Category[] | undefined;
  category?: Category | undefined;
  region?: string | undefined;
  /** Month of publication, `2026-11`. */
  month?: string | undefined;
  /** Only what one can still take part in. */
  isOpen?: boolean | undefined;
}

/** Number of announcements by value; a value that has none is not there. */
type Counts = ReadonlyMap<string, number>;

/** Of each value how many there would be with it chosen in its group instead, all else kept. */
export interface Counted {
  category: Counts;
  region: Counts;
  /** The newest first. */
  month: Counts;
  /** How many of all one can still take part in. */
  open: number;
}

/** Goes through the rows of several years. */
interface Chooser {
  /** What says of each row of a year whether it meets all choices, and counts it. */
  on(shelf: Shelf): (row: number) => boolean;
  counted(): Counted;
}

const GROUPS = ['category', 'region', 'month'] as const;

/** @param now milliseconds since 1970 */
export function chooserOf(choices: Choices, now: number): Chooser {
  const years: { shelf: Shelf; counts: readonly Int32Array[] }[] = [];
  let open = 0;
  return {
    on(shelf) {
      const columns = GROUPS.map((group) => shelf.columns[group]);
      const chosen = GROUPS.map((group, place) => {
        const value = choices[group];
        return value === undefined ? undefined : columns[place]!.names.indexOf(value);
      });
      const { places, names } = shelf.columns.category;
      const isThere = names.map((name) => !choices.among || choices.among.indexOf(name as Category) >= 0);
      const counts = columns.map((column) => new Int32Array(column.names.length));
      years.push({ shelf, counts });
      return (row) => {
        if (!isThere[places[row]!]) return false;
        const isOpen = shelf.openUntil[row]! > now;
        let missed = choices.isOpen && !isOpen ? 1 : 0;
        let missing: number | undefined;
        for (let group = 0; group < GROUPS.length; group += 1) {
          if (chosen[group] === undefined || columns[group]!.places[row] === chosen[group]) continue;
          missed += 1;
          missing = group;
        }
        if (missed > 1) return false;
        for (let group = 0; group < GROUPS.length; group += 1) {
          // Missing one group alone, it would be there if another value were chosen in that group.
          if (missed === 0 || group === missing) counts[group]![columns[group]!.places[row]!]! += 1;
        }
        if (missed === 0 && isOpen) open += 1;
        return missed === 0;
      };
    },
    counted: () => {
      const [category, region, month] = GROUPS.map((group, place) =>
        sumOf(
          years.map(({ shelf, counts }) => ({ names: shelf.columns[group].names, counts: counts[place]! })),
        ),
      );
      return { category: category!, region: region!, month: month!, open };
    },
  };
}

function sumOf(years: readonly { names: readonly string[]; counts: Int32Array }[]): Counts {
  const sum = new Map<string, number>();
  for (const { names, counts } of years) {
    for (const [place, name] of names.entries()) {
      if (name !== '' && counts[place]! > 0) sum.set(name, (sum.get(name) ?? 0) + counts[place]!);
    }
  }
  return sum;
}
