/** SHA-256. Handed in: Node and a browser without WebCrypto (a page on plain http) have different ones. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** RFC 6962, 2.1: the hash of an entry. */
export const leafHash = (digest: Digest, entry: Uint8Array): Uint8Array =>
  digest(joined(Uint8Array.of(0), entry));

/** RFC 6962, 2.1: the hash of two subtrees. */
export const nodeHash = (digest: Digest, left: Uint8Array, right: Uint8Array): Uint8Array =>
  digest(joined(Uint8Array.of(1), left, right));

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The largest power of two below a size above one. */
export function leftOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}
