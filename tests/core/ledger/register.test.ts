import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { additionsTo, adoption, type Addition } from '../../../src/core/ledger/append.ts';
import type { LedgerFiles } from '../../../src/core/corpus/ledger-folder.ts';
import { readBook, treeOf } from '../../../src/core/ledger/book.ts';
import { judgePublished, type Present } from '../../../src/core/ledger/judge.ts';
import { parseLeaf, printLeaf } from '../../../src/core/ledger/leaf.ts';
import { faultsOfRecords, keptOf, registrationsIn } from '../../../src/core/ledger/registered.ts';
import { recordName } from '../../../src/core/ledger/version-record.ts';
import { loadCorpus } from '../../../src/core/corpus/load.ts';
import { earlierVersions } from '../../../src/core/versions.ts';
import { hash } from './statements.ts';

let salts = 0;
const means = { hash, salt: () => String((salts += 1)).padStart(32, '0') };

/** A ledger in memory. */
class Kept {
  readonly lines: string[] = [];
  readonly records = new Map<string, string>();

  take(additions: readonly Addition[]): this {
    for (const { leaf, record } of additions) {
      this.lines.push(`${printLeaf(leaf)}\n`);
      this.records.set(recordName(leaf), record);
    }
    return this;
  }

  get files(): LedgerFiles {
    return {
      leaves: [{ path: 'leaves/2026.ndjson', text: this.lines.join('') }],
      checkpoints: undefined,
      vkey: undefined,
      record: (name) => this.records.get(name),
    };
  }

  get book() {
    return readBook(this.files);
  }

  judge(present: readonly Present[]) {
    const { book, files } = this;
    expect(book.faults).toEqual([]);
    const kept = registrationsIn(book).flatMap((one) => {
      const published = keptOf(one, files.record, hash);
      if ('message' in published) throw new Error(published.message);
      return [[one.id, published] as const];
    });
    return judgePublished({
      kept: new Map(kept),
      present,
      ids: new Set(present.map(({ id }) => id)),
      hash,
    });
  }
}

const samples: readonly Present[] = loadCorpus('content').entries.map((entry) => ({
  ...entry,
  attachments: [],
}));
const plain = samples.find(({ announcement: { errata, withdrawn } }) => !errata && !withdrawn)!;
const mended = samples.find(({ announcement: { errata } }) => errata?.length === 1)!;

const withdrawnFor = (one: Present, reason: string): Present => ({
  ...one,
  announcement: {
    ...one.announcement,
    withdrawn: [{ at: '2027-03-12T10:00:00+08:00', reason }],
  },
});

const events = (kept: Kept): readonly string[] =>
  kept.book.leaves.map(
    ({ event, rev, prev }) => `${event} ${rev}${prev === undefined ? '' : ` after ${prev}`}`,
  );

test('every sample is registered once, and nothing stands against it afterwards', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, samples, means));
  expect(kept.book.ids.size).toBe(samples.length);
  expect(kept.judge(samples)).toEqual([]);
  expect(additionsTo(kept.book, samples, means)).toEqual([]);
  expect(faultsOfRecords(kept.book, kept.files.record, hash)).toEqual([]);
});

test('leaves stand in the order of publication', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, samples.toReversed(), means));
  const times = kept.book.leaves.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
});

test('an erratum is a second leaf, and the first leaf vouches for what stood there before', () => {
  const [first] = earlierVersions(mended.announcement, mended.body);
  const before: Present = { ...mended, announcement: first!.announcement, body: first!.body };
  const kept = new Kept().take(additionsTo(new Kept().book, [before], means));
  expect(kept.judge([mended])).toEqual([]);
  kept.take(additionsTo(kept.book, [mended], means));
  expect(events(kept)).toEqual(['publish 1', 'erratum 2 after 0']);
  expect(kept.judge([mended])).toEqual([]);
  const both = new Kept().take(additionsTo(new Kept().book, [mended], means));
  expect(events(both)).toEqual(events(kept));
});

test('what was changed without an erratum is told, and by the number under which it is registered', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [plain], means));
  const changed = { ...plain, body: `${plain.body.trimEnd()}改\n` };
  expect(kept.judge([changed])).toEqual([
    expect.objectContaining({ code: 'K101', message: expect.stringContaining('登记第 1 号') as string }),
  ]);
  expect(kept.judge([])).toEqual([expect.objectContaining({ code: 'K102', id: plain.id })]);
});

test('a withdrawal is a leaf of its own and cannot be taken back without a word', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [plain], means));
  const gone = withdrawnFor(plain, '项目信息有误');
  expect(kept.judge([gone])).toEqual([]);
  kept.take(additionsTo(kept.book, [gone], means));
  expect(events(kept)).toEqual(['publish 1', 'withdraw 2 after 0']);
  expect(kept.judge([gone])).toEqual([]);
  expect(additionsTo(kept.book, [gone], means)).toEqual([]);
  expect(kept.judge([plain])).toEqual([expect.objectContaining({ code: 'K101', at: 'withdrawn' })]);
});

test('words that the law removes are in no record, the leaves before it stay, and every record that is left is whole', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [plain], means));
  const hidden = withdrawnFor(plain, '误登了个人信息');
  kept.take(additionsTo(kept.book, [hidden], means));
  expect(events(kept)).toEqual(['publish 1', 'redact 2 after 0']);
  expect(kept.records.get(recordName({ id: plain.id, rev: 2 }))).not.toContain(plain.announcement.title);
  kept.records.delete(recordName({ id: plain.id, rev: 1 }));
  expect(faultsOfRecords(kept.book, kept.files.record, hash)).toEqual([]);
  expect(kept.judge([])).toEqual([expect.objectContaining({ code: 'K102' })]);
});

test('a ledger that begins takes in what is public with the moment at which it begins', () => {
  const now = '2027-01-01T09:00:00+08:00';
  const kept = new Kept().take(adoption(new Kept().book, samples, now, means));
  expect(kept.book.leaves.every(({ at }) => at === now)).toBe(true);
  expect(kept.judge(samples)).toEqual([]);
  expect(additionsTo(kept.book, samples, means)).toEqual([]);
  const [adopted] = new Kept().take(adoption(new Kept().book, [mended], now, means)).book.leaves;
  expect(adopted).toMatchObject({ event: 'adopt', rev: 2 });
});

test('a changed or missing record is told by its file', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [plain], means));
  const name = recordName({ id: plain.id, rev: 1 });
  kept.records.set(name, kept.records.get(name)!.replace('"rev":1', '"rev":1 '));
  expect(faultsOfRecords(kept.book, kept.files.record, hash)).toEqual([
    expect.objectContaining({ path: `records/${name}`, message: '登记第 1 号的记录和登记时不一样' }),
  ]);
  kept.records.delete(name);
  expect(faultsOfRecords(kept.book, kept.files.record, hash)).toEqual([
    expect.objectContaining({ message: '登记第 1 号的记录不见了' }),
  ]);
});

test.each([
  ['a space more', (line: string) => line.replace('{', '{ ')],
  ['another order', (line: string) => line.replace(/^\{("at":"[^"]*"),("event":"[^"]*")/u, '{$2,$1')],
  ['a field that nobody knows', (line: string) => line.replace('{', '{"a":1,')],
  ['another version of the form', (line: string) => line.replace('"v":1', '"v":2')],
  ['no digest', (line: string) => line.replace('sha256:', 'sha1:')],
])('a line with %s is no leaf', (_, spoil) => {
  const [{ leaf }] = additionsTo(new Kept().book, [plain], means) as [Addition];
  const line = printLeaf(leaf);
  expect(parseLeaf(line)).toEqual(leaf);
  expect(parseLeaf(spoil(line))).toBeUndefined();
});

test('a leaf that was taken out, doubled or left half is told at its line', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [mended, plain], means));
  const at = (lines: readonly string[]) =>
    readBook({ ...kept.files, leaves: [{ path: 'leaves/2026.ndjson', text: lines.join('') }] }).faults;
  const erratum = kept.book.leaves.findIndex(({ event }) => event === 'erratum');
  expect(at(kept.lines.with(kept.book.leaves[erratum]!.prev!, ''))).not.toEqual([]);
  expect(at([...kept.lines, kept.lines.at(-1)!])).toEqual([
    expect.objectContaining({ line: kept.lines.length + 1 }),
  ]);
  expect(at([...kept.lines.slice(0, -1), kept.lines.at(-1)!.slice(0, 40)])).not.toEqual([]);
});

test('the tree is that of the lines as they stand in the file', () => {
  const kept = new Kept().take(additionsTo(new Kept().book, [plain], means));
  const digest = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
  const line = kept.lines[0]!.trimEnd();
  const leaf = createHash('sha256').update(`\0${line}`).digest();
  expect(Buffer.from(treeOf(kept.book, digest).root()).equals(leaf)).toBe(true);
});
