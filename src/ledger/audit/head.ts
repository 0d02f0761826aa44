import { digestBytes } from '../../core/corpus/digest.ts';
import { toBase64 } from '../../core/transparency-log/base64.ts';
import { parseCheckpoint, type Checkpoint } from '../../core/transparency-log/checkpoint.ts';
import {
  isSignedBy,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
} from '../../core/transparency-log/note.ts';
import { isOfKey } from '../key.ts';
import { differs, holds, note as remark, NotVerifiable, type Answer } from './report.ts';
import type { Source } from './source.ts';

/** What the ledger says of itself, and whether its key has signed it. */
export interface Head {
  readonly checkpoint: Checkpoint;
  /** The signed checkpoint word for word; undefined where it is not signed. */
  readonly note: string | undefined;
  /** Those that signatures are held against; none where nothing is signed. */
  readonly keys: readonly VerifierKey[];
  readonly answers: readonly Answer[];
}

/** @param own keys that the reader brought, as lines; undefined takes that of the site */
export async function readHead(source: Source, own: string | undefined): Promise<Head> {
  const signed = await textAt(source, 'ledger/checkpoint');
  const text = signed ?? (await textAt(source, 'ledger/checkpoint.unsigned'));
  if (text === undefined) throw new NotVerifiable('这里没有公开记录：没有 ledger/checkpoint');
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint) throw new NotVerifiable('总摘要读不懂：ledger/checkpoint 不是登记簿写下的样子');
  const keys = keysIn(own ?? (await textAt(source, 'ledger/vkey')) ?? '');
  if (own !== undefined && keys.length === 0) throw new NotVerifiable('--key 写的不是公钥');
  const { origin, size, root } = checkpoint;
  const what = remark(`登记簿 ${origin}，一共 ${size} 条，总摘要 ${toBase64(root)}`);
  return { checkpoint, keys, note: signed, answers: [what, ...signatures(signed, { origin, keys, own })] };
}

function signatures(
  signed: string | undefined,
  { origin, keys, own }: { origin: string; keys: readonly VerifierKey[]; own: string | undefined },
): readonly Answer[] {
  if (signed === undefined)
    return own === undefined
      ? [remark('没有签名：只能核对前后是否一致，不能证明是谁的')]
      : [differs('签名：给了公钥，网站上的总摘要却没有签名')];
  const problem = signatureFault(signed, origin, keys);
  if (problem !== undefined) return [differs(`签名：${problem}`)];
  const ids = keys.map(({ keyId }) => keyId).join('、');
  const from = own === undefined ? [remark('公钥是从这个网站取的：不放心，用 --key 写您自己留下的')] : [];
  return [holds(`签名：公钥 ${ids}`), ...from];
}

/** Why a note is not signed by one of these keys; undefined where it is. */
export function signatureFault(
  text: string,
  origin: string,
  keys: readonly VerifierKey[],
): string | undefined {
  const signedNote = parseNote(text);
  if (!signedNote) return '签名那几行读不懂';
  if (keys.length === 0) return '没有公钥';
  const own = keys.filter(({ name }) => name === origin);
  if (own.length === 0) return `公钥是 ${keys[0]!.name} 的，登记簿是 ${origin}`;
  return own.some((key) => isSignedBy(signedNote, key, isOfKey))
    ? undefined
    : '签名和总摘要对不上，或者是另一把钥匙签的';
}

const keysIn = (text: string): readonly VerifierKey[] =>
  text.split(/\s+/u).flatMap((line) => parseVerifierKey(digestBytes, line) ?? []);

async function textAt(source: Source, path: string): Promise<string | undefined> {
  const bytes = await source.read(path);
  return bytes && new TextDecoder().decode(bytes);
}
