import { collectionOf } from '../../../src/core/edition.ts';
import { byOldest } from '../../../src/core/edition/view.ts';
import { isCurrent } from '../../../src/core/announcement/withdrawal.ts';
import type { Corpus, Entry } from '../../../src/core/corpus/corpus.ts';
import { linkAnnouncements } from '../../../src/core/project.ts';
import {
  isAfter,
  knownIn,
  laterChanges,
  monthlyRecords,
  type Archive,
  type Known,
} from '../../../src/core/statistics/chronicle.ts';
import { isIn, type Period } from '../../../src/core/statistics/period.ts';

/** An archive of some of the announcements of a corpus. */
export const archiveOf = (corpus: Corpus, entries: readonly Entry[]): Archive =>
  collectionOf(
    { ...corpus, entries, current: entries.filter(isCurrent) },
    linkAnnouncements(entries, new Set(entries.map(({ id }) => id))),
  );

/** What was known of a period on its last day. */
export function lookBack(archive: Archive, entries: readonly Entry[], period: Period): Known {
  const placed = entries.map(({ id, announcement: { publishedAt } }) => ({ id, publishedAt })).sort(byOldest);
  return {
    period,
    records: placed
      .filter(({ publishedAt }) => isIn(period, publishedAt))
      .flatMap(({ id }) => knownIn(period, monthlyRecords(archive, id)) ?? []),
    later: placed.flatMap(({ id }) => {
      const change = laterChanges(archive, id).get(String(period.year));
      return change && isAfter(period, change) ? [change] : [];
    }),
  };
}
