import { markFaults } from './corpus/attachment/findings.ts';
import { contentFault, type Inspect, type Seen } from './corpus/attachment-content.ts';
import type { Mark } from './corpus/attachment/mark.ts';
import type { Words } from './corpus/corpus.ts';
import type { Finding } from './diagnostic.ts';
import { codeOfPersonal, findPersonal, maskPersonal, wordsOf } from './privacy.ts';

/**
 * Announcements whose attachments are opened in a run over the whole archive, the newest ones. What is older was
 * looked at when it was new, and does not change; to open all would take minutes with 10,000. One that excuses a
 * finding by 例外 is opened whatever its age, for an exception must have something to excuse.
 */
export const MOST_OPENED = 100;

/** Most findings of one attachment: what has more is a list of persons. */
const MOST_TOLD = 5;

/** What has attachments and says which. */
interface Bearer extends Pick<Words, 'file' | 'frontMatter' | 'body' | 'attachments'> {
  id: string;
  announcement: {
    publishedAt: string;
    attachments?: readonly { file: string }[] | undefined;
    exceptions?: unknown;
  };
}

/** Holds the words of all attachments of an announcement against it; of one that could not be read there are none. */
type Compare = (
  id: string,
  read: readonly Required<Pick<Seen, 'texts'> & { file: string }>[],
) => readonly Finding[];

/** Holds what attachments are against what they are called, and looks for personal data in those that have words. */
export function checkAttached(
  entries: readonly Bearer[],
  about: ReadonlySet<string> | undefined,
  pathOf: (entry: Pick<Bearer, 'file'>, file: string) => string,
  inspect: Inspect,
  compare: Compare,
): readonly Finding[] {
  const looked = chosen(entries, about);
  const files = looked.flatMap((entry) =>
    entry.attachments.map(({ file }) => ({ entry, file, path: pathOf(entry, file) })),
  );
  const seen = inspect(files.map(({ path }) => path));
  const all = files.map((one, index) => ({ ...one, seen: seen[index] }));
  const byEntry = Map.groupBy(all, ({ entry }) => entry);
  return looked.flatMap((entry) => {
    const own = byEntry.get(entry) ?? [];
    return [
      ...own.flatMap((one) => findingsOf(entry, one.file, one.seen)),
      ...compare(
        entry.id,
        own.map((one) => ({ file: one.file, texts: one.seen?.texts ?? [] })),
      ),
    ];
  });
}

function chosen(entries: readonly Bearer[], about: ReadonlySet<string> | undefined): readonly Bearer[] {
  const withFiles = entries.filter(({ attachments }) => attachments.length > 0);
  if (about) return withFiles.filter(({ id }) => about.has(id));
  const newest = withFiles.toSorted(
    ({ announcement: { publishedAt: a } }, { announcement: { publishedAt: b } }) =>
      a < b ? 1 : a > b ? -1 : 0,
  );
  return newest.filter(
    ({ announcement }, index) => index < MOST_OPENED || announcement.exceptions !== undefined,
  );
}

function findingsOf(
  { id, announcement, frontMatter, body }: Bearer,
  file: string,
  seen: Seen | undefined,
): readonly Finding[] {
  const name = file.normalize('NFC');
  const position = (announcement.attachments ?? []).findIndex((one) => one.file.normalize('NFC') === name);
  const at = `attachments.${position}.file`;
  return seen ? checkFile(file, seen, `${frontMatter}\n${body}`).map((told) => ({ ...told, id, at })) : [];
}

/**
 * Holds what was seen of a file against what it is called, and looks for personal data in its words.
 * @param words the words of the announcement: who is named there may be named in the file
 */
export function checkFile(file: string, seen: Seen, words: string): readonly Omit<Finding, 'id' | 'at'>[] {
  const fault = contentFault(file, seen);
  if (fault) return [fault];
  const marks = [...(seen.marks ?? []), ...(seen.isUnfinished ? [UNFINISHED] : [])];
  const told = markFaults(file, marks, words);
  return [...told.map((one) => ({ ...one, message: maskPersonal(one.message) })), ...personalIn(file, seen)];
}

const UNFINISHED: Mark = { what: 'unread', detail: '看得太久或者太大，中途停了' };

function personalIn(
  file: string,
  { kind, texts = [] }: Seen,
): readonly Pick<Finding, 'code' | 'message' | 'help'>[] {
  return texts
    .flatMap((text, page) =>
      text.split('\n').flatMap((line) => findPersonal(line).map((found) => ({ found, page: page + 1 }))),
    )
    .slice(0, MOST_TOLD)
    .map(({ found, page }) => {
      const { message, help } = wordsOf(found);
      const place = kind === 'pdf' ? `第 ${page} 页` : '';
      return { code: codeOfPersonal(found), message: `附件“${file}”${place}里的${message}`, help };
    });
}
