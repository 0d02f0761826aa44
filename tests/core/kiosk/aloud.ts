import { readingsOf } from '../../../src/core/pinyin.ts';
import type { CatalogueRow } from '../../../src/core/search/catalogue.ts';

/* Decides in the plainest way what keys lead to, as a person does who says every title aloud. */

/** What is looked for of an announcement. */
type Named = Pick<CatalogueRow, 'title' | 'typeTerm' | 'projectCode'>;

export const isFoundIn = ({ title, typeTerm, projectCode = '' }: Named, keys: string): boolean =>
  keys === '' ||
  [title, projectCode, ...(title.includes(typeTerm) ? [] : [typeTerm])].some((line) => isSaid(line, keys));

/** Whether keys are how some part of a line is said. */
export const isSaid = (line: string, keys: string): boolean => {
  const syllables = said(line);
  return syllables.some((readings, place) => {
    const rest = syllables.slice(place + 1);
    return readings
      .flatMap((one) => (/^\d+$/u.test(one) ? [...one].map((_, at) => one.slice(at)) : [one]))
      .some((tail) => begins([[tail], ...rest], keys));
  });
};

const begins = ([first, ...rest]: readonly (readonly string[])[], keys: string): boolean =>
  keys === '' ||
  (first !== undefined &&
    first.flatMap(beginnings).some((head) => keys.startsWith(head) && begins(rest, keys.slice(head.length))));

/** All ways to tap the beginning of a syllable. */
function beginnings(syllable: string): readonly string[] {
  const spellings = [
    syllable,
    ...(/^[zcs]h/u.test(syllable) ? [syllable[0]! + syllable.slice(2)] : []),
    ...(/^[nl]v/u.test(syllable) ? [syllable.replace('v', 'u')] : []),
  ];
  return spellings.flatMap((spelling) => [...spelling].map((_, place) => spelling.slice(0, place + 1)));
}

const known = new Map<string, readonly (readonly string[])[]>();

/** The syllables of a line, each by all its readings; figures are one, and so are Latin letters. */
function said(line: string): readonly (readonly string[])[] {
  const found = known.get(line) ?? syllablesOf(line);
  known.set(line, found);
  return found;
}

function syllablesOf(line: string): readonly (readonly string[])[] {
  const chars = [...line.normalize('NFKC').toLowerCase()];
  return readingsOf(line)
    .map((readings, place) => (readings.length > 0 ? ` ${readings.join('|')} ` : chars[place]!))
    .join('')
    .split(/[^a-z0-9|]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/u)
    .filter(Boolean)
    .map((readings) => readings.split('|'));
}
