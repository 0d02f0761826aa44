import { createHash } from 'node:crypto';
import { standingOf } from './addresses.ts';

/** A page that gets an id: its path in the folder and the day of its publication. */
interface Unnamed {
  page: string;
  day: string;
}

/** Characters of the hash in an id. Two pages of one day share five in one of a million pairs. */
const SHORTEST = 5;

/** No `l` or `o`, which one takes for digits. */
const LETTERS = '0123456789abcdefghijkmnpqrstuvwx';

/**
 * Ids of announcements, `gm-old-20200716-k3f9a`: from the day and the address that the page had, never from its title,
 * which may be corrected, nor from the folder it was saved in, which may be moved. Those that were given stay; where five
 * characters are taken, more are used. The order of the pages is of no account.
 */
export function nameAll(
  pages: readonly Unnamed[],
  prefix: string,
  given: ReadonlyMap<string, string>,
  isTaken: (id: string) => boolean,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const { page, day } of pages) {
    const id = given.get(page);
    if (id?.startsWith(`${prefix}-${plain(day)}-`)) {
      ids.set(page, id);
      used.add(id);
    }
  }
  const named = new Set([...ids.keys()].map(addressOf));
  for (const { page, day } of pages.toSorted((a, b) => (a.page < b.page ? -1 : 1))) {
    if (ids.has(page)) continue;
    // Two hosts may have had a page at one address.
    const hash = hashOf(named.has(addressOf(page)) ? page : addressOf(page));
    named.add(addressOf(page));
    let length = SHORTEST;
    const idOf = (): string => `${prefix}-${plain(day)}-${hash.slice(0, length)}`;
    while ((used.has(idOf()) || isTaken(idOf())) && length < hash.length) length += 1;
    ids.set(page, idOf());
    used.add(idOf());
  }
  return ids;
}

const plain = (day: string): string => day.slice(0, 10).replaceAll('-', '');

const addressOf = (page: string): string => standingOf(page).address;

function hashOf(place: string): string {
  const digest = createHash('sha256').update(place).digest();
  return [...digest].map((byte) => LETTERS[byte % LETTERS.length]!).join('');
}
