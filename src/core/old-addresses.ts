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
  /** The files of its attachments, each with its length; nothing where no file was looked at. */
  attachments?: readonly { bytes: number }[];
}

/** An address, where the front matter has it, and of an attachment its length. */
interface Claim extends OldAddress {
  at: string;
  bytes?: number | undefined;
}

/** Every old address, in the order of its text. A file that two announcements have leads to the first. */
export const oldAddresses = (entries: readonly Moved[]): readonly OldAddress[] => {
  const first = new Map<string, OldAddress>();
  for (const { old, id, attachment } of entries.flatMap(claimsOf))
    if (!first.has(old)) first.set(old, { old, id, ...(attachment !== undefined && { attachment }) });
  return [...first.values()].sort((a, b) => (a.old < b.old ? -1 : 1));
};

/** Every form of the old addresses of an announcement by which another one's are held against them. */
export const claimedBy = (moved: Moved): readonly string[] =>
  claimsOf(moved).flatMap(({ old }) => [old, placeOf(old)]);

const claimsOf = ({ id, announcement, attachments = [] }: Moved): readonly Claim[] => [
  ...(announcement.legacyUrls ?? []).map((old, index) => ({ old, id, at: `legacyUrls.${index}` })),
  ...(announcement.attachments ?? []).flatMap(({ legacyUrls = [] }, attachment) =>
    legacyUrls.map((old, index) => ({
      ...{ old, id, attachment, at: `attachments.${attachment}.legacyUrls.${index}` },
      bytes: attachments[attachment]?.bytes,
    })),
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
  { old, id, attachment, bytes }: Claim,
  earlier: Claim,
): Pick<Finding, 'code' | 'message' | 'help'> | undefined {
  // Two announcements of the old site often offered one file; each has it now, and either is right.
  if (id !== earlier.id && bytes !== undefined && bytes === earlier.bytes) return undefined;
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
