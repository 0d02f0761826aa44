import type { Instant } from '../announcement/instant.ts';
import { USUAL_LEVEL } from '../announcement/notice-level.ts';
import { ofLevel } from './browser/band.ts';
import { MOST_NOTICES, MOST_URGENT, type Notice } from './browser/feed.ts';
import type { Collection } from '../edition.ts';

/** A notice and where it was written. */
export interface Told extends Notice {
  announcement: string;
  publishedAt: Instant;
  /** Its number among the notices of its announcement, counted from 0. */
  index: number;
}

/** The announcements that stand, by which notices are told. */
type Announced = Pick<Collection, 'current'>;

/**
 * What is said to the hall at `now` and after it: 大屏提示 of published announcements, 紧急 first, then the newest. Where
 * there are more than a screen takes, the latest to begin are not told yet; 紧急 makes room for none of the others.
 */
export function noticesAt(announced: Announced, now: Instant): readonly Notice[] {
  const told = toldIn(announced).filter(({ publishedAt, until }) => publishedAt <= now && until > now);
  const urgent = upTo(MOST_URGENT, ofLevel(told, 'urgent'), now);
  const others = told.filter(({ level }) => level !== 'urgent');
  return [...urgent, ...upTo(Math.max(0, MOST_NOTICES - urgent.length), others, now)].map(
    ({ id, text, level, from, until }) => ({ id, text, ...(level && { level }), from, until }),
  );
}

/** So many of them: those that hold, and as many of those to come, the soonest. */
function upTo(most: number, told: readonly Told[], now: Instant): readonly Told[] {
  const [holding, coming] = [told.filter(({ from }) => from <= now), told.filter(({ from }) => from > now)];
  const room = Math.max(0, most - holding.length);
  return [...coming.slice(coming.length - Math.min(room, coming.length)), ...holding.slice(0, most)];
}

/** Everything that was ever said to the hall or will be, the newest first. */
export const toldIn = ({ current }: Announced): readonly Told[] =>
  current
    .flatMap(({ id: announcement, announcement: { publishedAt, screenNotices = [] } }) =>
      screenNotices.map(({ text, level = USUAL_LEVEL, from = publishedAt, until }, index) => ({
        id: index === 0 ? announcement : `${announcement}-${index + 1}`,
        text,
        level,
        from,
        until,
        announcement,
        publishedAt,
        index,
      })),
    )
    .sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.id < b.id ? -1 : 1));
