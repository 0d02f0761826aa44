import type { LedgerFiles } from '../corpus/ledger-folder.ts';
import type { Digest } from '../transparency-log/hashing.ts';
import { leafHash } from '../transparency-log/hashing.ts';
import { MerkleTree } from '../transparency-log/tree.ts';
import { parseLeaf, type Leaf } from './leaf.ts';

/** What is wrong with the ledger itself. */
export interface LedgerFault {
  /** From the folder of the ledger. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** Of whose announcement. */
  readonly id?: string | undefined;
}

/** The ledger as it was read: its leaves in order, and where each announcement stands. */
export interface Book {
  readonly leaves: readonly Leaf[];
  /** The bytes of a leaf as they are hashed. */
  readonly entry: (index: number) => Uint8Array;
  /** Indexes of the leaves of an announcement, the oldest first; none where it is not registered. */
  readonly of: (id: string) => readonly number[];
  readonly ids: ReadonlySet<string>;
  readonly faults: readonly LedgerFault[];
}

const utf8 = new TextEncoder();

/** Reads the leaves. Lines that are no leaves, or not in their place, are told and let out. */
export function readBook({ leaves: files }: Pick<LedgerFiles, 'leaves'>): Book {
  const [leaves, lines]: [Leaf[], string[]] = [[], []];
  const places = new Map<string, number[]>();
  const faults: LedgerFault[] = [];
  for (const { path, text } of files) {
    const found = text.split('\n');
    if (found.pop() !== '') faults.push({ path, line: found.length + 1, message: '最后一行不完整' });
    for (const [at, line] of found.entries()) {
      const leaf = parseLeaf(line);
      const own = places.get(leaf?.id ?? '') ?? [];
      const message = leaf ? misplaced(leaf, own, leaves) : '这一行不是登记写下的样子';
      if (!leaf || message !== undefined) {
        faults.push({ path, line: at + 1, message: message! });
        continue;
      }
      places.set(leaf.id, [...own, leaves.length]);
      leaves.push(leaf);
      lines.push(line);
    }
  }
  return {
    ...{ leaves, faults },
    entry: (index) => utf8.encode(lines[index]),
    of: (id) => places.get(id) ?? [],
    ids: new Set(places.keys()),
  };
}

/** Why a leaf cannot stand here; undefined where it can. @param own indexes of the leaves of its announcement before it */
function misplaced(leaf: Leaf, own: readonly number[], leaves: readonly Leaf[]): string | undefined {
  const last = own.at(-1);
  if (leaf.prev !== last) return '这一行接的不是这份公告的上一条登记';
  if (last !== undefined && leaf.rev <= leaves[last]!.rev) return '版本号没有比上一条登记大';
  return undefined;
}

/** The tree over all leaves. */
export function treeOf({ leaves, entry }: Book, digest: Digest): MerkleTree {
  const tree = new MerkleTree(digest);
  for (const index of leaves.keys()) tree.append(leafHash(digest, entry(index)));
  return tree;
}
