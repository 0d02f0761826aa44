import type { Announcement } from './announcement/schema.ts';
import type { Finding } from './diagnostic.ts';
import { firstNameOf, placeOf } from './old-addresses/place.ts';

/** An address of the old site, a path with its query, and what stood there. */
export interface OldAddress {
  old: string;
  /** The announcement. */
  id: string;
  /** Which of its attachments it was, counted from 0 in the order of the front matter; nothing for itself. */
  attachment?: number;
}

/** What this room knows of an entry. */
interface Moved {
  id: string;
  announcement: Announcement;
}

/** An address and where the front matter has it. */
interface Claim extends OldAddress {
  at: string;
}

/** Every old address, in the order of its text. */
export const oldAddresses = (entries: readonly Moved[]): readonly OldAddress[] =>
  entries
    .flatMap(claimsOf)
    .map(({ at: _, ...address }) => address)
    .sort((a, b) => (a.old < b.old ? -1 : a.old > b.old ? 1 : 0));

const claimsOf = ({ id, announcement: { legacyUrls = [], attachments = [] } }: Moved): readonly Claim[] => [
  ...legacyUrls.map((old, index) => ({ old, id, at: `legacyUrls.${index}` })),
  ...attachments.flatMap(({ legacyUrls: own = [] }, attachment) =>
    own.map((old, index) => ({ old, id, attachment, at: `attachments.${attachment}.legacyUrls.${index}` })),
  ),
];

/** What of the new site an old address must keep clear of. */
export interface OwnAddresses {
  /** Whether a name in the root of the site is one of its own pages', whatever its case. */
  has: (name: string) => boolean;
  /** The folder the site lies in below its domain, with `/` at both ends. */
  base: string;
}

/** Old addresses that cannot lead anywhere: claimed by two announcements or attachments, or ours. */
export function checkOldAddresses(entries: readonly Moved[], own: OwnAddresses): readonly Finding[] {
  const claims = new Map<string, Claim>();
  return entries.flatMap(claimsOf).flatMap((claim): readonly Finding[] => {
    const { old, id, at } = claim;
    const earlier = claims.get(old) ?? claims.get(placeOf(old));
    if (earlier === undefined) claims.set(placeOf(old), claim);
    claims.set(old, claim);
    const claimed = earlier && claimedTwice(claim, earlier);
    if (claimed) return [{ ...claimed, id, at }];
    const name = ownNameIn(old, own);
    if (name === undefined) return [];
    const message = `旧网址“${old}”落在本站自己的网址“/${name}”里`;
    return [{ code: 'L123', id, at, message, help: '删去这个旧网址，需要时请网站管理员在服务器上单独转' }];
  });
}

/** One announcement or attachment may have stood at one place under several spellings. */
function claimedTwice(
  { old, id, attachment }: Claim,
  earlier: Claim,
): Pick<Finding, 'code' | 'message' | 'help'> | undefined {
  const help = '只留在它真正对应的那份公告（或者那个附件）里';
  if (earlier.old === old) {
    const where = earlier.id === id ? '这份公告里写了两次' : `已经写在“${earlier.id}”里`;
    return { code: 'L122', message: `旧网址“${old}”${where}`, help };
  }
  if (earlier.id === id && earlier.attachment === attachment) return undefined;
  const message = `旧网址“${old}”和“${earlier.id}”里的“${earlier.old}”是同一个网页`;
  return { code: 'L128', message, help };
}

/** Seen from the root of the domain and from the site's folder, since both are asked for it. */
const ownNameIn = (old: string, { has, base }: OwnAddresses): string | undefined =>
  [old, ...(old.startsWith(base) ? [old.slice(base.length - 1)] : [])].map(firstNameOf).find(has);
