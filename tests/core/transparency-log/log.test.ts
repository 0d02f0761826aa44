import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/core/transparency-log/base64.ts';
import { parseCheckpoint, printCheckpoint } from '../../../src/core/transparency-log/checkpoint.ts';
import {
  isSignedBy,
  parseNote,
  parseVerifierKey,
  printVerifierKey,
  signNote,
  verifierKey,
} from '../../../src/core/transparency-log/note.ts';
import { parseProof, printProof } from '../../../src/core/transparency-log/proof.ts';
import { entriesIn, tileBytes, tilePath, tilesOf } from '../../../src/core/transparency-log/tiles.ts';
import { leafHash } from '../../../src/core/transparency-log/hashing.ts';
import { rootFromInclusion } from '../../../src/core/transparency-log/inclusion.ts';
import { MerkleTree } from '../../../src/core/transparency-log/tree.ts';

const digest = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const utf8 = new TextEncoder();

/** Written by one program and verified by a client on the Go project's own packages; `ledger.md`, section 6. */
const LEAVES = [
  '{"at":"2026-03-02T09:00:00+08:00","event":"publish","id":"gm-js-2026-012-tender","record":"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","rev":1,"v":1}',
  '{"at":"2026-03-10T09:00:00+08:00","event":"publish","id":"gm-js-2026-012-correction-1","record":"sha256:486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7","rev":1,"v":1}',
  '{"at":"2026-03-11T09:00:00+08:00","event":"erratum","id":"gm-js-2026-012-tender","prev":0,"record":"sha256:9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50","rev":2,"v":1}',
].map((line) => utf8.encode(line));
const HASHES = [
  'Fcc9Ias0rRw4fdTOlvmfCuRe6bDRsO/KOizscXrtVVs=',
  'I7B9ULhRihpZGNa0yHs6wkwZRaHk/ofStYb9brSfuK8=',
  'bMQfRpsyFj5q9B84ZlTrjJDIsXEzMTmTb1VhbzlEj14=',
];
const ROOTS = [
  'Fcc9Ias0rRw4fdTOlvmfCuRe6bDRsO/KOizscXrtVVs=',
  'w09QLWZ8vQ9AUMaSIj0X3keqxQnomAtM0wU0fbeRsFs=',
  'yoQeO1KAk75sj9C8IdjbisXZXFlzOMTNf585GEipMNM=',
];
const ORIGIN = 'ggzy.example.gov.cn/log';
const VKEY = 'ggzy.example.gov.cn/log+f0fc022b+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4';
const SIGNATURE =
  '— ggzy.example.gov.cn/log 8PwCK7HJLlVTkygw4obA/71NQJFWfQdCbsEVMEMyTdhiik817UcGhy0alnLsdjb5bpOBv+9zy3BskwR6yMAcWCwQuwU=\n';

const privateKey = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(Array.from({ length: 32 }, (_, index) => index)),
  ]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
const sign = (bytes: Uint8Array): Uint8Array => signWith(null, bytes, privateKey);
const verify = (signature: Uint8Array, bytes: Uint8Array, key: Uint8Array): boolean =>
  verifyWith(
    null,
    bytes,
    createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]),
      format: 'der',
      type: 'spki',
    }),
    signature,
  );

function treeOf(leaves: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree(digest);
  for (const leaf of leaves) tree.append(leafHash(digest, leaf));
  return tree;
}

test('leaves and roots are those that a foreign client of the format has accepted', () => {
  expect(LEAVES.map(({ length }) => length)).toEqual([178, 184, 187]);
  expect(LEAVES.map((leaf) => toBase64(leafHash(digest, leaf)))).toEqual(HASHES);
  const tree = treeOf(LEAVES);
  expect([1, 2, 3].map((size) => toBase64(tree.root(size)))).toEqual(ROOTS);
  expect(Buffer.from(new MerkleTree(digest).root()).toString('hex')).toBe(
    createHash('sha256').update('').digest('hex'),
  );
});

test('the key, the signed checkpoint and the receipt are those that a foreign client has accepted', () => {
  const key = verifierKey(digest, ORIGIN, publicKey);
  expect(printVerifierKey(key)).toBe(VKEY);
  const tree = treeOf(LEAVES);
  const note = signNote(printCheckpoint({ origin: ORIGIN, size: 3, root: tree.root() }), key, sign);
  expect(note).toBe(`${ORIGIN}\n3\n${ROOTS[2]!}\n\n${SIGNATURE}`);
  const receipt = printProof({ index: 1, hashes: tree.inclusion(1), checkpoint: note });
  expect(receipt).toBe(`c2sp.org/tlog-proof@v1\nindex 1\n${HASHES[0]!}\n${HASHES[2]!}\n\n${note}`);
});

test('a note that was signed is known by its key, and not when a letter of it is another', () => {
  const key = parseVerifierKey(digest, VKEY)!;
  const text = printCheckpoint({ origin: ORIGIN, size: 3, root: treeOf(LEAVES).root() });
  const note = `${text}\n— somebody.else AAAAAAA=\n${SIGNATURE}`;
  expect(isSignedBy(parseNote(note)!, key, verify)).toBe(true);
  expect(isSignedBy(parseNote(note.replace('\n3\n', '\n4\n'))!, key, verify)).toBe(false);
  expect(isSignedBy(parseNote(note)!, { ...key, keyId: '00000000' }, verify)).toBe(false);
  expect(parseCheckpoint(parseNote(note)!.text)).toEqual({
    origin: ORIGIN,
    size: 3,
    root: treeOf(LEAVES).root(),
  });
});

test.each([
  ['no signature', `${ORIGIN}\n3\n${ROOTS[2]!}\n`],
  ['an ASCII dash', `${ORIGIN}\n3\n${ROOTS[2]!}\n\n${SIGNATURE.replace('—', '-')}`],
  ['no last line break', `${ORIGIN}\n3\n${ROOTS[2]!}\n\n${SIGNATURE}`.trimEnd()],
  ['broken base64', `${ORIGIN}\n3\n${ROOTS[2]!}\n\n— a A===\n`],
])('a text with %s is no signed note', (_, note) => {
  expect(parseNote(note)).toBeUndefined();
});

test('a verifier key with the id of another key is refused', () => {
  expect(parseVerifierKey(digest, VKEY)).toBeDefined();
  expect(parseVerifierKey(digest, VKEY.replace('f0fc022b', 'f0fc022c'))).toBeUndefined();
  expect(parseVerifierKey(digest, VKEY.slice(0, -2))).toBeUndefined();
});

test('in a tree of any size each entry is proved, at each size that it ever had, and no other entry is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }).chain((size) =>
        fc.record({
          size: fc.constant(size),
          index: fc.nat(size - 1),
          grown: fc.integer({ min: size, max: 90 }),
        }),
      ),
      ({ size, index, grown }) => {
        const entries = Array.from({ length: grown }, (_, at) => utf8.encode(`entry ${at}`));
        const [tree, before] = [treeOf(entries), treeOf(entries.slice(0, size))];
        const leaf = leafHash(digest, entries[index]!);
        expect(tree.root(size)).toEqual(before.root());
        const proof = tree.inclusion(index, size);
        expect(rootFromInclusion(digest, { index, size, leaf }, proof)).toEqual(before.root());
        const other = leafHash(digest, utf8.encode('another'));
        expect(rootFromInclusion(digest, { index, size, leaf: other }, proof)).not.toEqual(before.root());
        expect(rootFromInclusion(digest, { index, size, leaf }, [...proof, leaf])).toBeUndefined();
      },
    ),
  );
});

test('paths of tiles are those of the specification', () => {
  const path = (index: number, width = 256) => tilePath({ level: 0, index, width });
  expect(path(5)).toBe('tile/0/005');
  expect(path(1_234_067)).toBe('tile/0/x001/x234/067');
  expect(path(1000, 8)).toBe('tile/0/x001/000.p/8');
  expect(tilePath({ level: 'entries', index: 0, width: 256 })).toBe('tile/entries/000');
});

test.each([
  [0, []],
  [1, ['tile/entries/000.p/1', 'tile/0/000.p/1']],
  [255, ['tile/entries/000.p/255', 'tile/0/000.p/255']],
  [256, ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']],
  [257, ['tile/entries/000', 'tile/entries/001.p/1', 'tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
])('a log of %i has these tiles, and no empty ones', (size, paths) => {
  expect(tilesOf(size).map(tilePath)).toEqual(paths);
});

test('a log of 65,793 has three levels', () => {
  const tiles = tilesOf(65_793).map(tilePath);
  expect(tiles.filter((path) => path.startsWith('tile/1/'))).toEqual(['tile/1/000', 'tile/1/001.p/1']);
  expect(tiles.filter((path) => path.startsWith('tile/2/'))).toEqual(['tile/2/000.p/1']);
  expect(tiles).toContain('tile/0/x000/256'.replace('x000/', ''));
});

test('a full tile has 8,192 bytes, and a bundle gives its entries back', () => {
  const entries = Array.from({ length: 300 }, (_, at) => utf8.encode(`entry ${at}`));
  const source = { tree: treeOf(entries), entries: (at: number) => entries[at]! };
  const [bundle, rest, full] = tilesOf(300).map((tile) => tileBytes(tile, source));
  expect(full).toHaveLength(8192);
  expect([...entriesIn(bundle!)!, ...entriesIn(rest!)!]).toEqual(entries);
  expect(entriesIn(bundle!.slice(0, -1))).toBeUndefined();
});

test('a receipt is read back as it was written, with what the issuer put in', () => {
  const tree = treeOf(LEAVES);
  const proof = { extra: LEAVES[1]!, index: 1, hashes: tree.inclusion(1), checkpoint: 'a\n\nb\n' };
  expect(parseProof(printProof(proof))).toEqual(proof);
  expect(parseProof(printProof(proof).replace('index 1', 'index 01'))).toBeUndefined();
  expect(parseProof(printProof(proof).replace('@v1', '@v2'))).toBeUndefined();
  expect(fromBase64('AA')).toBeUndefined();
});
