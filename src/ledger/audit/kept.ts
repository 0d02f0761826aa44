import { parseCheckpoint, type Checkpoint } from '../../core/transparency-log/checkpoint.ts';
import { parseProof } from '../../core/transparency-log/proof.ts';
import { partialTiles, tilePath } from '../../core/transparency-log/tiles.ts';
import type { MerkleTree } from '../../core/transparency-log/tree.ts';
import { signatureFault, type Head } from './head.ts';
import { all, differs, NotVerifiable, type Answer } from './report.ts';
import type { Source } from './source.ts';

/** A checkpoint that somebody kept: a note of its own, or in a receipt. */
export interface Kept {
  /** Of its file. */
  readonly name: string;
  readonly text: string;
}

/** Whether what was kept is the beginning of what is there now, and its pieces are still served. */
export async function checkKept(
  source: Source,
  { name, text }: Kept,
  { head, tree }: { head: Head; tree: MerkleTree },
): Promise<readonly Answer[]> {
  const kept = parseProof(text)?.checkpoint ?? text;
  const checkpoint = parseCheckpoint(kept);
  if (!checkpoint) throw new NotVerifiable(`${name} 不是总摘要，也不是回执`);
  const isSigned = kept.includes('\n\n\u2014 ');
  const fault = prefixFault(checkpoint, head, tree) ?? (isSigned ? ownFault(kept, head) : undefined);
  if (fault !== undefined) return [differs(`${name}：${fault}`)];
  const missing = isSigned ? await missingTiles(source, checkpoint.size) : [];
  return all(missing, `${name}：当时的 ${checkpoint.size} 条都还在前面，一条也没有变`);
}

function prefixFault(
  { origin, size, root }: Checkpoint,
  { checkpoint }: Head,
  tree: MerkleTree,
): string | undefined {
  if (origin !== checkpoint.origin) return `是登记簿 ${origin} 的，不是这一份`;
  if (size > tree.size) return `当时有 ${size} 条，现在只剩 ${tree.size} 条`;
  return Buffer.compare(tree.root(size), root) === 0 ? undefined : `前 ${size} 条和当时不一样`;
}

const ownFault = (kept: string, { checkpoint, keys }: Head): string | undefined =>
  signatureFault(kept, checkpoint.origin, keys);

/** Whoever holds a signed checkpoint asks for the pieces of its size; full ones hold them too. */
async function missingTiles(source: Source, size: number): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const tile of partialTiles(size)) {
    const paths = [tile, { ...tile, width: FULL }].map((one) => `ledger/${tilePath(one)}`);
    const found = await Promise.all(paths.map((path) => source.read(path)));
    if (found.every((bytes) => bytes === undefined)) faults.push(`${size} 条时的分块不见了：${paths[0]!}`);
  }
  return faults;
}

const FULL = 256;
