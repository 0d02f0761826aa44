import { digestBytes } from '../../core/corpus/digest.ts';
import type { Book } from '../../core/ledger/book.ts';
import type { Leaf } from '../../core/ledger/leaf.ts';
import { isRemoved } from '../../core/ledger/registered.ts';
import { recordName } from '../../core/ledger/version-record.ts';
import { parseCheckpoint } from '../../core/transparency-log/checkpoint.ts';
import { leafHash } from '../../core/transparency-log/hashing.ts';
import { rootFromInclusion } from '../../core/transparency-log/inclusion.ts';
import { parseProof } from '../../core/transparency-log/proof.ts';
import type { MerkleTree } from '../../core/transparency-log/tree.ts';
import { sha256 } from '../hashes.ts';
import { signatureFault, type Head } from './head.ts';
import { all, type Answer } from './report.ts';
import type { Source } from './source.ts';

interface Log {
  readonly head: Head;
  readonly book: Book;
  readonly tree: MerkleTree;
}

/** What each leaf vouches for is there as it was, and its receipt leads to the tree. */
export async function checkLeaves(source: Source, log: Log): Promise<readonly Answer[]> {
  const { leaves } = log.book;
  const records = await manyOf(source, leaves, (leaf) => recordFault(source, log.book, leaf));
  const receipts = await manyOf(source, leaves, (leaf, index) => receiptFault(source, log, leaf, index));
  return [...all(records, `登记的内容：${leaves.length} 份`), ...all(receipts, `回执：${leaves.length} 份`)];
}

/** Asks something of each, some at a time, and gives the answers that there are, in their order. */
export async function manyOf<T>(
  { atOnce }: Source,
  items: readonly T[],
  ask: (item: T, index: number) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const answers: (string | undefined)[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      answers[index] = await ask(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers.filter((one) => one !== undefined);
}

async function recordFault(source: Source, book: Book, leaf: Leaf): Promise<string | undefined> {
  const path = `ledger/records/${recordName(leaf)}`;
  const bytes = await source.read(path);
  if (!bytes) return isRemoved(book, leaf) ? undefined : `登记的内容不见了：${path}`;
  return `sha256:${sha256(bytes)}` === leaf.record ? undefined : `登记的内容和登记时不一样：${path}`;
}

async function receiptFault(
  source: Source,
  { head, book, tree }: Log,
  { id, rev }: Leaf,
  index: number,
): Promise<string | undefined> {
  const path = `ledger/proofs/${id}-${rev}.tlog-proof`;
  const bytes = await source.read(path);
  if (!bytes) return `回执不见了：${path}`;
  const proof = parseProof(new TextDecoder().decode(bytes));
  const checkpoint = proof && parseCheckpoint(proof.checkpoint);
  if (!proof || !checkpoint || proof.index !== index || checkpoint.size > tree.size)
    return `回执不是这一条的：${path}`;
  const leaf = leafHash(digestBytes, book.entry(index));
  const root = rootFromInclusion(digestBytes, { index, size: checkpoint.size, leaf }, proof.hashes);
  const roots = [root, tree.root(checkpoint.size)];
  if (roots.some((one) => !one || Buffer.compare(one, checkpoint.root) !== 0))
    return `回执和登记对不上：${path}`;
  const isUnsigned = proof.checkpoint.endsWith('\n\n');
  const fault = isUnsigned ? undefined : signatureFault(proof.checkpoint, head.checkpoint.origin, head.keys);
  return fault === undefined ? undefined : `回执的${fault}：${path}`;
}
