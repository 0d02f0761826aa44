import { dirname, join } from 'node:path/posix';
import type { Instant } from '../announcement/instant.ts';
import { isReadable } from '../announcement/withdrawal.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { diagnostic } from '../corpus/front-matter.ts';
import { LEDGER } from '../corpus/ledger-folder.ts';
import type { Site } from '../corpus/settings/site.ts';
import type { Diagnostic, Finding } from '../diagnostic.ts';
import type { LedgerFault } from '../ledger/book.ts';
import { judgePublished, type Hash, type Present } from '../ledger/judge.ts';
import type { Breach, Published } from '../ledger/published.ts';
import type { AttachedFile } from '../ledger/record.ts';

/** What is known of the announcements that were published, and the means to compare them. */
export interface History {
  readonly kept: ReadonlyMap<string, Published>;
  /** The present moment, where it is to be asked which announcements appear late. */
  readonly now?: Instant | undefined;
  readonly hash: Hash;
  /** Size in bytes and SHA-256 of the file at a path. */
  readonly digestFile: (path: string) => Omit<AttachedFile, 'name'>;
  /** Whether what is published is registered in a ledger, which holds those that have a number. */
  readonly registers?: boolean | undefined;
  /** What is wrong with the ledger. */
  readonly faults?: readonly LedgerFault[] | undefined;
}

/** Finds the history of a site with announcements of these ids; undefined where none is kept, or none counts. */
export type Recall = (site: Site | undefined, ids: ReadonlySet<string>) => History | undefined;

/** Holds announcements against what was published of them; with `about`, those alone. */
export function checkPublished(
  { entries, ids, site }: Corpus,
  options: {
    contentDir: string;
    about: ReadonlySet<string> | undefined;
    recall: Recall;
    place: (finding: Finding) => Diagnostic;
  },
): readonly Diagnostic[] {
  const history = options.recall(site, ids);
  if (!history) return [];
  // What was withdrawn for personal data may go from its file too: the law asks for it.
  const hidden = new Set(entries.filter(({ announcement }) => !isReadable(announcement)).map(({ id }) => id));
  // Of what cannot be read as it was registered nothing more is said.
  const spoiled = new Set(history.faults?.flatMap(({ id }) => id ?? []));
  const isMeant = ({ id }: { id: string }): boolean =>
    !hidden.has(id) && !spoiled.has(id) && (options.about?.has(id) ?? true);
  const kept = new Map([...history.kept].filter(([, one]) => isMeant(one)));
  const present = entries
    .filter(isMeant)
    .map((entry) => presentOf(entry, options.contentDir, history.digestFile));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [
    ...(history.faults ?? []).map((fault) => broken(fault, byId.get(fault.id ?? ''))),
    ...judgePublished({ ...history, kept, present, ids }).map((breach) =>
      placed(breach, byId.get(breach.id), options.place),
    ),
  ];
}

/** What is wrong with the record of an announcement is told with it, so that it is asked again whenever that is. */
const broken = ({ path, line, message, id }: LedgerFault, entry: Entry | undefined): Diagnostic =>
  diagnostic(id !== undefined && entry ? entry.file : `${LEDGER}/${path}`, 'K104', {
    ...{ line: id !== undefined && entry ? 1 : line, column: 1, length: 1 },
    message: `公开记录断了：${message}`,
    help: `从备份里放回 content/${LEDGER}；谁改了它、为什么改，先查清楚`,
  });

/** An announcement with the bytes of its attachments. */
export const presentOf = (
  { id, file, announcement, body, attachments }: Entry,
  contentDir: string,
  digestFile: History['digestFile'],
): Present => ({
  id,
  announcement,
  body,
  attachments: attachments.map(({ file: name }) => ({
    name,
    ...digestFile(join(contentDir, dirname(file), name)),
  })),
});

function placed(
  { code, id, message, help, at, bodyLine, file }: Breach,
  entry: Entry | undefined,
  place: (finding: Finding) => Diagnostic,
): Diagnostic {
  if (at !== undefined) return place({ code, id, at, message, help });
  if (!entry || bodyLine === undefined)
    return diagnostic(file ?? entry!.file, code, { line: 1, column: 1, length: 1, message, help });
  const lines = entry.body.split('\n');
  const isWritten = (line: string): boolean => line.trim() !== '';
  // Of a line that is gone the last one that is left is the nearest.
  const index = Math.min(lines.findIndex(isWritten) + bodyLine, lines.findLastIndex(isWritten));
  const length = Math.max(1, [...(lines[index] ?? '')].length);
  return diagnostic(entry.file, code, {
    line: entry.bodyLine + Math.max(0, index),
    column: 1,
    length,
    field: '正文',
    message,
    help,
  });
}
