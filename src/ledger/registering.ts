import { randomBytes } from 'node:crypto';
import { presentOf } from '../core/check/published.ts';
import { digestFile } from '../core/corpus/digest.ts';
import type { Entry } from '../core/corpus/corpus.ts';
import { readLedger, type LedgerFiles } from '../core/corpus/ledger-folder.ts';
import { additionsTo, adoption, isDue, redaction, type Addition } from '../core/ledger/append.ts';
import { readBook, type Book } from '../core/ledger/book.ts';
import { write, writeAdditions } from './folder.ts';
import { sha256 } from './hashes.ts';

const means = { hash: sha256, salt: () => randomBytes(16).toString('hex') };

const presentIn = (contentDir: string, entries: readonly Entry[]) =>
  entries.map((entry) => presentOf(entry, contentDir, digestFile));

/** What would be registered of announcements that are published as they stand and that nothing stands against. */
export function additionsFor(
  contentDir: string,
  book: Book,
  published: readonly Entry[],
): readonly Addition[] {
  const due = published.filter((entry) => isDue(book, entry));
  return additionsTo(book, presentIn(contentDir, due), means);
}

/**
 * Registers announcements that are published as they stand and that nothing stands against.
 * @param published of the whole archive, or those that have changed
 * @param now the moment of the run, in Shanghai time
 * @returns what was registered; undefined where the content folder keeps no ledger
 */
export function register(
  contentDir: string,
  published: readonly Entry[],
  now: string,
): readonly Addition[] | undefined {
  const files = readLedger(contentDir);
  if (!files) return undefined;
  const additions = additionsFor(contentDir, readBook(files), published);
  writeAdditions(contentDir, files, additions, now);
  return additions;
}

/** Registers that words were made unreadable in an announcement, and takes its earlier records away. */
export function registerRedaction(
  contentDir: string,
  entry: Entry,
  redacted: Parameters<typeof redaction>[2],
): void {
  const files = readLedger(contentDir)!;
  const [present] = presentIn(contentDir, [entry]);
  const addition = redaction(readBook(files), present!, redacted, means);
  writeAdditions(contentDir, files, [addition], redacted.at);
}

const NONE: Pick<LedgerFiles, 'leaves'> = { leaves: [] };

/** Begins the ledger of a content folder with all that is public by now. */
export function beginLedger(contentDir: string, published: readonly Entry[], now: string): number {
  const additions = adoption(readBook(NONE), presentIn(contentDir, published), now, means);
  if (additions.length === 0) write(contentDir, `leaves/${now.slice(0, 4)}.ndjson`, '');
  writeAdditions(contentDir, NONE, additions, now);
  return additions.length;
}
