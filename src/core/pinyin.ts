// It reads words, not characters, is kept up (3.29.4 is of September 2026) and has no dependencies.
import { pinyin, polyphonic } from 'pinyin-pro';
import { textOf, withFirst, type Spelling } from './kiosk/spelling.ts';
import type { Catalogue } from './search/catalogue.ts';

/**
 * What the words around do not tell: creeks and markets are 涌 chōng and 圩 xū in Guangdong, and pinyin-pro takes 借还 for
 * jiè hái.
 */
const READ_HERE: Readonly<Record<string, string>> = {
  涌: 'chong',
  圩: 'xu',
  埔: 'pu',
  陂: 'bei',
  还: 'huan',
  给: 'ji',
};

/**
 * The readings of a text, character by character (code points), without tones and with `v` for ü; none for what is not
 * Chinese. First stands how it is read there, and words decide: 重新 is chong, 重点 zhong. All other ways to read the
 * character follow, for no table knows every place that bears a surname: 曾屋村 is ceng to it, and zeng to who lives there.
 */
export const readingsOf = (text: string): readonly (readonly string[])[] =>
  // Given figures and letters too, pinyin-pro multiplies probabilities to nothing: 重新…GM-JS-2026-012 became zhong.
  (text.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((run) =>
    HAN.test(run) ? readingsOfRun(run) : Array.from(run, () => []),
  );

const HAN = /^\p{Script=Han}/u;

function readingsOfRun(run: string): readonly (readonly string[])[] {
  // Titles name places and firms, not people: the mode for surnames, which reads 单一 as shan, stays off.
  const syllables = pinyin(run, { ...PLAIN, nonZh: 'spaced' });
  return Array.from(run, (char, place) => {
    const syllable = READ_HERE[char] ?? syllables[place]!;
    // What it cannot read comes back as it was.
    return SYLLABLE.test(syllable) ? withFirst(syllable, allReadingsOf(char)) : [];
  });
}

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;
const SYLLABLE = /^[a-z]+$/u;

/** Every way in which a character is read. */
function allReadingsOf(char: string): readonly string[] {
  const known =
    readingsOfCharacters.get(char) ?? polyphonic(char, PLAIN)[0]!.filter((one) => SYLLABLE.test(one));
  readingsOfCharacters.set(char, known);
  return known;
}

/** Kept, since an archive asks for a few thousand characters a million times. */
const readingsOfCharacters = new Map<string, readonly string[]>();

/** How one text is read where it stands: by code point the syllable, nothing for what is not Chinese. */
export interface ReadText {
  text: string;
  /** Syllables with a comma between. */
  syllables: string;
}

export const readText = (text: string): ReadText => ({
  text,
  syllables: readingsOf(text)
    .map(([first = '']) => first)
    .join(),
});

/** How the texts of one year's catalogue are read. */
export const toSpelling = (catalogue: Catalogue): Spelling =>
  spellingOf(
    catalogue.year,
    catalogue.title.map((_, row) => readText(textOf(catalogue, row))),
  );

/** The same from its texts, each as it is read, in the order of the catalogue. */
export function spellingOf(year: string, read: readonly ReadText[]): Spelling {
  const texts = read.map(({ text, syllables }) => ({ chars: [...text], readings: syllables.split(',') }));
  const usual = usualReadings(texts);
  const others = [...usual].flatMap(([char, first]) =>
    allReadingsOf(char).flatMap((one) => (one === first ? [] : [[char, one] as const])),
  );
  const unusual = texts.flatMap(({ chars, readings }, row) =>
    readings.flatMap((first, place): Spelling['unusual'] =>
      first === '' || first === usual.get(chars[place]!) ? [] : [[row, place, first]],
    ),
  );
  return { year, syllables: bySyllable([...usual]), others: bySyllable(others), unusual };
}

/** Characters by their readings, both in the order of the alphabet. */
function bySyllable(read: readonly (readonly [char: string, syllable: string])[]): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [char, syllable] of read.toSorted(byFirst)) table[syllable] = (table[syllable] ?? '') + char;
  return Object.fromEntries(Object.entries(table).sort(byFirst));
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** Of each character how it is read most often; of two as frequent the first in the alphabet. */
function usualReadings(
  texts: readonly { chars: readonly string[]; readings: readonly string[] }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { chars, readings } of texts) {
    for (const [place, first] of readings.entries()) {
      if (first === '') continue;
      const own = counts.get(chars[place]!) ?? new Map<string, number>();
      counts.set(chars[place]!, own.set(first, (own.get(first) ?? 0) + 1));
    }
  }
  const mostFrequent = (own: ReadonlyMap<string, number>): string =>
    [...own].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))[0]![0];
  return new Map([...counts].map(([char, own]) => [char, mostFrequent(own)]));
}
