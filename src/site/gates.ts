import type { Edition } from '../core/edition.ts';
import { gatesOf } from '../core/announcement/gates.ts';
import { isDayAlone, shortEnd, type Instant } from '../core/announcement/instant.ts';

/** One gate of the line under a title. */
export interface GateLine {
  label: string;
  at: Instant;
  /** `11月9日`, with the year where it is not that of the publication. */
  day: string;
  /** `09:30`; none of the end of a day, nor of a publication of which the day alone is known. */
  time: string | undefined;
  /** What was published first, in short, where a correction has moved it. */
  was: string | undefined;
}

/** The gates of an announcement as they are in force, in the order of time. */
export function gateLines(edition: Edition, id: string): readonly GateLine[] {
  const { announcement } = edition.effective(id);
  const year = announcement.publishedAt.slice(0, 4);
  return gatesOf(announcement, edition.entry(id).announcement).map(({ key, label, at, was }) => {
    const [day, time] = shortEnd(at, year).split(' ') as [string, string?];
    const isDay = key === 'publishedAt' && isDayAlone(at);
    return { label, at, day, time: isDay ? undefined : time, was: was && shortEnd(was, year) };
  });
}
