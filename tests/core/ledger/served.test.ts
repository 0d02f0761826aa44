import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LedgerFiles } from '../../../src/core/corpus/ledger-folder.ts';
import { onceByName } from '../../../src/core/edition/once.ts';
import { printLeaf, type Leaf } from '../../../src/core/ledger/leaf.ts';
import { servedLedger } from '../../../src/core/ledger/served.ts';
import { printCheckpoints } from '../../../src/core/ledger/signed.ts';
import { parseCheckpoint, printCheckpoint } from '../../../src/core/transparency-log/checkpoint.ts';
import { signNote, verifierKey } from '../../../src/core/transparency-log/note.ts';
import { parseProof } from '../../../src/core/transparency-log/proof.ts';
import { leafHash } from '../../../src/core/transparency-log/hashing.ts';
import { rootFromInclusion } from '../../../src/core/transparency-log/inclusion.ts';

const NAME = 'ggzy.example.gov.cn/ledger';
const digest = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const key = verifierKey(digest, NAME, new Uint8Array(32));

/** A leaf of an announcement of its own. */
const leafOf = (index: number): Leaf => ({
  ...{ at: '2026-03-02T09:00:00+08:00', event: 'publish', id: `gm-tz-${index}`, rev: 1, v: 1 },
  record: `sha256:${Buffer.from(digest(new TextEncoder().encode(String(index)))).toString('hex')}`,
});

/** A ledger of so many leaves, of which these sizes were signed. */
function ledger(size: number, signed: readonly number[] = []) {
  const text = Array.from({ length: size }, (_, index) => `${printLeaf(leafOf(index))}\n`).join('');
  const files: LedgerFiles = {
    leaves: [{ path: 'leaves/2026.ndjson', text }],
    checkpoints: undefined,
    vkey: undefined,
    record: () => '{}',
  };
  const notes = signed.map((one) =>
    signNote(
      printCheckpoint({ origin: NAME, size: one, root: servedOf(files.leaves[0]!.text, one) }),
      key,
      () => new Uint8Array(64),
    ),
  );
  const checkpoints = notes.length > 0 ? printCheckpoints(notes) : undefined;
  return servedLedger(NAME, () => ({ ...files, checkpoints }), digest, onceByName());
}

/** The root of the first leaves of a text. */
function servedOf(text: string, size: number): Uint8Array {
  const first = text.split('\n').slice(0, size).join('\n');
  const leaves = [{ path: 'leaves/2026.ndjson', text: `${first}\n` }];
  const files = { leaves, checkpoints: undefined, vkey: undefined, record: () => '{}' };
  return servedLedger(NAME, () => files, digest, onceByName()).facts().root;
}

test.each([1, 2, 255, 256, 257, 600])(
  'of %i leaves each has a receipt that leads to the root of its checkpoint',
  (size) => {
    const served = ledger(size, [size]);
    for (const index of [0, Math.floor(size / 2), size - 1]) {
      const proof = parseProof(served.leaf(index).receipt)!;
      const checkpoint = parseCheckpoint(proof.checkpoint)!;
      expect(checkpoint).toMatchObject({ origin: NAME, size });
      expect(checkpoint.root).toEqual(served.facts().root);
      const leaf = leafHash(digest, proof.extra!);
      expect(rootFromInclusion(digest, { index, size, leaf }, proof.hashes)).toEqual(checkpoint.root);
    }
  },
);

test('a receipt is issued once: when the ledger grows it stays as it is', () => {
  const [before, after] = [ledger(300, [257, 300]), ledger(700, [257, 300, 512, 700])];
  for (const index of [0, 256, 257, 299]) expect(after.leaf(index).receipt).toBe(before.leaf(index).receipt);
  expect(parseCheckpoint(parseProof(after.leaf(0).receipt)!.checkpoint)!.size).toBe(257);
});

test('without a key a receipt is not signed, and stays as it is when the ledger grows', () => {
  const { receipt } = ledger(3).leaf(1);
  expect(receipt.endsWith('\n\n')).toBe(true);
  expect(receipt).not.toContain('—');
  expect(ledger(9).leaf(1).receipt).toBe(receipt);
  expect(ledger(3).facts().signed).toBeUndefined();
});

test('full tiles stay the same byte for byte, and the partial ones of each signed size stay', () => {
  const [before, after] = [ledger(300, [257, 300]), ledger(700, [257, 300, 700])];
  expect(after.tiles()).toEqual(expect.arrayContaining([...before.tiles()]));
  for (const path of before.tiles()) expect(after.tile(path), path).toEqual(before.tile(path));
  expect(after.tiles()).toEqual(
    expect.arrayContaining(['tile/0/001.p/1', 'tile/0/001.p/44', 'tile/entries/001.p/44', 'tile/1/000.p/2']),
  );
});

test('a ledger without leaves has no tiles', () => {
  expect(ledger(0).tiles()).toEqual([]);
  expect(ledger(0).facts().size).toBe(0);
});
