import type { Edition } from '../core/edition.ts';
import { printInstant, printStart } from '../core/announcement/instant.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Change } from '../core/project.ts';
import { announcementPath } from './address.ts';

/** What one correction changed. */
export interface Correction {
  /** Title and address of the correction; on the correction's own page, of the announcement it corrects. */
  title: string;
  href: string;
  when: string;
  changes: readonly Change[];
}

/** The corrections of an announcement, the first one first. */
export const correctionsOf = (edition: Edition, changes: readonly Change[]): readonly Correction[] =>
  [...Map.groupBy(changes, ({ by }) => by)].map(([by, own]) => ({
    title: edition.row(by).title,
    href: edition.address(announcementPath(by)),
    when: printInstant(own[0]!.at),
    changes: own,
  }));

/** On a correction: the announcement it corrects, and how. */
export function correctedBy(edition: Edition, { id, announcement }: Entry): Correction | undefined {
  const target =
    'corrections' in announcement && announcement.corrections && 'related' in announcement
      ? announcement.related
      : undefined;
  if (target === undefined || !edition.has(target)) return undefined;
  return {
    title: edition.row(target).title,
    href: edition.address(announcementPath(target)),
    when: printStart(announcement.publishedAt),
    changes: edition.effective(target).changes.filter(({ by }) => by === id),
  };
}
