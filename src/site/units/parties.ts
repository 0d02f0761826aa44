import type { Edition } from '../../core/edition.ts';
import { partyFeedPath, partyTablePath } from '../address.ts';
import { letters, partyNames, partyNamesPath } from '../parties/directory.ts';
import { partyFeed } from '../parties/feed.ts';
import { PARTIES, partyWith } from '../parties/known.ts';
import { hasTable, partyTable } from '../parties/table.ts';
import { page, type Kind, type SiteFile } from '../unit.ts';

/** A unit: its page, its feed and its table. Most names have none, for they may be a person's, or are named once. */
const party: Kind = {
  name: 'party',
  keys: PARTIES,
  pages: (edition, id) => (edition.reduced(PARTIES, id) ? [page('parties/[id]', { id })] : []),
  files: (edition, id) => (edition.reduced(PARTIES, id) ? filesBeside(edition, id) : []),
};

/** The units whose names begin with a letter. */
const partyLetter: Kind = {
  name: 'letter of parties',
  keys: (edition) => letters(edition).map(({ slug }) => slug),
  pages: (_, letter) => [page('parties/letter/[letter]', { letter })],
};

/** The page of all units and what its search reads. */
const allParties: Kind = {
  name: 'parties',
  keys: () => [''],
  pages: () => [page('parties')],
  files: (edition) => [{ path: partyNamesPath(), text: JSON.stringify(partyNames(edition)) }],
};

export const parties: readonly Kind[] = [party, partyLetter, allParties];

function filesBeside(edition: Edition, id: string): readonly SiteFile[] {
  const known = partyWith(edition, id);
  return [
    { path: partyFeedPath(id), text: partyFeed(edition, known) },
    ...(hasTable(known) ? [{ path: partyTablePath(id), text: partyTable(edition, known) }] : []),
  ];
}
