import { HASH_BYTES, leftOf, nodeHash, type Digest } from './hashing.ts';

/**
 * The root that a proof of inclusion leads to; undefined where it cannot be one of this entry in a tree of this size.
 * @param index of the entry, from 0
 */
export function rootFromInclusion(
  digest: Digest,
  entry: { readonly index: number; readonly size: number; readonly leaf: Uint8Array },
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  const { index, size, leaf } = entry;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined;
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  const [sibling, rest] = [proof[proof.length - 1], proof.slice(0, -1)];
  if (!sibling || sibling.length !== HASH_BYTES) return undefined;
  const split = leftOf(size);
  const isLeft = index < split;
  const half = isLeft ? { index, size: split, leaf } : { index: index - split, size: size - split, leaf };
  const own = rootFromInclusion(digest, half, rest);
  if (!own) return undefined;
  return isLeft ? nodeHash(digest, own, sibling) : nodeHash(digest, sibling, own);
}
