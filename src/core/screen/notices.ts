import type { Instant } from '../announcement/instant.ts';
import { MOST_NOTICES, type Notice } from '../display/feed.ts';
import type { Archive } from './archive.ts';

/** A notice and where it was written. */
export interface Told extends Notice {
  announcement: string;
  publishedAt: Instant;
  /** Its number among the notices of its announcement, counted from 0. */
  index: number;
}

type Announced = Pick<Archive, 'announcements'>;

/** What is said to the hall at `now` and after it: 大屏提示 of published announcements, the newest first. */
export const noticesAt = (archive: Announced, now: Instant): readonly Notice[] =>
  toldIn(archive)
    .filter(({ publishedAt, until }) => publishedAt <= now && until > now)
    .map(({ id, text, from, until }) => ({ id, text, from, until }))
    .slice(0, MOST_NOTICES);

/** Everything that was ever said to the hall or will be, the newest first. */
export const toldIn = ({ announcements }: Announced): readonly Told[] =>
  [...announcements]
    .flatMap(([announcement, { publishedAt, screenNotices = [] }]) =>
      screenNotices.map(({ text, from = publishedAt, until }, index) => ({
        id: index === 0 ? announcement : `${announcement}-${index + 1}`,
        text,
        from,
        until,
        announcement,
        publishedAt,
        index,
      })),
    )
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.id < b.id ? -1 : 1));
