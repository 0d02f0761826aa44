import type { Instant } from '../core/announcement/instant.ts';
import { withdrawalOf } from '../core/announcement/withdrawal.ts';
import { loadContent } from './content.ts';

/** When what a page shows of an announcement last changed: its own publication, or the last correction, erratum or withdrawal. */
export function lastChangeOf(id: string): Instant {
  const { effective, events } = loadContent().links;
  const { announcement, changes } = effective.get(id)!;
  const gone = [id, ...(events.get(id)!.withdrawn ?? [])];
  return [
    announcement.publishedAt,
    ...changes.map(({ at }) => at),
    ...(announcement.errata ?? []).map(({ at }) => at),
    ...gone.flatMap((one) => withdrawalOf(effective.get(one)!.announcement)?.at ?? []),
  ]
    .sort()
    .at(-1)!;
}
