import type { Instant } from '../announcement/instant.ts';
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

/** An announcement with its corrections in force. */
interface Named {
  id: string;
  announcement: Announcement;
}

/**
 * The units that have a page: surely organisations, and such as called for something or are named by two announcements
 * or more. One that took part once is found by the search; there are as many of them as of all others together.
 * @throws when two of them share an address
 */
export function partiesAmong(announcements: readonly Named[]): readonly KnownParty[] {
  const ordered = announcements.toSorted(byOldest);
  const namings = ordered.flatMap(({ id, announcement }) =>
    namedIn(announcement).map((naming) => ({ ...naming, by: id })),
  );
  const keys = new Map<string, string>();
  const keyOf = ({ name }: Naming): string => {
    const key = keys.get(name) ?? keyOfName(name);
    keys.set(name, key);
    return key;
  };
  const parties = [...Map.groupBy(namings, keyOf).values()].filter(hasPage).map(partyFrom);
  const ids = new Set(parties.map(({ id }) => id));
  if (ids.size !== parties.length) throw new Error('两个单位的网址相同，网站没有切换。');
  return parties;
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

const byOldest = (a: Named, b: Named): number => {
  const [first, second]: readonly [Instant, Instant] = [
    a.announcement.publishedAt,
    b.announcement.publishedAt,
  ];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
};
