import { createHash } from 'node:crypto';
import type { Edition, View } from '../core/edition.ts';
import { shardsOf } from '../core/search/shard.ts';
import { indexMaker } from './index-maker.ts';
import { searchRecord, type SearchRecord } from './search.ts';

/** One full-text index to be made. */
export interface IndexShard {
  name: string;
  /** Name and tag, `hot.0a1b2c3d4e5f6071`: where it lies below `search/index/`, which the search page knows too. */
  folder: string;
  /**
   * `zz` is no language, so Pagefind divides text at blanks alone and adds no word forms of its own. The rest keeps
   * results apart: Pagefind names a result by the language and seven digits of a hash, which two shards could share.
   */
  language: string;
  /**
   * `tagOfShard` of its records. In the name of the folder it keeps the files of one index together: who has an old page
   * finds the old index while that is kept, and files that arrive one by one are never mixed with those of another.
   */
  tag: string;
  /** The year of the last announcement in it. */
  newest: string;
  /** How many announcements are in it. */
  count: number;
  /** Its records, the oldest first. They are asked for only when the index has to be made. */
  records: () => readonly SearchRecord[];
}

/** What must be known of an announcement to cut the indexes; its text is needed only where one is made. */
export interface RecordMark {
  id: string;
  year: string;
  /** `recordDigest` of its record; none if it was withdrawn, which keeps its place so that no other index changes. */
  digest: string | undefined;
}

/** Where the full-text indexes lie below the site's root. */
export const INDEX_FOLDER = 'search/index';

/** The full-text indexes to be made, in the order of search. */
export const indexShards = (edition: Edition): readonly IndexShard[] =>
  shardsFrom(recordMarks(edition), edition.month.slice(0, 4), (ids) =>
    ids.map((id) => searchRecord(edition, id)),
  );

/** The digest of each announcement's record, under its year; the sum is a line for each, the oldest first. */
export const RECORD_MARKS: View<{ id: string; at: string; digest: string | undefined }, string> = {
  name: 'search record marks',
  map(edition, id) {
    const { publishedAt, withdrawn } = edition.row(id);
    const digest = withdrawn ? undefined : recordDigest(searchRecord(edition, id));
    return [[publishedAt.slice(0, 4), { id, at: publishedAt, digest }]];
  },
  // Every run needs the marks of all years: as values of their own, those of a large archive take seconds to read.
  reduce: (values) => ({
    value: values
      .toSorted((a, b) => (a.at === b.at ? Number(a.id < b.id) || -1 : a.at < b.at ? -1 : 1))
      .map(({ id, digest = '' }) => `${id} ${digest}`)
      .join('\n'),
  }),
};

/** The mark of each announcement that was published, the oldest first. */
export const recordMarks = (edition: Edition): readonly RecordMark[] =>
  edition.keys(RECORD_MARKS).flatMap((year) => yearMarks(edition, year));

/** Those of a year, the oldest first, of one moment the larger id: in every list that is the older. */
export const yearMarks = (edition: Edition, year: string): readonly RecordMark[] =>
  (edition.reduced(RECORD_MARKS, year)?.split('\n') ?? []).map((line) => {
    const space = line.lastIndexOf(' ');
    return { id: line.slice(0, space), year, digest: line.slice(space + 1) || undefined };
  });

/**
 * The full-text indexes of these announcements, in the order of search.
 * @param marks the oldest first
 * @param now the year of the build
 * @param recordsOf gives the records of these ids, in the same order
 */
export function shardsFrom(
  marks: readonly RecordMark[],
  now: string,
  recordsOf: (ids: readonly string[]) => readonly SearchRecord[],
): readonly IndexShard[] {
  const years = marks.map(({ year }) => year);
  return shardsOf(years, now).flatMap(
    ({ name, from, to }) => shardOf(name, marks.slice(from, to), recordsOf) ?? [],
  );
}

/** One full-text index under a name; nothing if all of its announcements were withdrawn. See `shardsFrom`. */
export function shardOf(
  name: string,
  marks: readonly RecordMark[],
  recordsOf: (ids: readonly string[]) => readonly SearchRecord[],
): IndexShard | undefined {
  const own = marks.filter(({ digest }) => digest !== undefined);
  if (own.length === 0) return undefined;
  const ids = own.map(({ id }) => id);
  const tag = tagOfShard(own.map(({ digest }) => digest!));
  return {
    name,
    folder: `${name}.${tag}`,
    language: `zz-x-${name}`,
    tag,
    newest: own.at(-1)!.year,
    count: ids.length,
    records: () => recordsOf(ids),
  };
}

/** 24 digits that change with the id or any word of a record, and with nothing else. */
export const recordDigest = ({ id, sections }: SearchRecord): string =>
  sha256(JSON.stringify([id, sections])).slice(0, 24);

/**
 * 16 digits that change with any record of an index, and with what makes it: the same tag means the same bytes.
 * @param recordDigests `recordDigest` of each, the oldest first
 */
export const tagOfShard = (recordDigests: readonly string[]): string =>
  sha256([indexMaker(), ...recordDigests].join(' ')).slice(0, 16);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
