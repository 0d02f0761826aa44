import { isLegacy } from '../announcement/legacy.ts';
import type { Announcement } from '../announcement/schema.ts';
import { isCurrent } from '../announcement/withdrawal.ts';
import type { Finding } from '../diagnostic.ts';
import { codeOf, type Linked, type LinkedAnnouncements } from './links.ts';

/** One announcement under two ids: readers, feeds and statistics would have it twice. */
export function checkDuplicates({ entries }: LinkedAnnouncements): readonly Finding[] {
  const findings: Finding[] = [];
  for (const alike of Map.groupBy(entries.filter(isJudged), headOf).values()) {
    for (const [index, entry] of alike.entries()) {
      const first = alike.slice(0, index).find((other) => isSame(entry, other));
      if (!first) continue;
      const message = `与“${first.id}”是同一份公告：标题、各栏和正文都一样`;
      const help = `留下一份；两份都发布过的，撤下一份：npm run withdraw -- ${entry.id}`;
      findings.push({ code: 'L132', id: entry.id, at: 'title', message, help });
    }
  }
  return findings;
}

/** What those that are the same share; nothing of what is not held against others. */
export const headAmongDuplicates = (entry: Linked): string | undefined =>
  isJudged(entry) ? headOf(entry) : undefined;

/** An old site had the same in two columns, which its importer knows. */
const isJudged = (entry: Linked): boolean => isCurrent(entry) && !isLegacy(entry.announcement);

/** What two that are the same must share; read of every announcement, so it is short. */
const headOf = ({ announcement }: Linked): string =>
  [announcement.category, announcement.type, codeOf(announcement) ?? '', plain(announcement.title)].join(
    '\n',
  );

const isSame = (a: Linked, b: Linked): boolean =>
  plain(a.body) === plain(b.body) && saidBy(a.announcement) === saidBy(b.announcement);

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Fields that are about the file and the hour of its publication, not about what is announced. */
const ABOUT_FILE: ReadonlySet<string> = new Set([
  'publishedAt',
  'attachments',
  'errata',
  'exceptions',
  'screenNotices',
  'legacyUrls',
]);

const saidBy = (announcement: Announcement): string =>
  plain(
    JSON.stringify(
      Object.entries(announcement)
        .filter(([key]) => !ABOUT_FILE.has(key))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
