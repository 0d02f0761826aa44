import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestBytes } from '../../src/core/corpus/digest.ts';
import { onceByName } from '../../src/core/edition/once.ts';
import { printLeaf } from '../../src/core/ledger/leaf.ts';
import { servedLedger } from '../../src/core/ledger/served.ts';
import { printCheckpoints } from '../../src/core/ledger/signed.ts';
import { printCheckpoint } from '../../src/core/transparency-log/checkpoint.ts';
import { leafHash } from '../../src/core/transparency-log/hashing.ts';
import { printVerifierKey, signNote } from '../../src/core/transparency-log/note.ts';
import { MerkleTree } from '../../src/core/transparency-log/tree.ts';
import { sha256 } from '../../src/ledger/hashes.ts';
import { signerOf } from '../../src/ledger/key.ts';

/*
 * What is served is read by programs that are not ours: one in Go with the packages of the Go project (Debian's
 * golang-go and golang-golang-x-mod-dev), one in Python with hashlib alone. Whichever this machine has is run; without
 * any of them nothing is proved, and that fails.
 */

const NAME = 'ggzy.example.gov.cn/ledger';
const SIZES = [0, 1, 255, 256, 257, 65_536, 65_793];
const { key, sign } = signerOf(
  NAME,
  Uint8Array.from({ length: 32 }, (_, index) => index),
);
const utf8 = new TextEncoder();

interface Client {
  readonly name: string;
  readonly command: readonly string[];
}

let room: string;
let clients: readonly Client[];
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'zhangbang-foreign-'));
  clients = [goClient(), pythonClient()].flatMap((client) => client ?? []);
  for (const size of SIZES) writeLog(size);
}, 180_000);
afterAll(() => rmSync(room, { recursive: true }));

function goClient(): Client | undefined {
  const program = join(room, 'client');
  const { status } = spawnSync('go', ['build', '-o', program, 'tests/ledger/foreign/client.go'], {
    env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(room, 'cache') },
  });
  if (status === 0) return { name: 'Go', command: [program] };
  console.warn(
    'No Go with golang.org/x/mod here (Debian: golang-go golang-golang-x-mod-dev): Python verifies alone.',
  );
  return undefined;
}

function pythonClient(): Client | undefined {
  const program = ['python3', 'python'].find((one) => spawnSync(one, ['-c', 'import hashlib']).status === 0);
  return program ? { name: 'Python', command: [program, 'tests/ledger/foreign/client.py'] } : undefined;
}

const lines = Array.from({ length: SIZES.at(-1)! }, (_, index) =>
  printLeaf({
    ...{ at: '2026-03-02T09:00:00+08:00', event: 'publish', id: `gm-tz-${index}`, rev: 1, v: 1 },
    record: `sha256:${sha256(String(index))}`,
  }),
);

/** What a site serves below /ledger/ when it has grown to a size, and was signed at each size before. */
function writeLog(size: number): void {
  const tree = new MerkleTree(digestBytes);
  for (const line of lines.slice(0, size)) tree.append(leafHash(digestBytes, utf8.encode(line)));
  const sizes = SIZES.filter((one) => one <= size);
  const notes = sizes.map((one) =>
    signNote(printCheckpoint({ origin: NAME, size: one, root: tree.root(one) }), key, sign),
  );
  const text = lines.slice(0, size).map((line) => `${line}\n`);
  const leaves = [{ path: 'leaves/2026.ndjson', text: text.join('') }];
  const files = { leaves, checkpoints: printCheckpoints(notes), vkey: undefined, record: () => '{}' };
  const served = servedLedger(NAME, () => files, digestBytes, onceByName());
  put(size, 'checkpoint', served.facts().signed!.note);
  for (const [at, one] of sizes.entries()) put(size, `kept/${one}`, notes[at]!);
  for (const path of served.tiles()) put(size, path, served.tile(path));
  for (const index of [0, 1, 254, 255, 256, 40_000, size - 1].filter((one) => one >= 0 && one < size))
    put(size, `proofs/${index}`, served.leaf(index).receipt);
}

function put(size: number, path: string, bytes: string | Uint8Array): void {
  const file = join(room, String(size), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

const ask = ({ command: [program, ...args] }: Client, folder: string) =>
  spawnSync(program!, [...args, folder, printVerifierKey(key)], { encoding: 'utf8' });

test('there is a foreign client on this machine', () => {
  expect(clients, 'neither Go with golang.org/x/mod nor Python').not.toEqual([]);
});

test.each(SIZES)(
  'a log of %i leaves holds for a foreign client: entries, tiles, receipts, what was kept',
  (size) => {
    for (const client of clients) {
      const { status, stdout, stderr } = ask(client, join(room, String(size)));
      expect([status, stdout.trim()], `${client.name}\n${stderr}`).toEqual([0, `holds: ${size} entries`]);
    }
  },
  60_000,
);

test('a full tile, once served, is the same byte for byte after the log has grown', () => {
  for (const [at, size] of SIZES.entries()) {
    const files = servedAt(size);
    for (const later of SIZES.slice(at + 1))
      for (const path of files)
        expect(read(later, path).equals(read(size, path)), `${path} at ${later}`).toBe(true);
  }
});

/** Of every tile and bundle that a size has. */
const servedAt = (size: number): readonly string[] =>
  ['0', '1', '2', 'entries']
    .flatMap((level) => [`tile/${level}/000`, `tile/${level}/255`])
    .filter((path) => {
      try {
        return read(size, path).length > 0;
      } catch {
        return false;
      }
    });

const read = (size: number, path: string): Buffer => readFileSync(join(room, String(size), path));

test.each([
  ['an entry', 'tile/entries/000'],
  ['a tile', 'tile/0/000'],
  ['a receipt', 'proofs/255'],
  ['a checkpoint that was kept', 'kept/256'],
])('%s with one bit changed does not hold for a foreign client', (_, path) => {
  const folder = join(room, 'changed');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(room, '257'), folder, { recursive: true });
  const bytes = readFileSync(join(folder, path));
  // Of a receipt the hash of the sibling: what its issuer put in before is vouched for by none.
  const at = path.startsWith('proofs/') ? bytes.indexOf('\n', bytes.indexOf('index')) + 10 : 40;
  bytes[at]! ^= 1;
  writeFileSync(join(folder, path), bytes);
  for (const client of clients) expect(ask(client, folder).status, client.name).not.toBe(0);
});
