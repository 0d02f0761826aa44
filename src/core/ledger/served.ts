import type { LedgerFiles } from '../corpus/ledger-folder.ts';
import { printCheckpoint } from '../transparency-log/checkpoint.ts';
import { printProof } from '../transparency-log/proof.ts';
import { partialTiles, tileBytes, tilePath, tilesOf, type Tile } from '../transparency-log/tiles.ts';
import type { Digest } from '../transparency-log/hashing.ts';
import type { MerkleTree } from '../transparency-log/tree.ts';
import { readBook, treeOf, type Book } from './book.ts';
import type { Leaf } from './leaf.ts';
import { checkpointsIn, type SignedCheckpoint } from './signed.ts';
import { recordName } from './version-record.ts';

/** What a ledger has come to. */
interface LedgerFacts {
  readonly size: number;
  readonly root: Uint8Array;
  /** The last signed note, word for word, and how many leaves it signs for; undefined where nothing was signed. */
  readonly signed: { readonly note: string; readonly size: number } | undefined;
  /** Keys, one a line: the one that signs now, then those of earlier times. */
  readonly vkey: string | undefined;
}

/** A leaf as the site has it. */
interface ServedLeaf {
  readonly leaf: Leaf;
  /** `gm-js-2026-012-tender/1.json`; undefined where the law has removed it. */
  readonly record: string | undefined;
  /** The text of its receipt. */
  readonly receipt: string;
}

/** What the site asks of the ledger. */
export interface ServedLedger {
  facts(): LedgerFacts;
  leaf(index: number): ServedLeaf;
  /** The leaves of an announcement, the oldest first, each with its index. */
  registered(id: string): readonly { readonly index: number; readonly leaf: Leaf }[];
  /** Paths of all tiles and bundles, those of each signed size too, from the address of the ledger. */
  tiles(): readonly string[];
  tile(path: string): Uint8Array;
}

/** The ledger of a site; what is costly is made on the first question. */
export function servedLedger(
  name: string,
  files: () => LedgerFiles,
  digest: Digest,
  once: <T>(name: string, make: () => T) => T,
): ServedLedger {
  const read = (): LedgerFiles => once('ledger files', files);
  const book = (): Book => once('ledger book', () => readBook(read()));
  const tree = (): MerkleTree => once('ledger tree', () => treeOf(book(), digest));
  const signed = (): readonly SignedCheckpoint[] => once('ledger signed', () => checkpointsIn(read()).signed);
  const tiles = (): ReadonlyMap<string, Tile> =>
    once('ledger tiles', () => tilesServed(book().leaves.length, signed()));
  return {
    facts: () => {
      const last = signed().at(-1);
      return {
        ...{ size: book().leaves.length, root: tree().root() },
        signed: last && { note: last.note, size: last.size },
        vkey: read().vkey,
      };
    },
    leaf: (index) => ({
      leaf: book().leaves[index]!,
      record: recordServed(book().leaves[index]!, read()),
      receipt: receiptOf(index, { name, book: book(), tree: tree(), signed: signed() }),
    }),
    registered: (id) =>
      book()
        .of(id)
        .map((index) => ({ index, leaf: book().leaves[index]! })),
    tiles: () => [...tiles().keys()],
    tile: (path) => tileBytes(tiles().get(path)!, { tree: tree(), entries: book().entry }),
  };
}

function recordServed(leaf: Leaf, { record }: LedgerFiles): string | undefined {
  const own = recordName(leaf);
  return record(own) === undefined ? undefined : own;
}

/** Partial tiles stay for every size that was signed, since somebody may hold its checkpoint. */
function tilesServed(size: number, signed: readonly SignedCheckpoint[]): ReadonlyMap<string, Tile> {
  const earlier = signed.flatMap((one) => partialTiles(one.size));
  return new Map([...earlier, ...tilesOf(size)].map((tile) => [tilePath(tile), tile]));
}

/** Place of the first signed size that holds a leaf; their number where none does. Sizes grow. */
function firstHolding(signed: readonly SignedCheckpoint[], index: number): number {
  let [low, high] = [0, signed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (signed[middle]!.size > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** It is issued once: at the first checkpoint that holds the leaf; without a key at the size that the leaf made. */
function receiptOf(
  index: number,
  {
    name,
    book,
    tree,
    signed,
  }: { name: string; book: Book; tree: MerkleTree; signed: readonly SignedCheckpoint[] },
): string {
  const first = signed[firstHolding(signed, index)];
  const size = first?.size ?? index + 1;
  const unsigned = `${printCheckpoint({ origin: name, size, root: tree.root(size) })}\n`;
  return printProof({
    extra: book.entry(index),
    index,
    hashes: tree.inclusion(index, size),
    checkpoint: first?.note ?? unsigned,
  });
}
