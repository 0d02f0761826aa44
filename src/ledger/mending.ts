import type { LedgerFiles } from '../core/corpus/ledger-folder.ts';
import { digestBytes } from '../core/corpus/digest.ts';
import { readBook, treeOf, type Book } from '../core/ledger/book.ts';
import { checkpointsIn, faultsOfCheckpoints } from '../core/ledger/signed.ts';
import { recordName } from '../core/ledger/version-record.ts';
import { write } from './folder.ts';
import { sha256 } from './hashes.ts';
import { hasConflict, sideOf, SIDES, type Side } from './mending/sides.ts';

/** What became of a ledger that two machines had appended to. */
interface Mended {
  readonly kept: number;
  /** Leaves of the other side, which are to be registered again behind the kept ones. */
  readonly dropped: number;
}

/** A ledger as one side has it. */
interface Candidate {
  readonly files: LedgerFiles;
  readonly book: Book;
  readonly signedSize: number;
}

/**
 * Takes one side of a ledger in which git has marked a conflict: the one that was signed, else the one that git names
 * first. What was signed is never put in another order.
 * @returns why it cannot, without writing anything; undefined where nothing is in conflict
 */
export function mendLedger(contentDir: string, files: LedgerFiles): Mended | string | undefined {
  if (!isInConflict(files)) return undefined;
  const sound = SIDES.map((side) => candidate(files, side));
  if (isSplit(files)) return '两边各自签过名，公开记录分成了两份，合不起来：请技术人员查清哪一份是读者看到的';
  const [first, second] = sound;
  const chosen = [first, second]
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => b.signedSize - a.signedSize)[0];
  if (!chosen) return '两边都和签过名的总摘要对不上：请从备份里放回 content/ledger';
  const records = recordsOf(chosen, files);
  if (typeof records === 'string') return records;
  for (const { path, text } of chosen.files.leaves) write(contentDir, path, text);
  if (chosen.files.checkpoints !== undefined) write(contentDir, 'checkpoints.txt', chosen.files.checkpoints);
  for (const [name, text] of records) write(contentDir, `records/${name}`, text);
  const all = SIDES.map((side) => readBook(onSide(files, side)).leaves.map(({ id, rev }) => `${id} ${rev}`));
  const own = new Set(chosen.book.leaves.map(({ id, rev }) => `${id} ${rev}`));
  const others = new Set(all.flat().filter((one) => !own.has(one)));
  return { kept: chosen.book.leaves.length, dropped: others.size };
}

const isInConflict = ({ leaves, checkpoints }: LedgerFiles): boolean =>
  leaves.some(({ text }) => hasConflict(text)) || hasConflict(checkpoints ?? '');

const onSide = (files: LedgerFiles, side: Side): LedgerFiles => ({
  ...files,
  leaves: files.leaves.map(({ path, text }) => ({ path, text: sideOf(text, side) })),
  checkpoints: files.checkpoints === undefined ? undefined : sideOf(files.checkpoints, side),
});

/** Undefined where a side does not hold by itself. */
function candidate(files: LedgerFiles, side: Side): Candidate | undefined {
  const own = onSide(files, side);
  const book = readBook(own);
  const { signed, faults } = checkpointsIn(own);
  if (book.faults.length + faults.length > 0) return undefined;
  if (faultsOfCheckpoints(signed, treeOf(book, digestBytes)).length > 0) return undefined;
  return { files: own, book, signedSize: signed.at(-1)?.size ?? 0 };
}

/** Whether both sides have signed something that the other has not. */
function isSplit(files: LedgerFiles): boolean {
  const [a = '', b = ''] = SIDES.map((side) => onSide(files, side).checkpoints ?? '');
  return !a.startsWith(b) && !b.startsWith(a);
}

/** Records that both sides have written, each as its leaf says; in words where neither is. */
function recordsOf(
  { book }: Candidate,
  { record }: LedgerFiles,
): readonly (readonly [string, string])[] | string {
  const chosen: (readonly [string, string])[] = [];
  for (const leaf of book.leaves) {
    const name = recordName(leaf);
    const text = record(name);
    if (text === undefined || !hasConflict(text)) continue;
    const own = SIDES.map((side) => sideOf(text, side)).find(
      (one) => `sha256:${sha256(one)}` === leaf.record,
    );
    if (own === undefined) return `登记的内容 ${name} 两边都和登记的对不上：请从备份里放回 content/ledger`;
    chosen.push([name, own]);
  }
  return chosen;
}
