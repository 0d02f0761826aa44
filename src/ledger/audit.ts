import { checkKept, type Kept } from './audit/kept.ts';
import { checkLeaves } from './audit/leaves.ts';
import { readLog } from './audit/log.ts';
import { checkPages } from './audit/pages.ts';
import { readHead } from './audit/head.ts';
import type { Answer } from './audit/report.ts';
import type { Source } from './audit/source.ts';

interface Brought {
  /** The reader's own keys, as lines; undefined takes that of the site. */
  readonly key: string | undefined;
  readonly kept: readonly Kept[];
}

/**
 * Holds a finished site against its ledger: signature, entries, tiles, what was kept of earlier times, records, receipts
 * and announcements.
 * @throws {NotVerifiable} where there is nothing to verify; {Unreachable} where the site does not answer
 */
export async function* audit(source: Source, { key, kept }: Brought): AsyncGenerator<Answer> {
  const head = await readHead(source, key);
  yield* head.answers;
  const { book, tree, answers } = await readLog(source, head.checkpoint);
  yield* answers;
  for (const one of kept) yield* await checkKept(source, one, { head, tree });
  // Of leaves that are not as they were nothing more is to be said.
  if (answers.some(({ outcome }) => outcome === '不一致')) return;
  yield* await checkLeaves(source, { head, book, tree });
  yield* await checkPages(source, book);
}
