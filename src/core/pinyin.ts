// It reads words, not characters, is kept up (3.29.4 is of September 2026) and has no dependencies.
import { pinyin } from 'pinyin-pro';
import { textOf, type Spelling } from './kiosk/spelling.ts';
import type { Catalogue } from './search/catalogue.ts';

/**
 * What the words around do not tell, or people say in two ways; both lead to the announcement. Creeks and markets are
 * 涌 chōng and 圩 xū in Guangdong, and many tap what the character is elsewhere; pinyin-pro takes 借还 for jiè hái.
 */
const READ_BOTH_WAYS: Readonly<Record<string, readonly string[]>> = {
  涌: ['chong', 'yong'],
  圩: ['xu', 'wei'],
  埔: ['pu', 'bu'],
  陂: ['bei', 'pi'],
  还: ['huan', 'hai'],
  给: ['ji', 'gei'],
};

/**
 * The readings of a text, character by character (code points), without tones and with `v` for ü; none for what is not
 * Chinese. Words decide: 重新 is chong, 重点 zhong. Titles name places and firms, not people, so pinyin-pro's mode for
 * surnames, which reads 单 as shan, stays off.
 */
export const readingsOf = (text: string): readonly (readonly string[])[] =>
  // Given figures and letters too, pinyin-pro multiplies probabilities to nothing: 重新…GM-JS-2026-012 became zhong.
  (text.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((run) =>
    HAN.test(run) ? readingsOfRun(run) : Array.from(run, () => []),
  );

const HAN = /^\p{Script=Han}/u;

function readingsOfRun(run: string): readonly (readonly string[])[] {
  const syllables = pinyin(run, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
  return Array.from(run, (char, place) => {
    const syllable = syllables[place]!;
    // What it cannot read comes back as it was.
    return READ_BOTH_WAYS[char] ?? (/^[a-z]+$/u.test(syllable) ? [syllable] : []);
  });
}

/** How the texts of one year's catalogue are read. */
export function toSpelling(catalogue: Catalogue): Spelling {
  const texts = catalogue.title.map((_, row) => {
    const text = textOf(catalogue, row);
    return { chars: [...text], readings: readingsOf(text) };
  });
  const usual = usualReadings(texts);
  const syllables: Record<string, string> = {};
  for (const [char, ways] of [...usual].sort(byFirst)) {
    for (const syllable of ways.split(' ')) syllables[syllable] = (syllables[syllable] ?? '') + char;
  }
  const unusual = texts.flatMap(({ chars, readings }, row) =>
    readings.flatMap((ways, place): Spelling['unusual'] =>
      ways.length === 0 || ways.join(' ') === usual.get(chars[place]!) ? [] : [[row, place, ways[0]!]],
    ),
  );
  return {
    year: catalogue.year,
    syllables: Object.fromEntries(Object.entries(syllables).sort(byFirst)),
    unusual,
  };
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** Of each character the ways in which it is read most often; of those as frequent the first in the alphabet. */
function usualReadings(
  texts: readonly { chars: readonly string[]; readings: readonly (readonly string[])[] }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { chars, readings } of texts) {
    for (const [place, ways] of readings.entries()) {
      if (ways.length === 0) continue;
      const own = counts.get(chars[place]!) ?? new Map<string, number>();
      const name = ways.join(' ');
      counts.set(chars[place]!, own.set(name, (own.get(name) ?? 0) + 1));
    }
  }
  const mostFrequent = (own: ReadonlyMap<string, number>): string =>
    [...own].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))[0]![0];
  return new Map([...counts].map(([char, own]) => [char, mostFrequent(own)]));
}
