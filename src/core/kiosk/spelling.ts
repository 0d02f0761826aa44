import type { Catalogue } from '../search/catalogue.ts';

/**
 * How the texts of one year's catalogue are read, in its order: a file for kiosks. A character is read alike in nearly
 * all of them, so its usual reading stands once and only what differs is told by place.
 */
export interface Spelling {
  year: string;
  /** By syllable the characters that are usually read so. */
  syllables: Readonly<Record<string, string>>;
  /** By syllable the characters that are read so elsewhere, as a surname or in other words. */
  others: Readonly<Record<string, string>>;
  /** Row of the catalogue, character of its text (see textOf; in code points), and how it is read there. */
  unusual: readonly (readonly [row: number, place: number, syllable: string])[];
}

/** What is searched of a row, one line each: its title, what it is where the title does not say so, its code. */
export const textOf = ({ title, terms, typeTerm, projectCode }: Catalogue, row: number): string =>
  textWith({ title: title[row]!, typeTerm: terms[typeTerm[row]!]!, projectCode: projectCode[row]! });

/** The same of an announcement; `projectCode` is empty where it has none. */
export const textWith = (said: { title: string; typeTerm: string; projectCode: string }): string =>
  [said.title, said.title.indexOf(said.typeTerm) >= 0 ? '' : said.typeTerm, said.projectCode].join('\n');

/**
 * How the character at a place (code points) of a row's text is read, then all other ways to read it in the order of
 * the alphabet; nothing for what is not Chinese.
 */
export type Reader = (row: number, char: string, place: number) => readonly string[] | undefined;

export function readerOf({ syllables, others, unusual }: Spelling): Reader {
  const readings = new Map<string, readonly string[]>();
  for (const table of [syllables, others]) {
    for (const syllable of Object.keys(table)) {
      for (const char of table[syllable]!) readings.set(char, [...(readings.get(char) ?? []), syllable]);
    }
  }
  const special = new Map<string, string>();
  const rows = new Set<number>();
  for (const [row, place, syllable] of unusual) {
    special.set(`${row} ${place}`, syllable);
    rows.add(row);
  }
  return (row, char, place) => {
    const usual = readings.get(char);
    const own = rows.has(row) ? special.get(`${row} ${place}`) : undefined;
    return own === undefined || usual === undefined ? usual : withFirst(own, usual);
  };
}

/** Readings of a character with one of them first, the others in the order of the alphabet. */
export const withFirst = (first: string, readings: readonly string[]): readonly string[] => [
  first,
  ...readings.filter((one) => one !== first).sort(),
];
