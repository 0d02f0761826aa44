import type { Edition } from '../../core/edition.ts';
import { partyIn } from '../../core/announcement/party.ts';
import { keyOfName } from '../../core/party/name.ts';
import { namedIn } from '../../core/party/named.ts';
import { partiesAmong, type KnownParty } from '../../core/party/parties.ts';
import { partyPath } from '../address.ts';

/** A stretch of a text; with a link where it is the name of a unit that has a page. */
export interface Piece {
  text: string;
  href?: string;
}

/** Every unit that has a page, in the order of their first announcements. */
export const knownParties = (edition: Edition): readonly KnownParty[] =>
  edition.once('parties', () =>
    partiesAmong(edition.current.map(({ id }) => ({ id, announcement: edition.effective(id).announcement }))),
  );

const partiesByKey = (edition: Edition): ReadonlyMap<string, KnownParty> =>
  edition.once(
    'parties by name',
    () => new Map(knownParties(edition).map((party) => [keyOfName(party.name), party])),
  );

/** The announcements that name a unit and were withdrawn 撤下 since: its feed tells of them, its page does not. */
export function withdrawnOf(edition: Edition, { name }: KnownParty): readonly string[] {
  const byKey = edition.once('withdrawn namings', () => {
    const withdrawn = edition.entries.filter(({ id }) => edition.row(id).withdrawn);
    const namings = withdrawn.flatMap(({ id, announcement }) =>
      namedIn(announcement).map((naming) => ({ id, key: keyOfName(naming.name) })),
    );
    return Map.groupBy(namings, ({ key }) => key);
  });
  return (byKey.get(keyOfName(name)) ?? []).map(({ id }) => id);
}

/** A text that names one or several units, with a link on each that has a page. */
export function linkNames(edition: Edition, text: string): readonly Piece[] {
  const known = edition.once('texts that name units', () => new Map<string, readonly Piece[]>());
  const made = known.get(text) ?? piecesOf(edition, text);
  known.set(text, made);
  return made;
}

function piecesOf(edition: Edition, text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (const name of partyIn(text).members) {
    const party = partiesByKey(edition).get(keyOfName(name));
    const at = party ? rest.indexOf(name) : -1;
    if (at < 0) continue;
    if (at > 0) pieces.push({ text: rest.slice(0, at) });
    pieces.push({ text: name, href: edition.address(partyPath(party!.id)) });
    rest = rest.slice(at + name.length);
  }
  if (rest !== '') pieces.push({ text: rest });
  return pieces;
}
