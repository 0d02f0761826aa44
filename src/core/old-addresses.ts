import type { Announcement } from './announcement/schema.ts';
import type { Finding } from './diagnostic.ts';

/** An address of the old site, a path with its query, and the id of the announcement that stood there. */
export interface OldAddress {
  old: string;
  id: string;
}

/** What this room knows of an entry. */
interface Moved {
  id: string;
  announcement: Announcement;
}

/** Every old address, in the order of its text. */
export const oldAddresses = (entries: readonly Moved[]): readonly OldAddress[] =>
  entries
    .flatMap(({ id, announcement }) => (announcement.legacyUrls ?? []).map((old) => ({ old, id })))
    .sort((a, b) => (a.old < b.old ? -1 : a.old > b.old ? 1 : 0));

/**
 * First parts of this site's own addresses. An old address that begins so would lead a reader of ours away, or be
 * hidden by our page. `pages` of content/ add their own names.
 */
export const OWN_FOLDERS: readonly string[] = [
  '',
  '.well-known',
  '404.html',
  'announcements',
  'assets',
  'badge.svg',
  'calendar',
  'changes',
  'construction',
  'data',
  'display',
  'favicon.svg',
  'feeds',
  'general',
  'handbook',
  'index.html',
  'kiosk',
  'land',
  'open',
  'procurement',
  'projects',
  'property',
  'redirects',
  'robots.txt',
  'rules',
  'search',
  'sitemap',
  'sitemap.xml',
  'statistics',
];

/** Old addresses that cannot lead anywhere: claimed by two announcements, or ours. `pages` are ids of content/pages. */
export function checkOldAddresses(entries: readonly Moved[], pages: readonly string[]): readonly Finding[] {
  const own = new Set([...OWN_FOLDERS, ...pages]);
  const first = new Map<string, string>();
  return entries.flatMap(({ id, announcement }) =>
    (announcement.legacyUrls ?? []).flatMap((old, place): readonly Finding[] => {
      const at = `legacyUrls.${place}`;
      const earlier = first.get(old);
      if (earlier === undefined) first.set(old, id);
      if (earlier !== undefined) {
        const where = earlier === id ? '这份公告里写了两次' : `已经写在“${earlier}”里`;
        return [
          { code: 'L122', id, at, message: `旧网址“${old}”${where}`, help: '只留在它真正对应的那份公告里' },
        ];
      }
      const folder = /^\/([^/?]*)/u.exec(old)![1]!;
      if (!own.has(folder)) return [];
      const message = `旧网址“${old}”落在本站自己的网址“/${folder}”里`;
      return [{ code: 'L123', id, at, message, help: '删去这个旧网址，需要时请网站管理员在服务器上单独转' }];
    }),
  );
}
