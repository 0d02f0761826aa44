import type { Edition, View } from '../../core/edition.ts';
import { partyIn } from '../../core/announcement/party.ts';
import { isCurrent } from '../../core/announcement/withdrawal.ts';
import { initialOf } from '../../core/party/initials.ts';
import { keyOfName, partyIdOf } from '../../core/party/name.ts';
import { mentionsIn, partyAmong, type KnownParty, type Mention } from '../../core/party/parties.ts';
import { partyPath } from '../address.ts';

/** A stretch of a text; with a link where it is the name of a unit that has a page. */
export interface Piece {
  text: string;
  href?: string;
}

/** A unit that has a page, by what a link to it needs. */
interface PartyName {
  id: string;
  name: string;
}

/**
 * Who is named by the announcements that stand, under the address that its page has, or would have; the sums are the
 * units that have one, by the letter under which one looks for them. A sum changes with the name alone, for there are
 * links to it on all pages that name the unit.
 */
export const PARTIES: View<Mention, PartyName> = {
  name: 'parties',
  map: (edition, id) =>
    isCurrent(edition.entry(id)) ? mentionsIn(id, edition.effective(id).announcement) : [],
  reduce: (mentions) => {
    const party = partyAmong(mentions);
    return party && { value: { id: party.id, name: party.name }, group: initialOf(party.name) };
  },
};

/** The announcements that name a unit and were withdrawn 撤下 since. */
export const WITHDRAWN_MENTIONS: View<string> = {
  name: 'withdrawn mentions',
  map: (edition, id) => {
    const entry = edition.entry(id);
    return isCurrent(entry) ? [] : mentionsIn(id, entry.announcement).map(([party]) => [party, id]);
  },
};

/** A unit with all that it did. @throws where nothing with a page has this address */
export function partyWith(edition: Edition, id: string): KnownParty {
  const party = partyAmong(edition.values(PARTIES, id));
  if (!party) throw new Error(`No unit has a page at ${partyPath(id)}`);
  return party;
}

/** A text that names one or several units, with a link on each that has a page. */
export const linkNames = (edition: Edition, text: string): readonly Piece[] =>
  edition.once(`units named in ${text}`, () => piecesOf(edition, text));

function piecesOf(edition: Edition, text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (const name of partyIn(text).members) {
    const party = partyNamed(edition, name);
    const at = party ? rest.indexOf(name) : -1;
    if (at < 0) continue;
    if (at > 0) pieces.push({ text: rest.slice(0, at) });
    pieces.push({ text: name, href: edition.address(partyPath(party!.id)) });
    rest = rest.slice(at + name.length);
  }
  if (rest !== '') pieces.push({ text: rest });
  return pieces;
}

/** The unit of a name; one that has no page may share the address of another. */
function partyNamed(edition: Edition, name: string): PartyName | undefined {
  const party = edition.reduced(PARTIES, partyIdOf(name));
  return party && keyOfName(party.name) === keyOfName(name) ? party : undefined;
}
