import type { Instant } from '../announcement/instant.ts';
import { MOST_NOTICES, type Notice } from '../display/feed.ts';
import type { Archive } from './archive.ts';

/** What is said to the hall at `now` and after it: 大屏提示 of published announcements, the newest first. */
export const noticesAt = (
  { announcements }: Pick<Archive, 'announcements'>,
  now: Instant,
): readonly Notice[] =>
  [...announcements]
    .filter(([, { publishedAt }]) => publishedAt <= now)
    .flatMap(([id, { publishedAt, screenNotices = [] }]) =>
      screenNotices.map(({ text, from = publishedAt, until }, index) => ({
        id: index === 0 ? id : `${id}-${index + 1}`,
        text,
        from,
        until,
      })),
    )
    .filter(({ until }) => until > now)
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST_NOTICES);
