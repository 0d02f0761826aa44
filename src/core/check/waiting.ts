import type { Instant } from '../announcement/instant.ts';
import type { CheckedContent } from '../check.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { collectionOf } from '../edition.ts';
import { linkAnnouncements } from '../project.ts';

/**
 * Announcements that wait for their time: 定时 says so, it has not come, and they were not published before. A clock that
 * is wrong can so delay what was asked to wait, and hide nothing that was ever seen.
 */
export const waitingAt = (
  { entries }: Pick<Corpus, 'entries'>,
  now: Instant,
  wasPublished: (id: string) => boolean,
): readonly Entry[] =>
  entries.filter(
    ({ id, announcement: { timed, publishedAt } }) =>
      timed === true && publishedAt > now && !wasPublished(id),
  );

/** Content as it is with some announcements left out: what they would change is not changed. */
export function withoutEntries(content: CheckedContent, left: readonly Entry[]): CheckedContent {
  if (left.length === 0) return content;
  const isLeft = new Set(left);
  const stays = (entry: Entry): boolean => !isLeft.has(entry);
  const { corpus } = content;
  const rest: Corpus = {
    ...corpus,
    entries: corpus.entries.filter(stays),
    current: corpus.current.filter(stays),
  };
  const links = linkAnnouncements(rest.entries, rest.ids);
  return { ...content, corpus: rest, links, collection: collectionOf(rest, links) };
}
