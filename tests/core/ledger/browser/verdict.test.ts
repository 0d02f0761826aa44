import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSigned, sha256Of } from '../../../../src/client/verify/means.ts';
import { kindOf, sorted, type GivenFile } from '../../../../src/core/ledger/browser/given.ts';
import { verdictOf } from '../../../../src/core/ledger/browser/verdict.ts';
import { printVersion } from '../../../../src/core/ledger/version-record.ts';
import { printLeaf, type Leaf } from '../../../../src/core/ledger/leaf.ts';
import { printCheckpoint } from '../../../../src/core/transparency-log/checkpoint.ts';
import { leafHash } from '../../../../src/core/transparency-log/hashing.ts';
import { printVerifierKey, signNote } from '../../../../src/core/transparency-log/note.ts';
import { printProof } from '../../../../src/core/transparency-log/proof.ts';
import { MerkleTree } from '../../../../src/core/transparency-log/tree.ts';
import { signerOf, type Signer } from '../../../../src/ledger/key.ts';

const NAME = 'ggzy.example.gov.cn/ledger';
const utf8 = new TextEncoder();
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, bytes: Uint8Array | string): GivenFile => ({
  name,
  bytes: typeof bytes === 'string' ? utf8.encode(bytes) : bytes,
});

const tender = utf8.encode('%PDF-1.7 招标文件');
const record = printVersion({
  ...{ format: 1, id: 'gm-js-2026-012-tender', rev: 1, at: '2026-03-02T09:00:00+08:00' },
  salt: '0'.repeat(32),
  fields: { title: '沿江路市政道路改造工程施工招标公告' },
  body: '现予公告。',
  attachments: [{ name: '招标文件.pdf', bytes: tender.length, sha256: sha256(tender) }],
});
const leaf: Leaf = {
  ...{ at: '2026-03-02T09:00:00+08:00', event: 'publish', id: 'gm-js-2026-012-tender', rev: 1, v: 1 },
  record: `sha256:${sha256(record)}`,
};
const signer = signerOf(
  NAME,
  Uint8Array.from({ length: 32 }, (_, index) => index),
);

/** A receipt of the leaf, which is the fifth of nine. */
function receipt(signedBy: Signer | undefined): string {
  const tree = new MerkleTree(sha256Of);
  const entries = Array.from({ length: 9 }, (_, at) =>
    utf8.encode(at === 4 ? printLeaf(leaf) : `entry ${at}`),
  );
  for (const entry of entries) tree.append(leafHash(sha256Of, entry));
  const text = printCheckpoint({ origin: NAME, size: 9, root: tree.root() });
  const checkpoint = signedBy ? signNote(text, signedBy.key, signedBy.sign) : `${text}\n`;
  return printProof({ extra: entries[4]!, index: 4, hashes: tree.inclusion(4), checkpoint });
}

const verdict = (files: readonly GivenFile[], keys = [printVerifierKey(signer.key)]) =>
  verdictOf(sorted(files), { digest: sha256Of, verify: isSigned, keys });

const RECEIPT = file('回执.tlog-proof', receipt(signer));
const RECORD = file('1.json', record);
const TENDER = file('下载的.pdf', tender);

describe('一致', () => {
  test('a receipt, its record and its attachment agree, whatever they are called', () => {
    const { outcome, parts, registered } = verdict([TENDER, RECORD, RECEIPT]);
    expect([outcome, parts.map(({ part }) => part)]).toEqual([
      '一致',
      ['回执', '签名', '登记的内容', '附件“下载的.pdf”'],
    ]);
    expect(registered).toBe('第 5 号登记：gm-js-2026-012-tender，第 1 版，公布，2026-03-02 09:00');
  });

  test('one of several keys is enough', () => {
    const other = signerOf(NAME, new Uint8Array(32)).key;
    expect(verdict([RECEIPT], [other, signer.key].map(printVerifierKey)).outcome).toBe('一致');
  });
});

describe('不一致', () => {
  test('a record that is changed by one character is told, and says nothing of attachments', () => {
    const changed = file('1.json', record.replace('沿江路', '沿河路'));
    expect(verdict([RECEIPT, changed, TENDER])).toMatchObject({
      outcome: '不一致',
      parts: [
        { outcome: '一致' },
        { outcome: '一致' },
        { part: '登记的内容', outcome: '不一致' },
        { outcome: '无法核验' },
      ],
    });
  });

  test('an attachment that was exchanged is told by its name, and one of elsewhere as that', () => {
    const [, , , exchanged] = verdict([RECEIPT, RECORD, file('招标文件.pdf', 'other')]).parts;
    expect(exchanged).toMatchObject({
      outcome: '不一致',
      words: expect.stringContaining('换过了') as string,
    });
    const [, , , foreign] = verdict([RECEIPT, RECORD, file('图纸.pdf', 'other')]).parts;
    expect(foreign).toMatchObject({
      outcome: '不一致',
      words: expect.stringContaining('招标文件.pdf') as string,
    });
  });

  test('a receipt of another ledger is told by both names', () => {
    const key = printVerifierKey(signerOf('www.example.org/ledger', new Uint8Array(32)).key);
    expect(verdict([RECEIPT], [key])).toMatchObject({
      outcome: '不一致',
      parts: [{ outcome: '一致' }, { words: expect.stringContaining('www.example.org/ledger') as string }],
    });
  });

  test('no receipt that is changed in one character agrees', () => {
    const text = receipt(signer);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('A', 'z', '7', '\n', '—'), (at, other) => {
        fc.pre(text[at] !== other);
        const changed = file('回执', text.slice(0, at) + other + text.slice(at + 1));
        expect(verdict([changed, RECORD]).outcome).not.toBe('一致');
      }),
      { numRuns: 150 },
    );
  });
});

describe('无法核验', () => {
  test.each([
    ['no receipt', [RECORD], '还没有选回执'],
    ['a receipt that was cut off', [file('回执', receipt(signer).slice(0, 60))], '不是完整的回执'],
    ['a receipt that nobody signed', [file('回执', receipt(undefined)), RECORD], '没有签名'],
    ['an attachment without the record', [RECEIPT, TENDER], '登记的内容'],
  ])('%s is told with the reason', (_, files, words) => {
    const { outcome, parts } = verdict(files);
    expect(outcome).toBe('无法核验');
    expect(parts.find((one) => one.outcome === '无法核验')!.words).toContain(words);
  });

  test('a key that is not at hand, or another one of the same ledger', () => {
    expect(verdict([RECEIPT], []).outcome).toBe('无法核验');
    expect(verdict([RECEIPT], ['half a key']).outcome).toBe('无法核验');
    const other = printVerifierKey(signerOf(NAME, new Uint8Array(32)).key);
    expect(verdict([RECEIPT], [other])).toMatchObject({
      outcome: '无法核验',
      parts: [{}, { words: expect.stringContaining('另一把钥匙') as string }],
    });
  });
});

test('an attachment that is JSON of its own is no record, and an empty file is an attachment', () => {
  expect(kindOf(file('报价.json', '{"fields":1}'))).toBe('attachment');
  expect(kindOf(file('empty', ''))).toBe('attachment');
  expect(kindOf(RECORD)).toBe('record');
});
