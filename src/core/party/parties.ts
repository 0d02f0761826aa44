import type { Announcement } from '../announcement/schema.ts';
import { isOrganisation } from './organisation.ts';
import { keyOfName, partyIdOf } from './name.ts';
import { namedIn, type Naming } from './named.ts';

/** One naming of a unit, and by which announcement. */
export type Involvement = Omit<Naming, 'name' | 'code'> & { by: string };

/** A unit that announcements name, under all its spellings. */
export interface KnownParty {
  /** See `partyIdOf`. */
  id: string;
  /** As its first announcement writes it, which no later spelling changes. */
  name: string;
  /** Its other spellings, in the order of their first announcements. */
  spellings: readonly string[];
  /** Unified social credit codes as announcements give them. */
  codes: readonly string[];
  /** The newest announcement first. */
  involvements: readonly Involvement[];
}

/** What one announcement says of who is named by it under one address. */
export interface Mention {
  by: string;
  namings: readonly Naming[];
}

/** Who an announcement names, under the addresses that their pages have, or would have. */
export const mentionsIn = (id: string, announcement: Announcement): readonly (readonly [string, Mention])[] =>
  [...Map.groupBy(namedIn(announcement), ({ name }) => partyIdOf(name))].map(([party, namings]) => [
    party,
    { by: id, namings },
  ]);

/**
 * The unit of an address, from all that is said of it, the oldest first. It has a page when it surely is an
 * organisation, and such as called for something or is named by two announcements or more. One that took part once is
 * found by the search; there are as many of them as of all others together.
 * @throws when two units share the address
 */
export function partyAmong(mentions: readonly Mention[]): KnownParty | undefined {
  const namings = mentions.flatMap(({ by, namings: own }) => own.map((naming) => ({ ...naming, by })));
  const parties = [...Map.groupBy(namings, ({ name }) => keyOfName(name)).values()].filter(hasPage);
  if (parties.length > 1) throw new Error('两个单位的网址相同，网站没有切换。');
  return parties[0] && partyFrom(parties[0]);
}

type NamedBy = Naming & { by: string };

function hasPage(namings: readonly NamedBy[]): boolean {
  const isOffice = namings.some(({ part }) => part === 'principal' || part === 'agency');
  const isCaller = namings.some(({ part }) => part === 'principal');
  const codes = codesIn(namings);
  const isNamedAgain = namings.some(({ by }) => by !== namings[0]!.by);
  return (isCaller || isNamedAgain) && isOrganisation(namings[0]!.name, { codes, isOffice });
}

const codesIn = (namings: readonly NamedBy[]): readonly string[] => [
  ...new Set(namings.flatMap(({ code }) => code ?? [])),
];

function partyFrom(namings: readonly NamedBy[]): KnownParty {
  const [name = '', ...spellings] = new Set(namings.map((one) => one.name.normalize('NFC')));
  return {
    id: partyIdOf(name),
    name,
    spellings,
    codes: codesIn(namings),
    involvements: namings.toReversed().map(({ name: _, code: __, ...involvement }) => involvement),
  };
}
