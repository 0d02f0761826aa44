import type { Edition } from '../../core/edition.ts';
import { byInitial } from '../../core/party/initials.ts';
import type { KnownParty } from '../../core/party/parties.ts';
import { readingsOf } from '../../core/pinyin.ts';
import { partyPath } from '../address.ts';
import { knownParties } from './known.ts';

/** A unit in a list. */
export interface PartyLine {
  name: string;
  href: string;
  /** How many announcements name it. */
  count: number;
}

/** The units whose names begin with a letter, as one looks for them. */
export interface Letter {
  letter: string;
  /** Its page below `/parties/letter/`: a to z, and `other`. */
  slug: string;
  href: string;
  parties: readonly PartyLine[];
}

/** With no more units than these the page of all has them itself; beyond, it would weigh more than a list may. */
const MOST_ON_ONE_PAGE = 400;

export const partiesPath = (): string => 'parties/';

export const letterPath = (slug: string): string => `${partiesPath()}letter/${slug}/`;

export const letters = (edition: Edition): readonly Letter[] =>
  edition.once('units by letter', () =>
    byInitial(knownParties(edition), ({ name }) => name).map(({ letter, items }) => {
      const slug = letter === '#' ? 'other' : letter.toLowerCase();
      return {
        letter,
        slug,
        href: edition.address(letterPath(slug)),
        parties: items.map((party) => lineOf(edition, party)),
      };
    }),
  );

const lineOf = (edition: Edition, { id, name, involvements }: KnownParty): PartyLine => ({
  name,
  href: edition.address(partyPath(id)),
  count: new Set(involvements.map(({ by }) => by)).size,
});

/** What the page of all units shows. */
export function directoryPage(edition: Edition): {
  count: number;
  letters: readonly Letter[];
  /** Whether the units stand on this page, or each letter on a page of its own. */
  isWhole: boolean;
  names: string;
} {
  const count = knownParties(edition).length;
  return {
    count,
    letters: letters(edition),
    isWhole: count <= MOST_ON_ONE_PAGE,
    names: edition.address(`${partiesPath()}names.json`),
  };
}

/**
 * What the search for a unit reads, by column: address, name, and the first letters of its syllables, then the same
 * with one character read in another way, `gmsyc gmsxc`.
 */
export function partyNames(edition: Edition): {
  ids: readonly string[];
  names: readonly string[];
  initials: readonly string[];
} {
  const parties = knownParties(edition).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    ids: parties.map(({ id }) => id),
    names: parties.map(({ name }) => name),
    initials: parties.map(({ name }) => initialsOf(name)),
  };
}

function initialsOf(name: string): string {
  const chars = [...name];
  const letters = readingsOf(name).map((readings, place) => [
    ...new Set(readings.length > 0 ? readings.map((one) => one[0]!) : [plainOf(chars[place]!)]),
  ]);
  const usual = letters.map(([first]) => first);
  const others = letters.flatMap(([, ...rest], place) => rest.map((letter) => usual.with(place, letter)));
  return [usual, ...others].map((line) => line.join('')).join(' ');
}

/** A letter or a digit as it is typed; nothing for anything else. */
const plainOf = (char: string): string => /^[a-z0-9]$/u.exec(char.normalize('NFKC').toLowerCase())?.[0] ?? '';
