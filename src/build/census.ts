import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../core/announcement/instant.ts';

/** An announcement and the time of publication that it states. */
export interface Dated {
  readonly id: string;
  readonly publishedAt: Instant;
}

/** What is said of the announcements of a site after a run, of those that it had no need to look at too. */
export interface Census {
  /** How many are published. */
  readonly count: number;
  /** Published before the time that they state. */
  readonly early: readonly Dated[];
  /** Left out until their time. */
  readonly waiting: readonly Dated[];
}

/** Counts by the tables of a state that was brought up to date, at the moment of the run. */
export function censusIn(database: DatabaseSync, now: Instant): Census {
  const { count } = database.prepare('select count(*) as count from announcements').get()!;
  const ahead = database
    .prepare(
      `select files.id, published as publishedAt, announcements.id is null as isWaiting
       from announcement_files files left join announcements on announcements.id = files.id
       where entry = 1 and published > ? order by place`,
    )
    .all(now) as unknown as readonly (Dated & { isWaiting: number })[];
  const groups = Map.groupBy(ahead, ({ isWaiting }) => (isWaiting === 1 ? 'waiting' : 'early'));
  return { count: Number(count), early: groups.get('early') ?? [], waiting: groups.get('waiting') ?? [] };
}
