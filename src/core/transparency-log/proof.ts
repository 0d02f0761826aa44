import { fromBase64, toBase64 } from './base64.ts';

/** A receipt: that an entry is in the tree of a checkpoint; c2sp.org/tlog-proof. */
interface LogProof {
  /** What the issuer puts in; it is not vouched for before it was compared. */
  readonly extra?: Uint8Array | undefined;
  readonly index: number;
  /** From the sibling of the leaf up. */
  readonly hashes: readonly Uint8Array[];
  /** The note word for word. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

export const printProof = ({ extra, index, hashes, checkpoint }: LogProof): string =>
  [
    HEAD,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** Undefined for a text that is no receipt. */
export function parseProof(text: string): LogProof | undefined {
  const at = text.indexOf('\n\n');
  const lines = at < 0 ? [] : text.slice(0, at).split('\n');
  if (lines.shift() !== HEAD) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  const index = /^index (0|[1-9]\d{0,15})$/u.exec(lines.shift() ?? '');
  const hashes = lines.map(fromBase64);
  if (extra === undefined || !index || hashes.some((hash) => !hash)) return undefined;
  return {
    ...(extra && { extra }),
    index: Number(index[1]),
    hashes: hashes as readonly Uint8Array[],
    checkpoint: text.slice(at + 2),
  };
}
