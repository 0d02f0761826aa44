import { checkKept, type Kept } from './audit/kept.ts';
import { checkLeaves } from './audit/leaves.ts';
import { readLog } from './audit/log.ts';
import { checkPages } from './audit/pages.ts';
import { readHead } from './audit/head.ts';
import { NotVerifiable, type Answer } from './audit/report.ts';
import { printCheckpoint } from '../core/transparency-log/checkpoint.ts';
import type { Source } from './audit/source.ts';

interface Brought {
  /** The reader's own keys, as lines; undefined takes that of the site. */
  readonly key: string | undefined;
  readonly kept: readonly Kept[];
}

/** What a witness asks: whether the log holds, and what was kept is its beginning. @throws as below */
export async function auditLog(
  source: Source,
  kept: readonly Kept[],
): Promise<{ readonly faults: readonly string[]; readonly note: string; readonly text: string }> {
  const head = await readHead(source, undefined);
  if (head.note === undefined) throw new NotVerifiable('总摘要没有签名');
  const { tree, answers } = await readLog(source, head.checkpoint);
  const found = [...head.answers, ...answers];
  for (const one of kept) found.push(...(await checkKept(source, one, { head, tree })));
  const faults = found.filter(({ outcome }) => outcome === '不一致').map(({ words }) => words);
  return { faults, note: head.note, text: printCheckpoint(head.checkpoint) };
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
