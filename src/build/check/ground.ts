import { loadCorpus } from '../../core/corpus/load.ts';
import type { AnnouncementFile } from '../../core/corpus/content-folder.ts';
import type { Corpus, Entry, Words } from '../../core/corpus/corpus.ts';
import { AnnouncementTable } from '../announcements.ts';
import { HallTable } from '../hall.ts';
import { NameTable } from '../names.ts';
import { PastTable } from '../past.ts';
import type { State } from '../state.ts';
import type { CheckOrder } from './order.ts';

/** What a check remembers of the one before. */
interface Tables {
  readonly announcements: AnnouncementTable;
  readonly names: NameTable;
  readonly hall: HallTable;
  readonly past: PastTable;
}

/** What one run of the check stands on. */
export interface Ground {
  readonly state: State;
  readonly order: CheckOrder;
  readonly tables: Tables;
  /** Ids of all announcements as they are now. */
  readonly ids: ReadonlySet<string>;
}

export const openTables = (state: State): Tables => ({
  announcements: new AnnouncementTable(state),
  names: new NameTable(state),
  hall: new HallTable(state),
  past: new PastTable(state),
});

/** Ids of those files that could be read when they were last looked at. */
export const entriesIn = (
  { announcements }: Pick<Tables, 'announcements'>,
  files: readonly string[],
): ReadonlySet<string> =>
  new Set(announcements.some(files.filter((file) => announcements.isEntry(file))).map(({ id }) => id));

/** Reads announcements, and all settings. @param about ids whose originals are looked at */
export function readFiles(
  { order, ids }: Ground,
  read: readonly AnnouncementFile[],
  about: ReadonlySet<string>,
): Corpus {
  const files = read.map(({ file }) => file);
  return loadCorpus(order.contentDir, undefined, { read, ids, files, about });
}

/** What was read of each file, whether or not it could be understood. */
export const wordsByFile = ({ entries, unreadable }: Corpus): ReadonlyMap<string, Words | Entry> =>
  new Map([...unreadable, ...entries].map((words) => [words.file, words]));

/** Undefined of what could not be understood. */
export const entryIn = (words: Words | Entry | undefined): Entry | undefined =>
  words && 'announcement' in words ? words : undefined;
