import type { Shelf as SpelledShelf } from '../kiosk/shelf.ts';
import type { Shelf } from '../search/shelf.ts';

/** Simplified characters by the traditional ones, and by the variants of Taiwan and Hong Kong. */
export type Simplified = ReadonlyMap<string, string>;

/** Words of the trade that mean the same, a group each. */
export type Synonyms = readonly (readonly string[])[];

/** What another way to ask is looked for in. */
export interface Known {
  /** The years that the question looks through. */
  shelves: readonly Shelf[];
  synonyms: Synonyms;
  /** Fetched where it is needed alone, see `needsSimplified`. */
  simplified?: Simplified | undefined;
  /** The same years as they are read aloud, see `needsSpelling`. */
  spelled?: readonly SpelledShelf[] | undefined;
}
