import type { Edition } from '../core/edition.ts';
import { dayOf, type PlainDate } from '../core/announcement/instant.ts';
import { isReadable } from '../core/announcement/withdrawal.ts';

/**
 * The days on which what an announcement says came into force: that of its publication and those of its corrections,
 * the first one first. None where nothing was ever corrected, or where it may not be read any more. A correction that
 * was withdrawn keeps its day, for the page of it has an address.
 */
export function daysInForce(edition: Edition, id: string): readonly PlainDate[] {
  const { announcement, changes } = edition.effective(id);
  const corrected = [
    ...changes.map(({ at }) => at),
    ...undoneCorrections(edition, id).map((by) => edition.row(by).publishedAt),
  ];
  if (corrected.length === 0 || !isReadable(announcement)) return [];
  return [...new Set([announcement.publishedAt, ...corrected].map(dayOf))].sort();
}

/** Corrections of an announcement that were withdrawn: they were in force until then. */
export const undoneCorrections = (edition: Edition, id: string): readonly string[] =>
  (edition.events(id).withdrawn ?? []).filter((by) => {
    const { announcement } = edition.entry(by);
    return 'corrections' in announcement && 'related' in announcement && announcement.related === id;
  });
