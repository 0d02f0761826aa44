import type { Edition } from '../core/edition.ts';
import type { Instant } from '../core/announcement/instant.ts';
import { withdrawalOf } from '../core/announcement/withdrawal.ts';

/** When what a page shows of an announcement last changed: its own publication, or the last correction, erratum or withdrawal. */
export function lastChangeOf(edition: Edition, id: string): Instant {
  const { announcement, changes } = edition.effective(id);
  const gone = [id, ...(edition.events(id).withdrawn ?? [])];
  return [
    announcement.publishedAt,
    ...changes.map(({ at }) => at),
    ...(announcement.errata ?? []).map(({ at }) => at),
    ...gone.flatMap((one) => withdrawalOf(edition.effective(one).announcement)?.at ?? []),
  ]
    .sort()
    .at(-1)!;
}
