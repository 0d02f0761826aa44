import type { Instant } from '../announcement/instant.ts';
import type { Announcement } from '../announcement/schema.ts';
import { withdrawalOf } from '../announcement/withdrawal.ts';
import type { Effective, Events } from '../project.ts';
import { isOverAt, type Occasion } from './occasion.ts';

/** Whether an occasion takes place, and how often and when that or its time and place have changed. */
export interface Standing {
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** How many later announcements have changed it; it only grows. */
  sequence: number;
  changedAt: Instant;
  /** What stopped it, where something did: the word of a tag, and the announcement that says so, if another does. */
  stop?: { words: string; by?: string };
}

/**
 * Where an occasion stands. A withdrawal 撤下 and a termination call off all there is. A failure 流标 comes to light at the opening, so
 * what was over by then did take place. A suspension leaves what is to come uncertain rather than called off: it is
 * taken up again, and a calendar that had dropped the event would not remind of it.
 */
export function standingOf(
  { announcement, changes }: Effective,
  occasion: Occasion,
  events: Events,
  announcementWith: (id: string) => Announcement,
): Standing {
  const publishedAt = (id: string): Instant => announcementWith(id).publishedAt;
  const { terminated, failed, suspended, archived, turns = [], withdrawn = [] } = events;
  const withdrawnAt = (one: Announcement): readonly Instant[] => [withdrawalOf(one)?.at ?? []].flat();
  const touching = new Set([...occasion.moves.map(({ by }) => by), ...turns]);
  const times = [
    announcement.publishedAt,
    ...changes.map(({ at }) => at),
    ...turns.map(publishedAt),
    ...(announcement.errata ?? []).map(({ at }) => at),
    ...withdrawn.map((id) => announcementWith(id)).flatMap(withdrawnAt),
    ...withdrawnAt(announcement),
  ];
  // What was withdrawn had counted once; that it is undone counts again, or calendars would keep what it had said.
  const sequence = touching.size + 2 * withdrawn.length + withdrawnAt(announcement).length;
  const base = { sequence, changedAt: times.sort().at(-1)! };
  if (withdrawalOf(announcement)) return { ...base, status: 'cancelled', stop: { words: '已撤下' } };
  if (terminated !== undefined) {
    return { ...base, status: 'cancelled', stop: { words: '已终止', by: terminated } };
  }
  const isStopped = (by: string | undefined): by is string =>
    by !== undefined && !isOverAt(occasion.when, publishedAt(by));
  if (isStopped(failed)) return { ...base, status: 'cancelled', stop: { words: '已流标', by: failed } };
  if (isStopped(suspended)) return { ...base, status: 'tentative', stop: { words: '已中止', by: suspended } };
  // What an old announcement says of it has to be read there.
  if (isStopped(archived))
    return { ...base, status: 'tentative', stop: { words: '另有存量公告', by: archived } };
  return { ...base, status: 'confirmed' };
}
