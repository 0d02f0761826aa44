import type { Instant } from '../core/announcement/instant.ts';
import { loadContent } from './content.ts';

/** When what a page shows of an announcement last changed: its own publication, or the last correction or erratum. */
export function lastChangeOf(id: string): Instant {
  const { announcement, changes } = loadContent().links.effective.get(id)!;
  return [
    announcement.publishedAt,
    ...changes.map(({ at }) => at),
    ...(announcement.errata ?? []).map(({ at }) => at),
  ]
    .sort()
    .at(-1)!;
}
