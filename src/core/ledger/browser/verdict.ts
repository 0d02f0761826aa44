import { parseCheckpoint, type Checkpoint } from '../../transparency-log/checkpoint.ts';
import { leafHash, type Digest } from '../../transparency-log/hashing.ts';
import { rootFromInclusion } from '../../transparency-log/inclusion.ts';
import { isSignedBy, parseNote, parseVerifierKey, type Verify } from '../../transparency-log/note.ts';
import { parseProof } from '../../transparency-log/proof.ts';
import { EVENT_WORDS } from './event-words.ts';
import type { Given, GivenFile } from './given.ts';
import { leafLine, objectIn, type LeafLine } from './leaf-line.ts';

/** The only three answers. */
type Outcome = '一致' | '不一致' | '无法核验';

/** What came out for one part. */
export interface Part {
  readonly outcome: Outcome;
  readonly part: string;
  /** Why, in a sentence. */
  readonly words: string;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly parts: readonly Part[];
  /** What the receipt is of; undefined where it says nothing. */
  readonly registered: string | undefined;
}

interface Means {
  readonly digest: Digest;
  readonly verify: Verify;
  /** Keys as lines, `name+id+base64`; none where the reader has none. */
  readonly keys: readonly string[];
}

/** Holds a receipt against itself and the key, and what was chosen beside it against the receipt. */
export function verdictOf({ receipt, record, attachments }: Given, means: Means): Verdict {
  if (!receipt) return verdict([unknown('回执', '还没有选回执。公告网页上“下载回执”可以得到')]);
  const proof = parseProof(new TextDecoder().decode(receipt.bytes));
  const entry = proof?.extra;
  const leaf = entry && leafLine(entry);
  const checkpoint = proof && parseCheckpoint(proof.checkpoint);
  if (!proof || !entry || !leaf || !checkpoint)
    return verdict([unknown('回执', '这个文件不是完整的回执，请重新下载一份')]);
  const parts = [
    inLog({ entry, index: proof.index, hashes: proof.hashes, checkpoint }, means.digest),
    signature(proof.checkpoint, checkpoint, means),
    ...(record ? [recordPart(record, leaf, means.digest)] : []),
    ...attachments.map((one) => attachmentPart(one, { leaf, record, digest: means.digest })),
  ];
  return verdict(parts, registered(proof.index, leaf));
}

/** One part that differs outweighs all that agree, and one that cannot be told leaves the whole open. */
function verdict(parts: readonly Part[], about?: string): Verdict {
  const outcomes = parts.map(({ outcome }) => outcome);
  const worst = (['不一致', '无法核验'] as const).find((one) => outcomes.includes(one)) ?? '一致';
  return { outcome: worst, parts, registered: about };
}

const same = (part: string, words: string): Part => ({ outcome: '一致', part, words });
const differs = (part: string, words: string): Part => ({ outcome: '不一致', part, words });
const unknown = (part: string, words: string): Part => ({ outcome: '无法核验', part, words });

function registered(index: number, { id, rev, at, event }: LeafLine): string {
  const what = Object.entries(EVENT_WORDS).find(([name]) => name === event)?.[1] ?? event;
  return `第 ${index + 1} 号登记：${id}，第 ${rev} 版，${what}，${at.slice(0, 16).replace('T', ' ')}`;
}

function inLog(
  {
    entry,
    index,
    hashes,
    checkpoint,
  }: { entry: Uint8Array; index: number; hashes: readonly Uint8Array[]; checkpoint: Checkpoint },
  digest: Digest,
): Part {
  const { size, root } = checkpoint;
  const found = rootFromInclusion(digest, { index, size, leaf: leafHash(digest, entry) }, hashes);
  return found && isSame(found, root)
    ? same('回执', `登记的那一行在总摘要里，总摘要一共 ${size} 条`)
    : differs('回执', '登记的那一行和回执里的总摘要对不上，回执被改动过或者不完整');
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

function signature(text: string, { origin }: Checkpoint, { digest, verify, keys }: Means): Part {
  const part = '签名';
  const note = parseNote(text);
  if (text.endsWith('\n\n'))
    return unknown(part, '这份回执没有签名，单凭它不能证明是本站登记的；可以和您留下的总摘要比一比');
  if (!note) return differs(part, '签名那几行被改动过');
  const known = keys.flatMap((line) => parseVerifierKey(digest, line) ?? []);
  if (known.length === 0) return unknown(part, '没有公钥，或者公钥抄得不完整');
  const own = known.filter(({ name }) => name === origin);
  if (own.length === 0) return differs(part, `回执是登记簿 ${origin} 的，公钥是 ${known[0]!.name} 的`);
  if (own.some((key) => isSignedBy(note, key, verify)))
    return same(part, '总摘要是用这把公钥的主人的钥匙签的');
  const isByOther = note.signatures.every(({ keyId }) => own.every((key) => key.keyId !== keyId));
  return isByOther
    ? unknown(part, '签名用的是另一把钥匙，请换成登记那时候的公钥')
    : differs(part, '签名和总摘要对不上，回执被改动过');
}

function recordPart({ bytes }: GivenFile, { record }: LeafLine, digest: Digest): Part {
  return hex(digest(bytes)) === record
    ? same('登记的内容', '和登记的一字不差')
    : differs('登记的内容', '和登记的不一样：改动过，或者是另一份、另一版的');
}

function attachmentPart(
  file: GivenFile,
  { leaf, record, digest }: { leaf: LeafLine; record: GivenFile | undefined; digest: Digest },
): Part {
  const part = `附件“${file.name}”`;
  if (!record) return unknown(part, '还要选“登记的内容”那个文件，附件的摘要写在里面');
  if (hex(digest(record.bytes)) !== leaf.record) return unknown(part, '“登记的内容”对不上，不能拿它核对附件');
  const { attachments = [] } = objectIn(record.bytes) as { attachments?: readonly Registered[] };
  const sum = hex(digest(file.bytes));
  const found = attachments.find(({ sha256 }) => sha256 === sum);
  if (found) return same(part, `就是登记的“${found.name}”`);
  return differs(part, notRegistered(file, attachments));
}

interface Registered {
  readonly name: string;
  readonly sha256: string;
}

function notRegistered({ name }: GivenFile, attachments: readonly Registered[]): string {
  if (attachments.length === 0) return '这份公告登记时没有附件';
  return attachments.some((one) => one.name === name)
    ? '登记的同名附件是另一个文件，换过了'
    : `登记的附件里没有这个文件，有的是：${attachments.map((one) => one.name).join('、')}`;
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
