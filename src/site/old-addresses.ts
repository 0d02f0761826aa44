import type { Edition, View } from '../core/edition.ts';
import { oldAddresses, type OldAddress } from '../core/old-addresses.ts';
import { shardOf } from '../core/old-addresses/browser/shard.ts';
import { oldPages } from '../core/old-addresses/pages.ts';
import type { Move } from '../core/old-addresses/servers.ts';
import { toStub } from '../core/old-addresses/stub.ts';
import { announcementPath, attachmentPath } from './address.ts';
import { attachmentsOf } from './attachments.ts';

/** An old address with where what stood there is now. */
interface Moved extends OldAddress {
  /** Path within the site. An attachment that is not published any more leads to its announcement. */
  path: string;
  /** What it is called now: an attachment, or else the announcement. */
  what: '公告' | '附件';
  title: string;
  /** The file of the announcement. */
  source: string;
}

/** Every old address, by the part of the list that the page of errors finds it in. */
export const OLD_ADDRESSES: View<Moved> = {
  name: 'old addresses',
  map: (edition, id) =>
    oldAddresses([edition.entry(id)]).map((address) => [shardOf(address.old), movedTo(edition, address)]),
};

function movedTo(edition: Edition, address: OldAddress): Moved {
  const { id, attachment } = address;
  const entry = edition.entry(id);
  const file = attachment === undefined ? undefined : attachmentsOf(entry)[attachment];
  return {
    ...address,
    path: file === undefined ? announcementPath(id) : attachmentPath(id, attachment!, file.file),
    what: file === undefined ? '公告' : '附件',
    title: file?.name ?? edition.row(id).title,
    source: entry.file,
  };
}

/** The old addresses of a part, in the order of their text. A file that two announcements have leads to the first of them. */
function movedIn(edition: Edition, shard: string): readonly Moved[] {
  const all = edition.values(OLD_ADDRESSES, shard).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const first = new Map(all.toReversed().map((address) => [address.old, address]));
  return [...first.values()].sort(byText);
}

/** Sorts announcements by the order of their files. */
const placeOf = ({ source }: Moved): string => source.replaceAll('/', '\0');

const byText = (a: Moved, b: Moved): number => (a.old < b.old ? -1 : 1);

const moved = (edition: Edition): readonly Moved[] =>
  edition.once('old addresses', () =>
    edition
      .keys(OLD_ADDRESSES)
      .flatMap((shard) => movedIn(edition, shard))
      .sort(byText),
  );

/**
 * For web servers: from every old address to the whole new one, since the old site may have had another domain. A
 * site in a sub-folder is asked for the old address below the folder too, where the old domain is pointed at it.
 */
export function serverMoves(edition: Edition): readonly Move[] {
  const folders = edition.base === '/' ? [''] : ['', edition.base.slice(0, -1)];
  const seen = new Set<string>();
  const moves = folders.flatMap((folder) =>
    moved(edition).map(({ old, path }) => ({ from: `${folder}${old}`, to: edition.absolute(path) })),
  );
  // An address may be another's below the folder; servers refuse a line that stands twice.
  return moves.filter(({ from }) => !seen.has(from) && seen.add(from));
}

type Paths = Readonly<Record<string, string>>;

/** For programs: the new path of every old address, both without the site's folder. */
export const movedPaths = (edition: Edition): Paths => pathsOf(moved(edition));

/** The same for the page of errors, which asks for one part alone. */
export const movedPart = (edition: Edition, shard: string): Paths => pathsOf(movedIn(edition, shard));

const pathsOf = (all: readonly Moved[]): Paths => Object.fromEntries(all.map(({ old, path }) => [old, path]));

/** The names of the parts. */
export const movedParts = (edition: Edition): readonly string[] => edition.keys(OLD_ADDRESSES);

/** So many pages in old places are made without being asked for: with more, they are most of the files of a site. */
const MOST_STUBS = 1000;

/** For hosts without rules: pages in the places of old ones. With what the settings of the site say of them. */
export const stubs = (edition: Edition): readonly { path: string; text: string }[] =>
  isStubbed(edition)
    ? pagesOf(edition).map(({ file, address }) => ({ path: file, text: stubOf(edition, address) }))
    : [];

/** How many such pages were not made, since there are too many and nothing says that they are wanted. */
export const stubsLeftOut = (edition: Edition): number =>
  edition.site?.oldAddressPages === undefined && !isStubbed(edition) ? pagesOf(edition).length : 0;

const isStubbed = (edition: Edition): boolean =>
  edition.site?.oldAddressPages ?? pagesOf(edition).length <= MOST_STUBS;

const pagesOf = (edition: Edition) => edition.once('pages of old addresses', () => oldPages(moved(edition)));

const stubOf = (edition: Edition, { what, title, path }: Moved): string =>
  toStub({ what, title, href: edition.address(path), url: edition.absolute(path) });
