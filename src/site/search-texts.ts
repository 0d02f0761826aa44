import type { Edition } from '../core/edition.ts';
import { searchRecord } from './search.ts';
import { RECORD_MARKS, yearMarks } from './search-shards.ts';

/** A page of results shows 20 excerpts at most, each from one file: more in a file costs the reader, fewer the disk. */
export const TEXTS_IN_FILE = 4;

/** A file of the texts that excerpts are taken from: its number in its year, and the announcements in it. */
interface TextFile {
  name: string;
  ids: readonly string[];
}

/** A few announcements in a file, counted from the oldest of the year: a new one changes the last file alone. */
export const textFiles = (edition: Edition): readonly TextFile[] =>
  edition.keys(RECORD_MARKS).flatMap((year) => {
    const ids = yearMarks(edition, year).flatMap(({ id, digest }) => (digest === undefined ? [] : [id]));
    return Array.from({ length: Math.ceil(ids.length / TEXTS_IN_FILE) }, (_, file) => ({
      name: `${year}-${file + 1}`,
      ids: ids.slice(file * TEXTS_IN_FILE, (file + 1) * TEXTS_IN_FILE),
    }));
  });

/** The texts of some announcements; the title is in the catalogue. */
export const textsOf = (
  edition: Edition,
  ids: readonly string[],
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(ids.map((id) => [id, searchRecord(edition, id).sections.slice(1)]));
