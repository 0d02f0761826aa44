import { dayOf } from '../announcement/instant.ts';
import type { Facts } from './matter.ts';
import type { Moment } from './outcome.ts';

/**
 * Where a period begins that runs from when documents are given out: before an announcement is published nobody can have
 * them. What was published elsewhere first, and names that, began there.
 */
export function issue({ documentsFrom: on, publishedAt, originalUrl }: Facts, what: string): Moment {
  const published = publishedAt === undefined ? undefined : dayOf(publishedAt);
  return on !== undefined && published !== undefined && on < published && originalUrl === undefined
    ? { what: '公告发布日', on: published, at: 'publishedAt' }
    : { what, on, at: 'documentsFrom' };
}
