import { printInstant } from '../core/announcement/instant.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import type { Change } from '../core/project.ts';
import { address, announcementPath } from './address.ts';
import { loadContent } from './content.ts';
import { rowWith } from './rows.ts';

/** What one correction changed. */
export interface Correction {
  /** Title and address of the correction; on the correction's own page, of the announcement it corrects. */
  title: string;
  href: string;
  when: string;
  changes: readonly Change[];
}

/** The corrections of an announcement, the first one first. */
export const correctionsOf = (changes: readonly Change[]): readonly Correction[] =>
  [...Map.groupBy(changes, ({ by }) => by)].map(([by, own]) => ({
    title: rowWith(by).title,
    href: address(announcementPath(by)),
    when: printInstant(own[0]!.at),
    changes: own,
  }));

/** On a correction: the announcement it corrects, and how. */
export function correctedBy({ id, announcement }: Entry): Correction | undefined {
  const target =
    'corrections' in announcement && announcement.corrections && 'related' in announcement
      ? announcement.related
      : undefined;
  const effective = target === undefined ? undefined : loadContent().links.effective.get(target);
  if (!effective) return undefined;
  return {
    title: rowWith(target!).title,
    href: address(announcementPath(target!)),
    when: printInstant(announcement.publishedAt),
    changes: effective.changes.filter(({ by }) => by === id),
  };
}
