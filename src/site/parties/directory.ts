import type { Edition } from '../../core/edition.ts';
import { byInitial } from '../../core/party/initials.ts';
import { readingsOf } from '../../core/pinyin.ts';
import { partyPath } from '../address.ts';
import { PARTIES } from './known.ts';

/** A unit in a list. */
export interface PartyLine {
  name: string;
  href: string;
  /** How many announcements name it. */
  count: number;
}

/** A letter under which one looks for the units whose names begin with it. */
export interface Letter {
  letter: string;
  /** Its page below `/parties/letter/`: a to z, and `other`. */
  slug: string;
  href: string;
  /** How many units it has, where the page says so. */
  count?: number;
}

/** With no more units than these the page of all has them itself; beyond, it would weigh more than a list may. */
const MOST_ON_ONE_PAGE = 400;

export const partiesPath = (): string => 'parties/';

export const letterPath = (slug: string): string => `${partiesPath()}letter/${slug}/`;

/** The letters that have any units. */
export const letters = (edition: Edition): readonly Letter[] =>
  edition.groups(PARTIES).map((letter) => toLetter(edition, letter));

function toLetter(edition: Edition, letter: string): Letter {
  const slug = letter === '#' ? 'other' : letter.toLowerCase();
  return { letter, slug, href: edition.address(letterPath(slug)) };
}

/** What the page of a letter shows: the other letters are links, which say nothing of how many units they have. */
export function letterPage(
  edition: Edition,
  slug: string,
): { letter: string; letters: readonly Letter[]; parties: readonly PartyLine[] } {
  const all = letters(edition);
  const { letter } = all.find((one) => one.slug === slug)!;
  const [own] = byInitial(edition.reductions(PARTIES, letter), ({ name }) => name);
  return { letter, letters: all, parties: own!.items.map((one) => lineOf(edition, one)) };
}

const lineOf = (edition: Edition, { id, name }: { id: string; name: string }): PartyLine => ({
  name,
  href: edition.address(partyPath(id)),
  count: edition.values(PARTIES, id).length,
});

/** What the page of all units shows. */
export function directoryPage(edition: Edition): {
  count: number;
  /** Each with its units where these stand on the page. */
  letters: readonly (Letter & { parties: readonly PartyLine[] })[];
  /** Whether the units stand on this page, or each letter on a page of its own. */
  isWhole: boolean;
  names: string;
} {
  const parties = edition.reductions(PARTIES);
  const isWhole = parties.length <= MOST_ON_ONE_PAGE;
  return {
    count: parties.length,
    letters: byInitial(parties, ({ name }) => name).map(({ letter, items }) => ({
      ...toLetter(edition, letter),
      count: items.length,
      parties: isWhole ? items.map((one) => lineOf(edition, one)) : [],
    })),
    isWhole,
    names: edition.address(partyNamesPath()),
  };
}

/** What the search for a unit reads; see `partyNames`. */
export const partyNamesPath = (): string => `${partiesPath()}names.json`;

/**
 * What the search for a unit reads, by column: address, name, and the first letters of its syllables, then the same
 * with one character read in another way, `gmsyc gmsxc`.
 */
export function partyNames(edition: Edition): {
  ids: readonly string[];
  names: readonly string[];
  initials: readonly string[];
} {
  const parties = edition.reductions(PARTIES).toSorted((a, b) => (a.name < b.name ? -1 : 1));
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
