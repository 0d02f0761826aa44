import type { Edition } from '../core/edition.ts';
import { oldAddresses, type OldAddress } from '../core/old-addresses.ts';
import { shardOf } from '../core/old-addresses/browser/shard.ts';
import { oldPages } from '../core/old-addresses/pages.ts';
import type { Move } from '../core/old-addresses/servers.ts';
import { toStub } from '../core/old-addresses/stub.ts';
import { announcementPath, attachmentPath } from './address.ts';
import { attachmentsOf } from './attachments.ts';

const moved = (edition: Edition): readonly OldAddress[] =>
  edition.once('old addresses', () => oldAddresses(edition.entries));

/** Where what stood at an old address is now, as a path within the site. An attachment that is not published any more leads to its announcement. */
function pathOf(edition: Edition, { id, attachment }: OldAddress): string {
  const file = fileOf(edition, id, attachment);
  return file === undefined ? announcementPath(id) : attachmentPath(id, attachment!, file.file);
}

const fileOf = (edition: Edition, id: string, attachment: number | undefined) =>
  attachment === undefined ? undefined : attachmentsOf(edition.entry(id))[attachment];

/**
 * For web servers: from every old address to the whole new one, since the old site may have had another domain. A
 * site in a sub-folder is asked for the old address below the folder too, where the old domain is pointed at it.
 */
export function serverMoves(edition: Edition): readonly Move[] {
  const folders = edition.base === '/' ? [''] : ['', edition.base.slice(0, -1)];
  const seen = new Set<string>();
  const moves = folders.flatMap((folder) =>
    moved(edition).map((address) => ({
      from: `${folder}${address.old}`,
      to: edition.absolute(pathOf(edition, address)),
    })),
  );
  // An address may be another's below the folder; servers refuse a line that stands twice.
  return moves.filter(({ from }) => !seen.has(from) && seen.add(from));
}

type Paths = Readonly<Record<string, string>>;

/** For programs: the new path of every old address, both without the site's folder. */
export const movedPaths = (edition: Edition): Paths =>
  Object.fromEntries(moved(edition).map((address) => [address.old, pathOf(edition, address)]));

/** The same for the page of errors, which asks for one part alone, by the names of the parts. */
export const movedShards = (edition: Edition): ReadonlyMap<string, Paths> =>
  edition.once(
    'shards of old addresses',
    () =>
      new Map(
        [...Map.groupBy(Object.entries(movedPaths(edition)), ([old]) => shardOf(old))]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, paths]) => [name, Object.fromEntries(paths)]),
      ),
  );

/** So many pages in old places are made without being asked for: with more, they are most of the files of a site. */
const MOST_STUBS = 1000;

/** For hosts without rules: pages in the places of old ones, by file. With what the settings of the site say of them. */
export function stubs(edition: Edition): readonly { file: string; html: string }[] {
  return isStubbed(edition)
    ? pagesOf(edition).map(({ file, address }) => ({ file, html: stubOf(edition, address) }))
    : [];
}

/** How many such pages were not made, since there are too many and nothing says that they are wanted. */
export const stubsLeftOut = (edition: Edition): number =>
  edition.site?.oldAddressPages === undefined && !isStubbed(edition) ? pagesOf(edition).length : 0;

const isStubbed = (edition: Edition): boolean =>
  edition.site?.oldAddressPages ?? pagesOf(edition).length <= MOST_STUBS;

const pagesOf = (edition: Edition) => edition.once('pages of old addresses', () => oldPages(moved(edition)));

function stubOf(edition: Edition, address: OldAddress): string {
  const path = pathOf(edition, address);
  const file = fileOf(edition, address.id, address.attachment);
  return toStub({
    what: file === undefined ? '公告' : '附件',
    title: file?.name ?? edition.row(address.id).title,
    href: edition.address(path),
    url: edition.absolute(path),
  });
}
