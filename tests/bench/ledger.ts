import { digestBytes } from '../../src/core/corpus/digest.ts';
import { onceByName } from '../../src/core/edition/once.ts';
import { printLeaf } from '../../src/core/ledger/leaf.ts';
import { servedLedger, type ServedLedger } from '../../src/core/ledger/served.ts';
import { printCheckpoints } from '../../src/core/ledger/signed.ts';
import { printCheckpoint } from '../../src/core/transparency-log/checkpoint.ts';
import { leafHash } from '../../src/core/transparency-log/hashing.ts';
import { signNote } from '../../src/core/transparency-log/note.ts';
import { MerkleTree } from '../../src/core/transparency-log/tree.ts';
import { sha256 } from '../../src/ledger/hashes.ts';
import { signerOf } from '../../src/ledger/key.ts';
import type { Figures } from './figures.ts';

const LEAVES = 100_000;
/** So many announcements of a large city's day are signed for at once. */
const A_DAY = 50;

/** Processor time that all tiles and receipts may take, in seconds. */
const CPU_SECONDS = 10;
/** Files that one more leaf may change: the page, checkpoint, record, receipt, bundle and tiles. */
const MOST_CHANGED = 7;

const NAME = 'ggzy.example.gov.cn/ledger';
const { key, sign } = signerOf(NAME, new Uint8Array(32));

/** All that a site serves of a ledger of 100,000 leaves, and what one more changes. Nothing is written. */
export async function run(figures: Figures): Promise<void> {
  const lines = Array.from({ length: LEAVES + 1 }, (_, index) => leafOf(index));
  const signed = signedIn(lines);
  const before = await figures.stage(`tiles and receipts of ${LEAVES.toLocaleString('en-US')} leaves`, () => {
    const start = process.cpuUsage();
    const files = filesOf(ledger(lines.slice(0, -1), signed.slice(0, -1)), LEAVES);
    const { user, system } = process.cpuUsage(start);
    figures.goal('tiles and receipts, CPU', (user + system) / 1e6, CPU_SECONDS, 's');
    return files;
  });
  if (!before) return;
  await figures.stage('one leaf more', () => {
    const after = filesOf(ledger(lines, signed), LEAVES + 1);
    const changed = [...after].filter(([path, bytes]) => before.get(path) !== bytes).length;
    const gone = [...before.keys()].filter((path) => !after.has(path)).length;
    // The page of the ledger and the record of the leaf stand beside these.
    figures.goal('files that one leaf more changes', changed + gone + 2, MOST_CHANGED, 'files');
  });
}

const leafOf = (index: number): string =>
  printLeaf({
    ...{ at: '2026-03-02T09:00:00+08:00', event: 'publish', id: `gm-tz-${index}`, rev: 1, v: 1 },
    record: `sha256:${sha256(String(index))}`,
  });

/** A checkpoint a day, and one for the last leaf. */
function signedIn(lines: readonly string[]): readonly string[] {
  const tree = new MerkleTree(digestBytes);
  const notes: string[] = [];
  for (const [index, line] of lines.entries()) {
    tree.append(leafHash(digestBytes, new TextEncoder().encode(line)));
    const size = index + 1;
    if (size % A_DAY === 0 || size === lines.length)
      notes.push(signNote(printCheckpoint({ origin: NAME, size, root: tree.root() }), key, sign));
  }
  return notes;
}

function ledger(lines: readonly string[], notes: readonly string[]): ServedLedger {
  const leaves = [{ path: 'leaves/2026.ndjson', text: lines.map((line) => `${line}\n`).join('') }];
  const files = { leaves, checkpoints: printCheckpoints(notes), vkey: undefined, record: () => '{}' };
  return servedLedger(NAME, () => files, digestBytes, onceByName());
}

/** Digests of the files by their paths: the files themselves are 160 MB. */
function filesOf(served: ServedLedger, size: number): ReadonlyMap<string, string> {
  const files = new Map([['checkpoint', served.facts().signed!.note]]);
  for (const path of served.tiles()) files.set(path, sha256(served.tile(path)));
  for (let index = 0; index < size; index += 1)
    files.set(`proofs/${index}`, sha256(served.leaf(index).receipt));
  return files;
}
