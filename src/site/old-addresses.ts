import type { Edition } from '../core/edition.ts';
import { oldAddresses } from '../core/old-addresses.ts';
import type { Move } from '../core/old-addresses/servers.ts';
import { stubFile, toStub } from '../core/old-addresses/stub.ts';
import { announcementPath } from './address.ts';

const moved = (edition: Edition) => oldAddresses(edition.entries);

/**
 * For web servers: from every old address to the whole new one, since the old site may have had another domain. A
 * site in a sub-folder is asked for the old address below the folder too, where the old domain is pointed at it.
 */
export function serverMoves(edition: Edition): readonly Move[] {
  const folders = edition.base === '/' ? [''] : ['', edition.base.slice(0, -1)];
  return folders.flatMap((folder) =>
    moved(edition).map(({ old, id }) => ({
      from: `${folder}${old}`,
      to: edition.absolute(announcementPath(id)),
    })),
  );
}

/** For the page of errors: the new path of every old address, both without the site's folder. */
export const movedPaths = (edition: Edition): Readonly<Record<string, string>> =>
  Object.fromEntries(moved(edition).map(({ old, id }) => [old, announcementPath(id)]));

/** For hosts without rules: pages in the places of old ones, by file. */
export const stubs = (edition: Edition): readonly { file: string; html: string }[] =>
  moved(edition).flatMap(({ old, id }) => {
    const file = stubFile(old);
    if (file === undefined) return [];
    const path = announcementPath(id);
    return [
      {
        file,
        html: toStub({
          title: edition.row(id).title,
          href: edition.address(path),
          url: edition.absolute(path),
        }),
      },
    ];
  });
