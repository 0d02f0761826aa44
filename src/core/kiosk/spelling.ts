import type { Catalogue } from '../search/catalogue.ts';

/**
 * How the texts of one year's catalogue are read, in its order: a file for kiosks. A character is read alike in nearly
 * all of them, so its usual reading stands once and only what differs is told by place.
 */
export interface Spelling {
  year: string;
  /** By syllable the characters that are usually read so; one that is always read in two ways stands under both. */
  syllables: Readonly<Record<string, string>>;
  /** Row of the catalogue, character of its text (see textOf; in code points), and how it is read there. */
  unusual: readonly (readonly [row: number, place: number, syllable: string])[];
}

/** What is searched of a row, one line each: its title, what it is where the title does not say so, its code. */
export function textOf({ title, terms, typeTerm, projectCode }: Catalogue, row: number): string {
  const term = terms[typeTerm[row]!]!;
  return [title[row]!, title[row]!.indexOf(term) >= 0 ? '' : term, projectCode[row]!].join('\n');
}

/** How the character at a place (code points) of a row's text is read; nothing for what is not Chinese. */
export type Reader = (row: number, char: string, place: number) => readonly string[] | undefined;

export function readerOf({ syllables, unusual }: Spelling): Reader {
  const usual = new Map<string, string[]>();
  for (const syllable of Object.keys(syllables)) {
    for (const char of syllables[syllable]!) usual.set(char, [...(usual.get(char) ?? []), syllable]);
  }
  const special = new Map<string, readonly string[]>();
  const rows = new Set<number>();
  for (const [row, place, syllable] of unusual) {
    special.set(`${row} ${place}`, [syllable]);
    rows.add(row);
  }
  return (row, char, place) =>
    (rows.has(row) ? special.get(`${row} ${place}`) : undefined) ?? usual.get(char);
}
